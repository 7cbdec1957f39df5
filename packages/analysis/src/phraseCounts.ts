import { atOnce, type Steps } from "./steps";

/** The longest phrase that is looked for, in words. */
export const LONGEST_PHRASE = 4;

/** Texts by system, each system's together. */
export interface CodedText {
  /** Whose it is, from 0. */
  readonly system: number;
  readonly isRecent: boolean;
  /** Words by number; 0 = nothing goes over it. */
  readonly words: Int32Array;
}

export interface PhraseCount {
  /** Words by number. */
  readonly words: readonly number[];
  /** Systems that say it in the recent texts, and in those before. */
  readonly recent: number;
  readonly before: number;
}

/** Distinct systems by phrase, counted while texts come system by system. */
class Tally {
  #counts: readonly [before: Int32Array, recent: Int32Array] = [new Int32Array(1024), new Int32Array(1024)];
  #last: readonly [before: Int32Array, recent: Int32Array] = [new Int32Array(1024), new Int32Array(1024)];

  add(phrase: number, system: number, isRecent: boolean): void {
    if (phrase >= this.#counts[0].length) this.#grow(phrase);
    const which = isRecent ? 1 : 0;
    if (this.#last[which][phrase] === system + 1) return;
    this.#last[which][phrase] = system + 1;
    this.#counts[which][phrase] = (this.#counts[which][phrase] ?? 0) + 1;
  }

  of(phrase: number): { recent: number; before: number } {
    return { recent: this.#counts[1][phrase] ?? 0, before: this.#counts[0][phrase] ?? 0 };
  }

  #grow(phrase: number): void {
    const wider = (old: Int32Array) => {
      const grown = new Int32Array(Math.max(2 * old.length, phrase + 1));
      grown.set(old);
      return grown;
    };
    this.#counts = [wider(this.#counts[0]), wider(this.#counts[1])];
    this.#last = [wider(this.#last[0]), wider(this.#last[1])];
  }
}

const MOST_BUCKETS = 1 << 22;

/** Texts between two pauses: some milliseconds. */
const isPause = (index: number): boolean => index % 2048 === 2047;

/** A number below `buckets`, a power of two, for a pair: the same every time. */
function bucketOf(first: number, second: number, buckets: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (buckets - 1);
}

/**
 * Rough counts of systems by bucket of pairs, never less than those of any pair in it: most pairs are rare, and need not be
 * kept apart.
 * @see Park, Chen & Yu (1995), An effective hash-based algorithm for mining association rules, Proc. ACM SIGMOD, 175–186.
 */
function* bucketCounts(texts: readonly CodedText[], starts: readonly Int32Array[]): Steps<Int32Array> {
  const words = starts.reduce((sum, { length }) => sum + length, 0);
  const buckets = Math.min(MOST_BUCKETS, 2 ** Math.ceil(Math.log2(words + 2)));
  const counts = new Int32Array(buckets);
  const last = new Int32Array(buckets);
  for (const [index, { system, isRecent }] of texts.entries()) {
    if (isPause(index)) yield;
    const from = starts[index] ?? new Int32Array();
    const who = 2 * system + (isRecent ? 2 : 1);
    for (let place = 0; place + 1 < from.length; place += 1) {
      const first = from[place] ?? 0;
      const second = from[place + 1] ?? 0;
      if (first === 0 || second === 0) continue;
      const bucket = bucketOf(first, second, buckets);
      if (last[bucket] === who) continue;
      last[bucket] = who;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
  }
  return counts;
}

/** Phrases of one length: what they are made of, and where in each text they begin. */
interface Level {
  /** By phrase number, from 1: the phrase without its last word, and that word. */
  readonly prefix: number[];
  readonly last: number[];
  readonly starts: readonly Int32Array[];
}

/**
 * Every phrase of one to four words that at least so many systems say, recently and before together. Longer phrases are only
 * looked for where both their shorter parts are as frequent.
 *
 * @param texts those of one system together, in any order of systems.
 * @see Agrawal & Srikant (1994), Fast algorithms for mining association rules, Proc. 20th VLDB, 487–499.
 */
export const frequentPhrases = (texts: readonly CodedText[], least: number): PhraseCount[] => atOnce(frequentPhrasesInSteps(texts, least));

/** The same in steps of some milliseconds each. */
export function* frequentPhrasesInSteps(texts: readonly CodedText[], least: number): Steps<PhraseCount[]> {
  const levels: Level[] = [];
  const found: PhraseCount[] = [];
  for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
    const { level, tally } = length === 1 ? yield* singleWords(texts) : yield* longer(texts, levels[length - 2], least);
    const kept = yield* renumber(level, tally, least);
    levels.push(kept.level);
    for (const [index, phrase] of kept.originals.entries()) found.push({ words: spelled(levels, length, index + 1), ...tally.of(phrase) });
    if (kept.originals.length === 0) break;
  }
  return found;
}

function* singleWords(texts: readonly CodedText[]): Steps<{ level: Level; tally: Tally }> {
  const tally = new Tally();
  let most = 0;
  for (const [index, { system, isRecent, words }] of texts.entries()) {
    if (isPause(index)) yield;
    for (const word of words) {
      if (word === 0) continue;
      if (word > most) most = word;
      tally.add(word, system, isRecent);
    }
  }
  const numbers = Array.from({ length: most + 1 }, (_, word) => word);
  return { level: { prefix: numbers.map(() => 0), last: numbers, starts: texts.map(({ words }) => words) }, tally };
}

function* longer(texts: readonly CodedText[], shorter: Level | undefined, least: number): Steps<{ level: Level; tally: Tally }> {
  const tally = new Tally();
  const level = { prefix: [0], last: [0], starts: [] as Int32Array[] };
  const width = shorter?.last.length ?? 0;
  const known = new Map<number, number>();
  const rough = yield* bucketCounts(texts, shorter?.starts ?? []);
  for (const [index, { system, isRecent }] of texts.entries()) {
    if (isPause(index)) yield;
    const from = shorter?.starts[index] ?? new Int32Array();
    const starts = new Int32Array(Math.max(0, from.length - 1));
    for (let place = 0; place < starts.length; place += 1) {
      const first = from[place] ?? 0;
      const second = from[place + 1] ?? 0;
      if (first === 0 || second === 0 || (rough[bucketOf(first, second, rough.length)] ?? 0) < least) continue;
      const key = first * width + second;
      let phrase = known.get(key);
      if (phrase === undefined) {
        phrase = level.prefix.length;
        known.set(key, phrase);
        level.prefix.push(first);
        level.last.push(shorter?.last[second] ?? 0);
      }
      starts[place] = phrase;
      tally.add(phrase, system, isRecent);
    }
    level.starts.push(starts);
  }
  return { level, tally };
}

/** Only the frequent ones, numbered anew from 1. */
function* renumber({ prefix, last, starts }: Level, tally: Tally, least: number): Steps<{ level: Level; originals: number[] }> {
  const originals: number[] = [];
  const numbers = new Int32Array(prefix.length);
  for (let phrase = 1; phrase < prefix.length; phrase += 1) {
    const { recent, before } = tally.of(phrase);
    if (recent + before < least) continue;
    originals.push(phrase);
    numbers[phrase] = originals.length;
  }
  const pick = (values: readonly number[]) => [0, ...originals.map((phrase) => values[phrase] ?? 0)];
  const renumbered: Int32Array[] = [];
  for (const [index, places] of starts.entries()) {
    if (isPause(index)) yield;
    renumbered.push(places.map((phrase) => numbers[phrase] ?? 0));
  }
  return { level: { prefix: pick(prefix), last: pick(last), starts: renumbered }, originals };
}

function spelled(levels: readonly Level[], length: number, phrase: number): number[] {
  const words: number[] = [];
  let current = phrase;
  for (let level = length - 1; level >= 0; level -= 1) {
    words.push(levels[level]?.last[current] ?? 0);
    current = levels[level]?.prefix[current] ?? 0;
  }
  return words.toReversed();
}
