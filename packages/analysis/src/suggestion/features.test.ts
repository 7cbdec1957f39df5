import { expect, test } from "vitest";
import { featuresOf } from "./features";
import { inner, vectorOf, vocabularyOf } from "./vocabulary";

test("inflection, case and apostrophes are folded; words that tell nothing are passed over", () => {
  const named = (text: string) => featuresOf(text).features.filter(({ kind }) => kind !== "letters").map(({ name }) => name);
  expect(named("The Teachers' schedules")).toEqual(["w:teacher", "p:teacher schedule", "w:schedule"]);
  expect(named("a teacher of schedules")).toEqual(["w:teacher", "p:teacher schedule", "w:schedule"]);
});

test("a text is like itself, by the share of each kind, and still like itself with a slip of the finger", () => {
  const texts = ["attendance is down", "attendance went down again", "we need a schedule", "a schedule for lunch"];
  const vocabulary = vocabularyOf(texts);
  const vector = (text: string) => vectorOf(vocabulary, text);
  const [own] = texts;
  if (!own) throw new Error("There is a first text.");
  expect(inner(vector("attendance"), vector("attendance"))).toBeCloseTo(2);
  expect(inner(vector("atendance"), vector("attendance"))).toBeGreaterThan(0.6);
  expect(inner(vector("atendance"), vector("schedule"))).toBe(0);
});

test("what only one text shows is no feature", () => {
  expect([...vocabularyOf(["alpha", "beta"]).places.keys()]).toEqual([]);
});
