import type { Example } from "@arl/analysis/suggestion/kernel";
import { splitText } from "@arl/analysis/suggestion/split";
import type { Span } from "@arl/analysis/suggestion/words";
import { setImmediate } from "node:timers/promises";
import { chosen } from "./decision";
import { OUTSIDE, type Message } from "./messages";
import { additionOf, evidenceFor, examplesOf, sharesOf, type Addition, type Model } from "./model";

/** A topic that a text may be about. */
export interface Suggestion {
  readonly topicCode: string;
  /** How often a suggestion like this is right, 0 to 1. */
  readonly confidence: number;
  /** The words that speak for it, in UTF-16 units of the text. */
  readonly evidence: readonly Span[];
}

/** One thing that a text says, and what it may be about; the best comes first. */
export interface Need {
  readonly span: Span;
  readonly suggestions: readonly Suggestion[];
}

/** The model and the framework of today. */
export interface Reader {
  readonly model: Model;
  /** Codes of the model's classes and, after them, of topics that are newer. */
  readonly classes: readonly string[];
  readonly addition: Addition | null;
  /** What each code of the framework's history stands for today; no entry = nothing. */
  readonly today: ReadonlyMap<string, string>;
}

/** Topics as a framework that may be newer than the model has them. */
export interface Framework {
  readonly today: ReadonlyMap<string, string>;
  readonly topics: readonly { readonly code: string; readonly label: string; readonly definition: string }[];
}

/** A text longer than this says several things, and is read by its parts as well. */
const LONG = 400;
/** Parts of a text that are read by themselves, at most. */
const MOST_PARTS = 60;
/** A part whose best topic is less sure than this goes with its neighbour. */
const LEAST_SURE = 0.4;

/** Makes ready to read: topics newer than the model are learned from their definitions, and what people confirmed from their words. */
export async function readerOf(model: Model, { today, topics }: Framework, confirmed: readonly Message[]): Promise<Reader> {
  const newer = topics.filter(({ code }) => !model.classes.includes(code));
  const classes = [...model.classes, ...newer.map(({ code }) => code)];
  const definitions = newer.flatMap(({ code, label, definition }) => [label, definition].map((text) => ({ text, topics: [code], author: "framework" })));
  return { model, classes, today, addition: await additionOf([...definitions, ...confirmed], classes, model) };
}

/** What a text as a whole may be about, best first; none = not in the framework. */
export async function suggestionsFor(text: string, reader: Reader, first: number): Promise<Suggestion[]> {
  const spans = text.length > LONG ? partsOf(text) : [];
  const [whole, ...parts] = await examplesOf([text, ...spans.map(({ start, end }) => text.slice(start, end))], reader.model);
  return whole ? withEvidence(text, best(await sharesTogether(whole, parts, reader), reader, first), reader) : [];
}

/** What each thing that a text says may be about. The needs hold every letter of the text, in order. */
export async function needsIn(text: string, reader: Reader, first: number): Promise<Need[]> {
  const spans = partsOf(text);
  const examples = await examplesOf(spans.map(({ start, end }) => text.slice(start, end)), reader.model);
  const about: (string | null)[] = [];
  for (const example of examples) {
    await setImmediate();
    const [choice] = best(byTopic(sharesOf(example, reader.model, reader.addition), reader), reader, 1);
    about.push(choice && choice.confidence >= LEAST_SURE ? choice.topicCode : null);
  }
  const needs: Need[] = [];
  for (const span of together(spans, about)) {
    const own = text.slice(span.start, span.end);
    const suggestions = await suggestionsFor(own, reader, first);
    const moved = suggestions.map((one) => ({ ...one, evidence: one.evidence.map(({ start, end }) => ({ start: start + span.start, end: end + span.start })) }));
    needs.push({ span, suggestions: moved });
  }
  return needs;
}

/** Neighbouring parts that say the same, or of which one says nothing by itself, as one. */
function together(spans: readonly Span[], about: readonly (string | null)[]): Span[] {
  const joined: { start: number; end: number; about: string | null }[] = [];
  for (const [at, { start, end }] of spans.entries()) {
    const own = about[at] ?? null;
    const last = joined.at(-1);
    if (last && (own === null || last.about === null || last.about === own)) {
      last.end = end;
      last.about ??= own;
    } else joined.push({ start, end, about: own });
  }
  return joined.map(({ start, end }) => ({ start, end }));
}

function partsOf(text: string): Span[] {
  const spans = splitText(text);
  const [last, end] = [spans[MOST_PARTS - 1], spans.at(-1)?.end];
  return spans.length > MOST_PARTS && last && end !== undefined ? [...spans.slice(0, MOST_PARTS - 1), { start: last.start, end }] : spans;
}

/** A share for each topic of today, and for "not in the framework" at the end. */
interface TodaysShares {
  readonly codes: readonly string[];
  readonly shares: Float64Array;
}

function byTopic(shares: Float64Array, { classes, today }: Reader): TodaysShares {
  const most = new Map<string, number>();
  for (const [at, code] of classes.entries()) {
    const now = code === OUTSIDE ? OUTSIDE : today.get(code);
    if (now !== undefined) most.set(now, Math.max(most.get(now) ?? Number.NEGATIVE_INFINITY, shares[at] ?? 0));
  }
  const codes = [...[...most.keys()].filter((code) => code !== OUTSIDE), OUTSIDE];
  return { codes, shares: Float64Array.from(codes, (code) => most.get(code) ?? 0) };
}

async function sharesTogether(whole: Example, parts: readonly Example[], reader: Reader): Promise<TodaysShares> {
  const { model, addition } = reader;
  const all = sharesOf(whole, model, addition);
  if (parts.length < 2) return byTopic(all, reader);
  const most = Float64Array.from(all, () => Number.NEGATIVE_INFINITY);
  for (const part of parts) {
    await setImmediate();
    for (const [c, share] of sharesOf(part, model, addition).entries()) most[c] = Math.max(most[c] ?? 0, share);
  }
  const outside = reader.classes.indexOf(OUTSIDE);
  // A long text is outside of the framework only as a whole: one part that is says nothing of the others.
  return byTopic(all.map((share, c) => (c === outside ? share : (share + (most[c] ?? 0)) / 2)), reader);
}

interface Chosen {
  readonly topicCode: string;
  readonly confidence: number;
}

function best({ codes, shares }: TodaysShares, { model }: Reader, first: number): Chosen[] {
  return chosen(shares, model, first).map(({ place, confidence }) => ({ topicCode: codes[place] ?? OUTSIDE, confidence }));
}

/** Each topic with the words that speak for it; others have their turn in between. */
async function withEvidence(text: string, topics: readonly Chosen[], { model, classes }: Reader): Promise<Suggestion[]> {
  const suggestions: Suggestion[] = [];
  for (const topic of topics) {
    await setImmediate();
    suggestions.push({ ...topic, evidence: evidenceFor(text, classes.indexOf(topic.topicCode), model) });
  }
  return suggestions;
}
