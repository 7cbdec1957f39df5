import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { expectedOverlap, type Overlap } from "@arl/analysis/association";
import { fittedOverlap, protectedFisher, protectedLift } from "@arl/analysis/disclosure/protectedLift";
import { THRESHOLDS } from "@arl/analysis/disclosure/thickness";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact } from "../figure/figure";
import { maybeShown, nothing, TOO_FEW, type CellFacts, type Protection } from "../figure/protection";
import type { Hurdle } from "./hurdle.type";
import { inOrder } from "./hurdles";
import { pairKey } from "./pairFacts";
import type { Shared, SharedNeeds } from "./pairs";

export interface GuardedHurdles {
  readonly needs: SharedNeeds;
  /** By topic, by pair, and of all requests in scope. */
  readonly topics: ReadonlyMap<string, CellFacts>;
  readonly pairs: ReadonlyMap<string, CellFacts>;
  readonly whole: CellFacts;
  /** Whether the requests on a topic may be shown (of the whole scope without one), as every table of needs decides it. */
  readonly mayShowTopic: (code?: string) => boolean;
  /** Whether the systems that asked for both may be shown. */
  readonly mayShowPair: (one: string, other: string) => boolean;
  readonly protection: Protection;
  readonly hasOwnProvider: boolean;
  /** States and organisations that there are. */
  readonly states: number;
  readonly providers: number;
}

/**
 * Hurdles for who may not see the rows. Every topic is listed, shown or not; pairs only where they may be shown, so that no pair is
 * told of by its absence. Lift and q come from the counts that are published, and from nothing else.
 */
export function protectedHurdles(rows: readonly TopicRow[], guarded: GuardedHurdles): Hurdle[] {
  const { topics, needs, mayShowTopic, hasOwnProvider } = guarded;
  const singles = rows.map((topic, place): Hurdle => {
    const facts = topics.get(topic.code) ?? nothing(hasOwnProvider);
    const isShown = maybeShown(facts) && mayShowTopic(topic.code);
    return { topics: [topic], ...(isShown ? counts(needs.singles[place], facts, guarded) : WITHHELD), expected: TOO_FEW, lift: TOO_FEW, qValue: null };
  });
  const all = maybeShown(guarded.whole) && mayShowTopic() ? guarded.protection.systemsFigure(guarded.whole).value : null;
  return inOrder([...singles, ...(all === null ? [] : protectedPairs(rows, singles, all, guarded))]);
}

const WITHHELD = { systems: TOO_FEW, states: TOO_FEW, providers: TOO_FEW };

function counts(shared: Shared | undefined, facts: CellFacts, { protection, states, providers }: GuardedHurdles) {
  return {
    systems: protection.systemsFigure(facts),
    states: protection.distinctFigure(shared?.states ?? 0, facts, "states", [1, states]),
    providers: protection.distinctFigure(shared?.organisations ?? 0, facts, "organisations", [THRESHOLDS.organisations, providers]),
  };
}

/** Pairs of shown topics that may be shown; those that may not enter the false discovery rate as no find at all. */
function protectedPairs(rows: readonly TopicRow[], singles: readonly Hurdle[], all: number, guarded: GuardedHurdles): Hurdle[] {
  const valueAt = (place: number | undefined) => (place === undefined ? null : (singles[place]?.systems.value ?? null));
  const ofShown = guarded.needs.pairs.flatMap((pair) => {
    const [first, second] = [valueAt(pair.topics[0]), valueAt(pair.topics[1])];
    return first === null || second === null ? [] : [{ pair, first, second, facts: shownFacts(rows, pair, guarded) }];
  });
  const overlaps = ofShown.map(({ first, second, facts }) => (facts === null ? null : fittedOverlap({ both: guarded.protection.systemsFigure(facts).value ?? 0, first, second, all })));
  const qValues = benjaminiHochberg(overlaps.map((overlap) => (overlap === null ? 1 : protectedFisher(overlap))));
  return ofShown.flatMap(({ pair, facts }, index): Hurdle[] => {
    const overlap = overlaps[index];
    if (!facts || !overlap) return [];
    return [{ topics: pair.topics.flatMap((place) => rows[place] ?? []), ...counts(pair, facts, guarded), ...estimates(overlap), qValue: qValues[index] ?? 1 }];
  });
}

const estimates = (overlap: Overlap) => ({ expected: exact(expectedOverlap(overlap), overlap.all), lift: estimate(protectedLift(overlap)) });

/** The facts of a pair that may be shown: what its topics and all systems have beyond it must not be thin either. */
function shownFacts(rows: readonly TopicRow[], { topics, systems }: Shared, { pairs, needs, mayShowPair }: GuardedHurdles): CellFacts | null {
  const [one, other] = topics.map((place) => rows[place]?.code ?? "");
  if (one === undefined || other === undefined) return null;
  const facts = pairs.get(pairKey(one, other));
  if (!facts || !maybeShown(facts)) return null;
  const askedForEither = topics.reduce((sum, place) => sum + (needs.singles[place]?.systems ?? 0), 0) - systems;
  const neither = needs.systems - askedForEither;
  if (neither > 0 && neither < THRESHOLDS.systems) return null;
  return mayShowPair(one, other) ? facts : null;
}
