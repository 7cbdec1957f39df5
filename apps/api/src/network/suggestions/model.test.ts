import { likeness } from "@arl/analysis/suggestion/kernel";
import { expect, test } from "vitest";
import { classesOf, lessonsOf } from "./learning";
import { fingerprint, frameworkCodes, trainingMessages } from "./messages";
import { readArtifact, rounded } from "./artifact";
import { encode } from "./encoder";
import { meaningsOf } from "./reading";

/** Rows that are looked at: all of them would take as long as learning anew. */
const EVERY = 157;
const NOISE = 1;

test("what is kept was learned from the messages as they are: its meanings are theirs, and its weights solve their equations", async () => {
  const artifact = await readArtifact();
  expect(artifact.fingerprint).toBe(fingerprint());
  const messages = trainingMessages();
  expect(artifact.classes).toEqual(classesOf(frameworkCodes()));
  const { lessons } = lessonsOf(messages, artifact.meanings, artifact.classes);
  const rows = [...messages.keys()].filter((row) => row % EVERY === 0);
  const meanings = (await meaningsOf(rows.map((row) => messages[row]?.text ?? ""), encode)).map(rounded);
  const size = artifact.classes.length;
  for (const [place, row] of rows.entries()) {
    const [lesson, kept] = [lessons[row], artifact.meanings[row]];
    if (!lesson || !kept) throw new Error("Every message has a meaning.");
    const off = meanings[place]?.map((value, i) => Math.abs(value - (kept[i] ?? 0))) ?? [];
    expect(Math.max(...off)).toBeLessThan(0.01);
    const expected = Float64Array.from(artifact.usual);
    for (const [other, example] of lessons.entries()) {
      const by = likeness(lesson, example) + (other === row ? NOISE / lesson.belief : 0);
      for (let c = 0; c < size; c += 1) expected[c] = (expected[c] ?? 0) + by * (artifact.weights[other * size + c] ?? 0);
    }
    for (const [c, share] of expected.entries()) expect(Math.abs(share - (lesson.target.get(c) ?? 0))).toBeLessThan(1e-3);
  }
});

test("no two messages to learn from are the same", () => {
  const texts = trainingMessages().filter(({ author }) => author !== "framework").map(({ text }) => text.toLowerCase());
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
});
