import { describe, expect, test } from "vitest";
import { finding, listed, next } from "./words";

const open = { withdrawnAt: null, matchedAt: null, closedAt: null, owner: { name: "Ada Bell", email: "a@b.c" }, team: [], calls: [], heldAt: [], referrals: [] };
const coach = (name: string) => ({ name, organisation: "P", isLead: true });
const matched = { ...open, matchedAt: "2021-02-01T00:00:00Z", team: [coach("Ana"), coach("Bo")] };

test("names are listed as people list them", () => {
  expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listed)).toEqual(["", "A", "A and B", "A, B and C"]);
});

describe("the first sentence says where the request stands", () => {
  test.each([
    [open, true, "We have your request"],
    [open, false, "Your request is with Ada Bell"],
    [{ ...open, owner: null }, false, "Your request is with us"],
    [matched, false, "Ana and Bo coach you"],
    [{ ...matched, team: [coach("Ana")] }, false, "Ana coaches you"],
    [{ ...open, withdrawnAt: "2021-02-01T00:00:00Z" }, false, "Your request is stopped"],
    [{ ...matched, closedAt: "2021-02-01T00:00:00Z" }, false, "Your coaching has come to its end"],
  ] as const)("%#", (standing, isNew, sentence) => {
    expect(finding(standing, isNew)).toBe(sentence);
  });
});

test("what happens next has a name and a time while nobody is matched", () => {
  expect(next(open)).toBe("Ada Bell reads it and finds the coaches who fit. You hear from us within two working days, by e-mail. It costs you nothing.");
  expect(next(matched)).toContain("first call");
});
