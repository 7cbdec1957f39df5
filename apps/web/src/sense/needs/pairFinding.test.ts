import { describe, expect, test } from "vitest";
import { pairsSentence, pairWords, qText, sequencesSentence, type Pair, type Sequence } from "./pairFinding";

const figure = (value: number, low: number | null = null, high: number | null = null) => ({ value, low, high, n: 174, withheld: null });
const pair = (one: string, other: string, lift: number, qValue: number): Pair => ({ topics: [{ label: one }, { label: other }], systems: figure(12), lift: figure(lift, lift / 2, lift * 2), qValue });

describe("pairsSentence", () => {
  test("names the pairs beyond chance, the highest lift first, and counts what it does not name", () => {
    const pairs = [pair("Budgets", "Roles", 4, 0.01), pair("Devices", "Engagement", 6, 0.001), pair("Grading", "Schedules", 9, 0.5)];
    expect(pairsSentence(pairs)).toBe("Two pairs of needs come together more than chance: devices with engagement and budgets with roles");
    const many = ["A", "B", "C", "D", "E"].map((letter, index) => pair(`Topic${letter}`, "Other", 9 - index, 0.01));
    expect(pairsSentence(many)).toMatch(/^Five pairs of needs come together more than chance: .*TopicE with other$/);
    const long = ["A", "B", "C"].map((letter, index) => pair(`Topic${letter} with a long name, and a second half`, "Something else that has one", 9 - index, 0.01));
    expect(pairsSentence(long)).toMatch(/^Three pairs .*; and 2 more$/);
  });

  test("claims nothing where q does not support it, or where the two avoid each other", () => {
    expect(pairsSentence([pair("Budgets", "Roles", 4, 0.05), pair("Devices", "Engagement", 0.3, 0.01)])).toBe("No two needs come together more than chance would have it");
  });
});

test("a pair in words has its systems, its lift and the interval", () => {
  expect(pairWords(pair("Budgets", "Roles", 4, 0.01))).toBe("12 systems, 4.00× as many as chance (2.00–8.00)");
});

describe("sequencesSentence", () => {
  const sequence = (qValue: number): Sequence => ({ first: { label: "Devices" }, later: { label: "Grading" }, relationships: figure(12), share: figure(0.4), lift: figure(1.6, 1.2, 1.9), qValue });
  test("names the surest order with its share, and nothing where none is sure", () => {
    expect(sequencesSentence([sequence(0.01), sequence(0.02)], 40)).toBe("After devices comes grading, in 40% of the relationships in which it could; 1 other order is beyond chance as well");
    expect(sequencesSentence([sequence(0.2)], 40)).toBe("Of 40 orders of needs tested, none can be told from calls in random order");
  });
});

test("a q has two digits, or a bound", () => {
  expect([0.0001, 0.0123, 0.5, null].map(qText)).toEqual(["< 0.001", "0.012", "0.50", "–"]);
});
