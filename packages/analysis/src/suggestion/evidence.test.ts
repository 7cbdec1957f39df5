import { expect, test } from "vitest";
import { evidenceIn } from "./evidence";
import { vocabularyOf } from "./vocabulary";

const vocabulary = vocabularyOf(["absent students", "students absent again", "bell schedule", "a bell schedule again"]);
const supportOf = (stems: readonly string[]) => (place: number) => (stems.some((stem) => vocabulary.places.get(`w:${stem}`) === place) ? 1 : 0);

test("the words that speak for a class are marked, counted in UTF-16 units past an emoji", () => {
  const text = "👩‍🏫 our STUDENTS are absent, help 🙏";
  const marked = evidenceIn(text, vocabulary, supportOf(["student", "absent"]));
  expect(marked.map(({ start, end }) => text.slice(start, end))).toEqual(["STUDENTS", "absent"]);
  expect(marked[0]?.start).toBe("👩‍🏫 our ".length);
});

test("neighbours are marked as one, and what speaks for nothing is not marked", () => {
  const text = "the bell schedule";
  expect(evidenceIn(text, vocabulary, supportOf(["bell", "schedule"])).map(({ start, end }) => text.slice(start, end))).toEqual(["bell schedule"]);
  expect(evidenceIn(text, vocabulary, () => -1)).toEqual([]);
});
