import { expect, test } from "vitest";
import { movesOfSurvival, type ClusteredSpell } from "./clusteredSurvival";
import { kaplanMeier, survivalAt } from "./survival";
import { Z_95 } from "./distributions";

/** Freireich and others (1963), Blood 21, 699–716: weeks in remission on 6-MP; false where still in remission. */
const WEEKS: readonly (readonly [number, boolean])[] = [
  [6, true], [6, true], [6, true], [6, false], [7, true], [9, false], [10, true], [10, false], [11, false], [13, true], [16, true],
  [17, false], [19, false], [20, false], [22, true], [23, true], [25, false], [32, false], [32, false], [34, false], [35, false],
];
const spells = (cluster: (at: number) => string): ClusteredSpell[] => WEEKS.map(([time, event], at) => ({ time, event, cluster: cluster(at) }));

/** The curve with weights, written out. */
function weighted(weight: (cluster: string) => number, own: readonly ClusteredSpell[], time: number): number {
  let survival = 1;
  for (const at of [...new Set(own.map((spell) => spell.time))].filter((each) => each <= time).toSorted((a, b) => a - b)) {
    const sum = (some: readonly ClusteredSpell[]) => some.reduce((total, { cluster }) => total + weight(cluster), 0);
    survival *= 1 - sum(own.filter((spell) => spell.time === at && spell.event)) / sum(own.filter((spell) => spell.time >= at));
  }
  return Math.log(-Math.log(survival));
}

test("a cluster's move is how the curve goes as the cluster weighs less", () => {
  const own = spells((at) => String(at % 7));
  const moves = movesOfSurvival(own, 15);
  const step = 1e-6;
  for (const [cluster, move] of moves) {
    const slope = (weighted((each) => (each === cluster ? 1 + step : 1), own, 15) - weighted((each) => (each === cluster ? 1 - step : 1), own, 15)) / (2 * step);
    expect(move).toBeCloseTo((slope * 7) / 6, 6);
  }
});

test("of patients each on their own the moves add up to Greenwood's error", () => {
  const moves = [...movesOfSurvival(spells((at) => String(at)), 15).values()].map((move) => (move * 20) / 21);
  const at = survivalAt(kaplanMeier(spells((own) => String(own))), 15);
  if ("withheld" in at || at.low === null) throw new Error("The curve is followed to 15 weeks.");
  const scale = (survival: number) => Math.log(-Math.log(survival));
  const greenwood = (scale(at.low) - scale(at.value)) / Z_95;
  expect(Math.sqrt(moves.reduce((sum, move) => sum + move ** 2, 0))).toBeCloseTo(greenwood, 10);
});

test("where none or all have ended there is nothing to move", () => {
  expect(movesOfSurvival(spells((at) => String(at)), 1).size).toBe(0);
});
