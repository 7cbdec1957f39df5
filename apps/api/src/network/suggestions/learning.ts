import { expectedShares, fitRidge, likenesses, type Learned, type Lesson } from "@arl/analysis/suggestion/kernelRidge";
import { vectorOf, vocabularyOf, type Vocabulary } from "@arl/analysis/suggestion/vocabulary";
import { OUTSIDE, type Message } from "./messages";

/** How much what the framework says of itself is believed beside a message. */
const FRAMEWORK_BELIEF = 0.7;
/** The share of each further topic of a message beside its first. */
const FURTHER = 0.8;

/** The classes: topics, then "not in the framework". */
export const classesOf = (codes: readonly string[]): string[] => [...codes, OUTSIDE];

/** Messages as lessons over their own vocabulary. */
export function lessonsOf(messages: readonly Message[], meanings: readonly Float32Array[], classes: readonly string[]): { lessons: Lesson[]; vocabulary: Vocabulary } {
  const vocabulary = vocabularyOf(messages.map(({ text }) => text));
  const places = new Map(classes.map((code, at) => [code, at]));
  const lessons = messages.map(({ text, topics, author }, at) => ({
    meaning: meanings[at] ?? new Float32Array(0),
    vector: vectorOf(vocabulary, text),
    target: targetOf(topics, places),
    belief: author === "framework" ? FRAMEWORK_BELIEF : 1,
  }));
  return { lessons, vocabulary };
}

/** The share of each class in a message. */
export function targetOf(topics: readonly string[], places: ReadonlyMap<string, number>): Map<number, number> {
  const known = (topics.length === 0 ? [OUTSIDE] : topics).flatMap((code) => places.get(code) ?? []);
  const total = 1 + FURTHER * (known.length - 1);
  return new Map(known.map((place, rank) => [place, (rank === 0 ? 1 : FURTHER) / total]));
}

/** What the lessons at some places teach, and what that expects of the lessons at others. */
export function expectedAcross(lessons: readonly Lesson[], classes: number, from: readonly number[], to: readonly number[], alike: Float64Array): Float64Array[] {
  const size = lessons.length;
  const own = new Float64Array(from.length ** 2);
  for (const [i, p] of from.entries()) for (const [j, q] of from.entries()) own[i * from.length + j] = alike[p * size + q] ?? 0;
  const learned = fitRidge(from.flatMap((at) => lessons[at] ?? []), classes, own);
  return to.map((at) => expectedShares(learned, from.map((other) => alike[at * size + other] ?? 0)));
}

/** What all lessons teach. */
export const learnedFrom = (lessons: readonly Lesson[], classes: number, alike: Float64Array = likenesses(lessons)): Learned => fitRidge(lessons, classes, alike);
