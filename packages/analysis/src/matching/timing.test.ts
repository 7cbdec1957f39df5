import { expect, test } from "vitest";
import { randomSource } from "../testing/random";
import { assign } from "./assign";
import { proposeTeams } from "./proposeTeams";
import { drawnAsk, drawnCoaches } from "./testing";
import { DEFAULT_WEIGHTS } from "./weights";

const random = randomSource(7);
const candidates = drawnCoaches(random, 500, false, 12);
const asks = Array.from({ length: 50 }, (_, i) => drawnAsk(random, `r${String(i).padStart(2, "0")}`, 500));

/** How long each run takes, in milliseconds. */
const timed = <T>(inputs: readonly T[], run: (input: T) => unknown): readonly number[] =>
  inputs.map((input) => {
    const start = Date.now();
    run(input);
    return Date.now() - start;
  });

/** Printed, not asserted: machines differ. */
test("500 coaches: how long proposals and a batch take", { timeout: 30_000 }, async ({ annotate }) => {
  const one = [...timed(asks.slice(0, 12), (ask) => proposeTeams(ask, candidates, { first: 3, weights: DEFAULT_WEIGHTS }))].sort((a, b) => a - b);
  const [batch = 0] = timed([asks], (all) => assign(all, candidates, [], DEFAULT_WEIGHTS));
  await annotate(`three proposals: median ${one[6]?.toFixed(0)} ms, longest ${one.at(-1)?.toFixed(0)} ms; 50 requests at once: ${batch.toFixed(0)} ms`);
  expect(one).toHaveLength(12);
});
