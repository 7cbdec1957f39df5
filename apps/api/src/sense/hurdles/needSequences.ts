import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { wilson } from "@arl/analysis/proportion";
import { chanceOfFirst, comesBefore, orderLift } from "@arl/analysis/sequence";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact } from "../figure/figure";
import type { NeedSequence, NeedSequences } from "./needSequence.type";
import type { CoachedCalls } from "./sequence.queries";

/** Fewer relationships that could tell are too few to be tested. */
const LEAST_RELATIONSHIPS = 5;

/** An ordered pair of topics, over all relationships. */
interface Ordered {
  readonly first: number;
  readonly later: number;
  /** Relationships in which the second came later. */
  readonly followed: number;
  /** Of each relationship that could tell, the chance that it would by itself. */
  readonly chances: readonly number[];
  /** Relationships in which the second could still come. */
  readonly atRisk: number;
}

/**
 * What follows what, for every ordered pair of topics that enough relationships can tell of.
 * @param named topics of which one must be in a pair for it to be shown; q is over all, whichever are shown.
 * @param most pairs that are given.
 */
export function needSequences(topics: readonly TopicRow[], calls: readonly CoachedCalls[], named: readonly string[], most: number): NeedSequences {
  const several = calls.filter(({ length }) => length > 1);
  const tested = orderedPairs(
    topics.map(({ code }) => code),
    several,
  ).filter(({ chances }) => chances.length >= LEAST_RELATIONSHIPS);
  const qValues = benjaminiHochberg(tested.map(({ chances, followed }) => comesBefore(chances, followed)));
  const shown = new Set(named);
  const listed = tested
    .map((pair, index) => ({ ...pair, qValue: qValues[index] ?? 1, ratio: pair.followed / pair.chances.reduce((sum, chance) => sum + chance, 0) }))
    .filter(({ first, later }) => shown.size === 0 || [first, later].some((place) => shown.has(topics[place]?.code ?? "")))
    .sort((a, b) => a.qValue - b.qValue || b.ratio - a.ratio)
    .slice(0, most);
  return { sequences: listed.flatMap((pair) => sequenceOf(pair, topics)), tested: tested.length, relationships: several.length, refusal: tested.length > 0 ? null : REFUSAL };
}

const REFUSAL: NeedSequences["refusal"] = {
  reason: "TOO_FEW",
  why: `No two topics were coached in different sessions of the same ${LEAST_RELATIONSHIPS} relationships.`,
  wouldLift: "A wider scope, or relationships that go on for longer.",
};

function sequenceOf({ first, later, followed, atRisk, chances, qValue }: Ordered & { readonly qValue: number }, topics: readonly TopicRow[]): NeedSequence[] {
  const [one, other] = [topics[first], topics[later]];
  if (!one || !other) return [];
  return [{ first: one, later: other, relationships: exact(followed, followed), share: estimate(wilson(followed, atRisk)), lift: estimate(orderLift(chances, followed)), qValue }];
}

function orderedPairs(codes: readonly string[], calls: readonly CoachedCalls[]): Ordered[] {
  const size = codes.length;
  const placeOf = new Map(codes.map((code, place) => [code, place]));
  const chances = Array.from({ length: size * size }, (): number[] => []);
  const [followed, already, wentOn] = [new Int32Array(size * size), new Int32Array(size * size), new Int32Array(size)];
  const count = (counts: Int32Array, at: number) => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for (const relationship of calls) {
    const coached = callsByTopic(relationship, placeOf);
    for (const one of coached) {
      const isLast = one.first === relationship.length - 1;
      if (!isLast) count(wentOn, one.place);
      for (const other of coached) {
        if (one.place === other.place) continue;
        const at = one.place * size + other.place;
        if (one.first < other.first) count(followed, at);
        else if (!isLast) count(already, at);
        const alone = one.calls.filter((call) => !other.calls.includes(call)).length;
        if (alone > 0) chances[at]?.push(chanceOfFirst(alone, other.calls.length));
      }
    }
  }
  return chances.map((own, at) => {
    const [first, then] = [Math.floor(at / size), at % size];
    return { first, later: then, followed: followed[at] ?? 0, chances: own, atRisk: (wentOn[first] ?? 0) - (already[at] ?? 0) };
  });
}

interface Coached {
  readonly place: number;
  /** Numbers of the calls it was coached in, ascending, and the first of them. */
  readonly calls: readonly number[];
  readonly first: number;
}

function callsByTopic(relationship: CoachedCalls, placeOf: ReadonlyMap<string, number>): Coached[] {
  const calls = new Map<number, number[]>();
  relationship.forEach((topics, call) => {
    for (const topic of topics) {
      const place = placeOf.get(topic);
      if (place === undefined) continue;
      const before = calls.get(place);
      if (before) before.push(call);
      else calls.set(place, [call]);
    }
  });
  return [...calls].map(([place, own]) => ({ place, calls: own, first: own[0] ?? 0 }));
}
