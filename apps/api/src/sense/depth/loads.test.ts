import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CoachHistory } from "./depth.queries";
import { loadsOf, usualMinutes } from "./loads";

const coach = (history: Partial<CoachHistory>): CoachHistory => ({ hoursPerMonth: 10, led: [], relationships: [], held: [], ...history });
const at = (day: number) => [day, 1, null, null] as const;

test("a relationship is on hand from its first session until it is closed", () => {
  const own = coach({ led: [at(0), at(5), at(10), at(11)], relationships: [[0, 10], [5, null], [20, null]] });
  expect(loadsOf(own, 60).map(({ relationships }) => relationships)).toEqual([1, 2, 1, 1]);
});

test("the hours booked are those of the 30 days before, this session left out", () => {
  const own = coach({ led: [at(30), at(31)], held: [[0, 60], [15, 120], [30, 60], [31, 600]] });
  expect(loadsOf(own, 60).map(({ booked }) => booked)).toEqual([0.3, 0.3]);
});

test("a session without minutes takes the middle of those that have them, and unknown hours leave the load unknown", () => {
  const own = coach({ led: [at(10)], held: [[1, null], [2, 30], [3, 45], [4, 90]] });
  expect(usualMinutes([own])).toBe(45);
  expect(loadsOf(own, 45)[0]?.booked).toBeCloseTo((45 + 30 + 45 + 90) / 60 / 10, 10);
  expect(loadsOf({ ...own, hoursPerMonth: null }, 45)[0]?.booked).toBeNull();
  expect(loadsOf({ ...own, hoursPerMonth: 0 }, 45)[0]?.booked).toBeNull();
  expect(usualMinutes([coach({ held: [[1, null]] })])).toBeNull();
});

test("agrees with counting one by one", () => {
  const day = fc.integer({ min: 0, max: 60 });
  const relationship = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 40 }))).map(([from, lasts]) => [from, lasts === null ? null : from + lasts] as const);
  fc.assert(
    fc.property(fc.array(relationship), fc.array(day, { minLength: 1 }), (relationships, days) => {
      const own = coach({ led: days.map(at), relationships });
      expect(loadsOf(own, null).map(({ relationships: load }) => load)).toEqual(days.map((when) => relationships.filter(([from, until]) => from <= when && (until === null || until > when)).length));
    }),
  );
});
