import { evidenceIn } from "@arl/analysis/suggestion/evidence";
import { nearness, likeness, type Example } from "@arl/analysis/suggestion/kernel";
import { expectedShares, fitRidge, type Learned, type Lesson } from "@arl/analysis/suggestion/kernelRidge";
import { TextCounts, vectorOf, type Vocabulary } from "@arl/analysis/suggestion/vocabulary";
import type { Span } from "@arl/analysis/suggestion/words";
import { setImmediate } from "node:timers/promises";
import { readArtifact, type Artifact } from "./artifact";
import { encode } from "./encoder";
import { targetOf } from "./learning";
import { fingerprint, trainingMessages, type Message } from "./messages";
import { meaningsOf } from "./reading";

/** Messages that are read without letting others have a turn. */
const AT_ONCE = 60;

/** What was learned from the messages that the repository ships. */
export interface Model extends Pick<Artifact, "fingerprint" | "classes" | "sharpness" | "outside" | "calibration" | "meanings"> {
  readonly learned: Learned;
  readonly vocabulary: Vocabulary;
  /** By how much each feature speaks for each class: a row of classes for each place of the vocabulary. */
  readonly support: Float32Array;
}

/** What is learned beyond it: what people confirmed since, and topics that are newer than it. */
export interface Addition {
  readonly lessons: readonly Lesson[];
  readonly learned: Learned;
}

let loading: Promise<Model> | null = null;

/** The model, read once a process, in turns that let others have theirs. @throws Error where it does not belong to the messages. */
export function loadedModel(): Promise<Model> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Model> {
  // The encoder's thread starts meanwhile.
  const [{ usual, weights, ...artifact }] = await Promise.all([readArtifact(), encode(["ready"])]);
  if (artifact.fingerprint !== fingerprint()) throw new Error("data/messages/model.bin.gz was learned from other messages.");
  await setImmediate();
  const texts = trainingMessages().map(({ text }) => text);
  const counts = new TextCounts();
  for (const [row, text] of texts.entries()) {
    if (row % AT_ONCE === 0) await setImmediate();
    counts.add(text);
  }
  const vocabulary = counts.vocabulary();
  const classes = usual.length;
  const support = new Float32Array(vocabulary.places.size * classes);
  for (const [row, text] of texts.entries()) {
    if (row % AT_ONCE === 0) await setImmediate();
    const { places, values } = vectorOf(vocabulary, text);
    for (const [i, place] of places.entries()) {
      const value = values[i] ?? 0;
      for (let c = 0; c < classes; c += 1) support[place * classes + c] = (support[place * classes + c] ?? 0) + value * (weights[row * classes + c] ?? 0);
    }
  }
  return { ...artifact, learned: { usual: Float64Array.from(usual), weights: Float64Array.from(weights) }, vocabulary, support };
}

/** Texts as the model sees them. */
export async function examplesOf(texts: readonly string[], { vocabulary }: Model): Promise<Example[]> {
  const meanings = await meaningsOf(texts, encode);
  return texts.map((text, at) => ({ meaning: meanings[at] ?? new Float32Array(0), vector: vectorOf(vocabulary, text) }));
}

/** The share of each class that the model expects of a text; classes that an addition brings come after its own. */
export function sharesOf(example: Example, model: Model, addition: Addition | null): Float64Array {
  const { learned, meanings, support, classes } = model;
  const shares = expectedShares(learned, meanings.map((meaning) => nearness(meaning, example.meaning)));
  for (const [i, place] of example.vector.places.entries()) {
    for (let c = 0; c < classes.length; c += 1) shares[c] = (shares[c] ?? 0) + (example.vector.values[i] ?? 0) * (support[place * classes.length + c] ?? 0);
  }
  if (addition === null) return shares;
  const added = expectedShares(addition.learned, addition.lessons.map((lesson) => likeness(lesson, example)));
  return added.map((share, c) => share + (shares[c] ?? 0));
}

/** A text, and what the model by itself expects of it. */
interface Reading {
  readonly example: Example;
  readonly shares: Float64Array;
}

/** Confirmed messages are read with every request that is tagged: what was read of them is kept, for so many. */
const MOST_READ = 500;
const readBefore = new WeakMap<Model, Map<string, Promise<Reading>>>();

/** Reads texts, each once as long as it is kept. */
function readingsOf(texts: readonly string[], model: Model): Promise<Reading[]> {
  const known = readBefore.get(model) ?? new Map<string, Promise<Reading>>();
  readBefore.set(model, known);
  const readings = texts.map((text) => {
    const reading = known.get(text) ?? readOne(text, model);
    reading.catch(() => known.delete(text));
    known.delete(text);
    known.set(text, reading);
    return reading;
  });
  for (const text of known.keys()) if (known.size > MOST_READ) known.delete(text);
  return Promise.all(readings);
}

async function readOne(text: string, model: Model): Promise<Reading> {
  const [example] = await examplesOf([text], model);
  if (!example) throw new Error("A text has a place.");
  return { example, shares: sharesOf(example, model, null) };
}

/**
 * What confirmed messages say beyond what the model expects of them: fitted to what is left, so that the same confirmations always give the
 * same, and nothing is learned twice.
 *
 * @param classes the model's, and after them the codes of newer topics.
 */
export async function additionOf(messages: readonly Message[], classes: readonly string[], model: Model): Promise<Addition | null> {
  if (messages.length === 0) return null;
  const readings = await readingsOf(messages.map(({ text }) => text), model);
  const places = new Map(classes.map((code, at) => [code, at]));
  const lessons = readings.map(({ example, shares }, at): Lesson => {
    const target = targetOf(messages[at]?.topics ?? [], places);
    return { ...example, belief: 1, target: new Map(classes.map((_, c) => [c, (target.get(c) ?? 0) - (shares[c] ?? 0)])) };
  });
  const alike = new Float64Array(lessons.length ** 2);
  for (const [i, a] of lessons.entries()) {
    await setImmediate();
    for (const [j, b] of lessons.entries()) alike[i * lessons.length + j] = likeness(a, b);
  }
  return { lessons, learned: fitRidge(lessons, classes.length, alike, new Float64Array(classes.length)) };
}

/** The words of a text that speak for a class rather than for all others. */
export function evidenceFor(text: string, place: number, { vocabulary, support, classes }: Model): Span[] {
  const size = classes.length;
  if (place >= size) return [];
  return evidenceIn(text, vocabulary, (feature) => {
    let others = 0;
    for (let c = 0; c < size; c += 1) others += support[feature * size + c] ?? 0;
    const own = support[feature * size + place] ?? 0;
    return own - (others - own) / (size - 1);
  });
}
