import { clusterQValues } from "./discoveries";
import { higherInFirst } from "./keyness";

/** What a request was about at each stage; null where the stage was not recorded or not reached. */
export interface DriftRecord {
  readonly asked: readonly string[] | null;
  readonly tagged: readonly string[] | null;
  readonly coached: readonly string[] | null;
}

export type Stage = keyof DriftRecord;

/** How many of those with a topic at one stage have it at a later one too. */
export interface Kept {
  readonly kept: number;
  /** Those with the topic at the first stage of which the later one is known. */
  readonly of: number;
}

/** Requests on one topic that turned out to be about another, which they had not been on. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  /** Of the requests on `from` and not on `to`, so many went to `to`. */
  readonly moved: number;
  readonly of: number;
  /** Of the requests on neither, so many went to `to`: what to expect of any request. */
  readonly others: number;
  readonly allOthers: number;
  /** That more of them went there than others did, one-sided; null where there were too few to test. */
  readonly pValue: number | null;
  readonly qValue: number | null;
}

/** A topic with fewer requests at the first stage is not tested, nor a destination of fewer. */
export const LEAST_REQUESTS_OF_DRIFT = 5;

const has = (topics: readonly string[] | null, topic: string): boolean => topics !== null && topics.includes(topic);

export const onTopic = (records: readonly DriftRecord[], stage: Stage, topic: string): number => records.filter((record) => has(record[stage], topic)).length;

export function keptFrom(records: readonly DriftRecord[], from: Stage, to: Stage, topic: string): Kept {
  const known = records.filter((record) => has(record[from], topic) && record[to] !== null);
  return { kept: known.filter((record) => has(record[to], topic)).length, of: known.length };
}

/**
 * Where requests went from one stage to a later one: for every two topics, how many of those on the first and not on the second
 * came to the second, against those on neither. A request that was on both from the start went nowhere.
 *
 * Fisher's exact test, one-sided, given how many requests there are of each; Benjamini and Hochberg's q over all pairs tested.
 *
 * @returns pairs that any request went between, by `from` and `to`.
 */
export function flowsBetween(records: readonly DriftRecord[], from: Stage, to: Stage): Flow[] {
  const known = records.flatMap((record) => {
    const [first, second] = [record[from], record[to]];
    return first === null || second === null ? [] : [{ first: new Set(first), second: new Set(second) }];
  });
  const countOf = (sets: readonly ReadonlySet<string>[]) => {
    const counts = new Map<string, number>();
    for (const set of sets) for (const topic of set) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    return counts;
  };
  const starts = [...countOf(known.map(({ first }) => first))].sort(byTopic);
  const ends = [...countOf(known.map(({ second }) => second)).keys()].sort();
  const pairs = ends.flatMap((end) => {
    const without = known.filter(({ first }) => !first.has(end));
    const arrived = without.filter(({ second }) => second.has(end));
    return starts.flatMap(([start]) => (start === end ? [] : [flow(start, end, without, arrived)]));
  });
  const tested = pairs.filter(({ pValue }) => pValue !== null);
  const qValues = clusterQValues(tested.map(({ pValue }) => pValue ?? 1), tested.length);
  const qOf = new Map(tested.map((pair, index) => [pair, qValues[index] ?? 1]));
  return pairs
    .filter(({ moved }) => moved > 0)
    .map((pair) => ({ ...pair, qValue: qOf.get(pair) ?? null }))
    .sort((a, b) => (a.from === b.from ? compare(a.to, b.to) : compare(a.from, b.from)));
}

interface Known {
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
}

function flow(from: string, to: string, without: readonly Known[], arrived: readonly Known[]): Flow {
  const of = without.filter(({ first }) => first.has(from)).length;
  const moved = arrived.filter(({ first }) => first.has(from)).length;
  const counts = { moved, of, others: arrived.length - moved, allOthers: without.length - of };
  // Whether a pair is tested hangs on how many there are of each alone, never on how many went.
  const isTested = of >= LEAST_REQUESTS_OF_DRIFT && arrived.length >= LEAST_REQUESTS_OF_DRIFT && counts.allOthers > 0;
  const pValue = isTested ? higherInFirst({ first: moved, allFirst: of, second: counts.others, allSecond: counts.allOthers }) : null;
  return { from, to, ...counts, pValue, qValue: null };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byTopic = ([a]: readonly [string, number], [b]: readonly [string, number]): number => compare(a, b);
