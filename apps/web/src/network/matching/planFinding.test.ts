import { expect, test } from "vitest";
import { loadWords, offerLine } from "./matchWords";
import { planFinding } from "./planFinding";

test("the page says how many are served, and how many are not", () => {
  expect(planFinding(0, 0)).toBe("No request waits for coaches.");
  expect(planFinding(1, 0)).toBe("There are coaches for one request, all that wait.");
  expect(planFinding(5, 2)).toBe("There are coaches for 5 requests; for 2 requests there is nobody yet.");
  expect(planFinding(0, 1)).toBe("One request waits, and nobody can take it yet.");
});

test("a load that is not known is not drawn as none", () => {
  expect(loadWords(null, 20)).toBe("hours not known");
  expect(loadWords(0.625, 20)).toBe("12.5 of 20 hours a month with this");
});

test("an offer that ended says how", () => {
  const offer = { madeByName: "Ada", madeAt: "2021-02-01T14:00:00Z", dueAt: "2021-02-03T14:00:00Z" };
  expect(offerLine({ ...offer, state: "OPEN" })).toMatch(/^By Ada on Mon, Feb 1, .*; an answer is due by Wed, Feb 3, /);
  expect(offerLine({ ...offer, state: "EXPIRED" })).toMatch(/nobody answered in time\.$/);
});
