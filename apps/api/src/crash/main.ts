/**
 * Builds the server, lets fifty people write while it and its database are killed, and says what was lost, doubled and recovered; see
 * docs/durability.md. Ends with 1 when anything is amiss.
 */
import "reflect-metadata";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { memoryFlags } from "../memoryFlags";
import { PROJECT_ROOT } from "../paths";
import { crash, type CrashOutcome } from "./crash";

const { values: given } = parseArgs({ options: { kills: { type: "string" }, writes: { type: "string" }, seed: { type: "string" }, minutes: { type: "string" } } });
const say = (line: string) => process.stderr.write(`${line}\n`);

const API = join(PROJECT_ROOT, "apps/api");
const BUILD = join(API, ".cache/crash");
await build({ root: API, logLevel: "warn", build: { outDir: BUILD } });
const outcome = await crash({
  main: join(BUILD, "main.js"),
  kills: Number(given.kills ?? 20),
  writes: Number(given.writes ?? 10_000),
  seed: Number(given.seed ?? 1),
  writers: 50,
  ...(given.minutes && { longestMs: Number(given.minutes) * 60_000 }),
  // What failed four times is tried again after minutes.
  mailMs: 900_000,
  flags: memoryFlags(),
  onKill: ({ what, recoveryMs }) => say(`killed ${what}: ${recoveryMs} ms`),
});
tell(outcome);
process.exitCode = isWhole(outcome) ? 0 : 1;

function tell({ verdict, delivery, kills, fallen, silences, seconds, refusals }: CrashOutcome): void {
  for (const refusal of refusals) say(refusal);
  for (const said of fallen) say(`The API ended by itself, having said:\n${said}`);
  say(`${seconds.toFixed(0)} s; ${silences} attempts without an answer; the API ended ${fallen.length} times by itself`);
  say(`writes: ${JSON.stringify(verdict)}`);
  say(`mails: ${JSON.stringify(delivery)}`);
  for (const what of new Set(kills.map((kill) => kill.what))) {
    const took = kills.filter((kill) => kill.what === what).map(({ recoveryMs }) => recoveryMs).toSorted((one, other) => one - other);
    say(`${what}: ${took.length} kills; back in ${took[Math.floor(took.length / 2)]} ms (median), ${took.at(-1)} ms at most`);
  }
}

function isWhole({ verdict, delivery, fallen }: CrashOutcome): boolean {
  const { lost, doubled, unexpected, unaudited, mailsLost, mailsDoubled, torn, refused } = verdict;
  return [lost, doubled, unexpected, unaudited, mailsLost, mailsDoubled, torn, refused, fallen.length, delivery.lost, delivery.strange, delivery.waiting].every((count) => count === 0);
}
