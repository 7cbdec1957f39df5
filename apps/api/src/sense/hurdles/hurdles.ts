import { expectedOverlap, fisherGreater, lift, type Overlap } from "@arl/analysis/association";
import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact, withheld } from "../figure/figure";
import type { AskingSystem } from "./asked.queries";
import type { Hurdle } from "./hurdle.type";
import { sharedNeeds, type Shared, type SharedNeeds } from "./pairs";

/** A topic that fewer systems ask for is not listed, and no pair with it is tested. */
export const LEAST_SYSTEMS = 5;

/** From here down a pair is more than chance. */
export const SIGNIFICANT = 0.05;

/** A pair that was tested. */
export interface TestedPair extends Shared {
  readonly overlap: Overlap;
  readonly qValue: number;
}

/** Every pair both of whose topics enough systems ask for, also those that no system shares: q is over all of them. */
export function testedPairs({ singles, pairs, systems }: SharedNeeds): TestedPair[] {
  const askedFor = (place: number | undefined) => (place === undefined ? 0 : (singles[place]?.systems ?? 0));
  const tested = pairs
    .map((pair) => ({ ...pair, overlap: { both: pair.systems, first: askedFor(pair.topics[0]), second: askedFor(pair.topics[1]), all: systems } }))
    .filter(({ overlap }) => overlap.first >= LEAST_SYSTEMS && overlap.second >= LEAST_SYSTEMS);
  const qValues = benjaminiHochberg(tested.map(({ overlap }) => fisherGreater(overlap)));
  return tested.map((pair, index) => ({ ...pair, qValue: qValues[index] ?? 1 }));
}

/** Hurdles for who may see the rows, in their order. */
export function exactHurdles(topics: readonly TopicRow[], systems: readonly AskingSystem[]): Hurdle[] {
  const needs = sharedNeeds(
    topics.map(({ code }) => code),
    systems,
  );
  const topicsAt = (places: readonly number[]) => places.flatMap((place) => topics[place] ?? []);
  const singles = needs.singles
    .filter((single) => single.systems >= LEAST_SYSTEMS)
    .map((single): Hurdle => ({ topics: topicsAt(single.topics), ...counts(single), expected: withheld("NO_DATA", 0), lift: withheld("NO_DATA", 0), qValue: null }));
  const pairs = testedPairs(needs)
    .filter((pair) => pair.systems > 0)
    .map(({ overlap, qValue, ...pair }): Hurdle => ({ topics: topicsAt(pair.topics), ...counts(pair), expected: exact(expectedOverlap(overlap), overlap.all), lift: estimate(lift(overlap)), qValue }));
  return inOrder([...singles, ...pairs]);
}

const counts = ({ systems, states, organisations }: Shared) => ({ systems: exact(systems, systems), states: exact(states, systems), providers: exact(organisations, systems) });

/**
 * Pairs beyond chance by lift, then single topics by systems, then the other pairs by q; equals stay in the framework's order. What
 * is withheld comes last of its kind.
 */
export function inOrder(hurdles: readonly Hurdle[]): Hurdle[] {
  const kind = ({ topics, qValue }: Hurdle) => (topics.length === 1 ? 1 : qValue !== null && qValue < SIGNIFICANT ? 0 : 2);
  const within = (a: Hurdle, b: Hurdle) => {
    if (kind(a) === 0) return (b.lift.value ?? 0) - (a.lift.value ?? 0);
    if (kind(a) === 1) return (b.systems.value ?? 0) - (a.systems.value ?? 0);
    return (a.qValue ?? 2) - (b.qValue ?? 2) || (b.lift.value ?? 0) - (a.lift.value ?? 0);
  };
  return hurdles.toSorted((a, b) => kind(a) - kind(b) || within(a, b));
}

/** Those that name one of these topics; all where none are named. */
export function shownHurdles(hurdles: readonly Hurdle[], named: readonly string[]): Hurdle[] {
  if (named.length === 0) return [...hurdles];
  const shown = new Set(named);
  return hurdles.filter(({ topics }) => topics.some(({ code }) => shown.has(code)));
}
