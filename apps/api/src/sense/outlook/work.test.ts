import { expect, test } from "vitest";
import type { RelationshipRow } from "./outlook.queries";
import { workOf } from "./work";

const MONTH = 30.4375;
const row = (months: number, ended: boolean, sessions: number, known = sessions): RelationshipRow => [months * MONTH, ended, sessions, known, known * 60, true];

test("a relationship that has ended counts whole, and of an open one half a session is left out", () => {
  expect(workOf([row(2, true, 5)]).rate?.value).toBeCloseTo(2.5, 12);
  expect(workOf([row(2, false, 5)]).rate?.value).toBeCloseTo(2.25, 12);
  expect(workOf([row(2, true, 5), row(2, false, 5)]).rate?.value).toBeCloseTo(9.5 / 4, 12);
});

test("where sessions come twice a month, a cut at any moment finds two hours a month of open relationships", () => {
  // Followed for 0.05, 0.10, … 10 months: the first session is at 0, and one more every half month.
  const open = Array.from({ length: 200 }, (_, at) => (at + 0.5) / 20).map((months) => row(months, false, 1 + Math.floor(2 * months)));
  expect(workOf(open).rate?.value).toBeCloseTo(2, 2);
});

test("a session of unknown length counts at the mean of the others", () => {
  expect(workOf([row(2, true, 5, 3)]).rate?.value).toBeCloseTo(2.5, 12);
  expect(workOf([row(2, true, 5, 0)]).rate).toBeNull();
});
