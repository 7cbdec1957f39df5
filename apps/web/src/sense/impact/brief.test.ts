import { expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { askedSentence, mostAsked, movingSentences } from "./briefFinding";

const share = (value: number | null): FigureFields => ({ value, low: null, high: null, n: null, withheld: value === null ? "TOO_FEW" : null });
const cell = (label: string, value: number | null) => ({ row: { label }, share: share(value) });
const trend = (label: string, direction: string) => ({ topic: { label }, direction });

test("what leaders ask for is ranked, and what is withheld is not ranked last but left out", () => {
  const asked = mostAsked([cell("A", 0.1), cell("B", null), cell("C", 0.3)]);
  expect(asked.map(({ label }) => label)).toEqual(["C", "A"]);
  expect(askedSentence(asked)).toBe("Leaders ask most for C, in 30% of requests.");
  const within = (value: number, low: number, high: number) => ({ label: "Relief funds", share: { ...share(value), low, high } });
  expect(askedSentence([within(0.1, 0.07, 0.15), within(0.08, 0.05, 0.12)])).toBe("Leaders ask most for relief funds, in 10% of requests; chance alone could have put another first.");
  expect(askedSentence([])).toBe("Too few requests to show what leaders ask for.");
});

test("what moves is named, and what cannot be told is said", () => {
  expect(movingSentences([trend("A", "RISING"), trend("B", "UNCLEAR"), trend("C", "FALLING")])).toEqual(["Rising: A.", "Falling: C."]);
  expect(movingSentences([trend("B", "UNCLEAR")])).toEqual(["No topic's part in coaching can be told to rise or fall."]);
  expect(movingSentences(["A", "B", "C"].map((label) => trend(label, "RISING")), 2)).toEqual(["Rising: A, B and 1 more."]);
});
