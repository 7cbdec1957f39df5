import { scanCircles, scanForCluster, type ScanCluster } from "@arl/analysis/clusterScan";
import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { meanOfTally } from "@arl/analysis/mean";
import { pooling } from "@arl/analysis/pooling";
import { riskRatio } from "@arl/analysis/riskRatio";
import { seededRandom } from "@arl/analysis/seededRandom";
import { greatCircleKm } from "@arl/analysis/geo";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact, sumOver, withheld } from "../figure/figure";
import type { Refusal } from "../figure/refusal.type";
import type { ServingSpecialist } from "../scope/serving.queries";
import type { RelationshipMinutes, RequestingSystem } from "./located.queries";
import type { ClusterSystem, Pooling, RegionalCluster } from "./opportunity.type";

/** Located systems that a topic must have been asked for by to be tested, and that a scan needs in all. */
const LEAST_OF_TOPIC = 5;
const LEAST_LOCATED = 20;
/** Systems that a cluster holds at least. */
const LEAST_CASES = 3;
/** Closed relationships on a topic that its hours rest on at least. */
const LEAST_RELATIONSHIPS = 5;

/**
 * Random arrangements: so many that one cluster among sixty topics can reach a q under 0.05, and in a large network as many as
 * looking through this many places takes a second or two for.
 */
const PERMUTATIONS = { least: 999, most: 9999, places: 400_000_000 } as const;
/** Twenty arrangements as extreme say that p is not small; the others are spared. */
const STOP_AFTER = 20;
/** No circle holds more than half of all: beyond that it is the rest that is the exception. */
const MAX_SHARE = 0.5;
/** Any number will do, so that the same rows give the same p-values. */
const SEED = 1997;

export interface ClusterOptions {
  readonly maxKm: number;
  readonly cohortSize: number;
}

export interface ClusterFacts {
  readonly systems: readonly RequestingSystem[];
  readonly minutes: readonly RelationshipMinutes[];
  readonly specialists: readonly ServingSpecialist[];
  readonly providerNames: ReadonlyMap<string, string>;
  /** Every topic of the framework, and NONE, in its order. */
  readonly topics: readonly TopicRow[];
}

type Located = RequestingSystem & { readonly lat: number; readonly lon: number };

export const isLocated = (system: RequestingSystem): system is Located => system.lat !== null && system.lon !== null;

/** Why clusters cannot be looked for; null where they can. */
export function clusterRefusal(systems: readonly RequestingSystem[]): Refusal | null {
  const located = systems.filter(isLocated).length;
  const wouldLift = "Load the directory of districts, and give requests the NCES id of their district: a system has the place of its district's office.";
  const why = (rest: string) => `${located} of ${systems.length} requesting systems have a known place; ${rest}`;
  if (located < LEAST_LOCATED) return { reason: "TOO_FEW", why: why(`neighbours are looked for among ${LEAST_LOCATED} at least.`), wouldLift };
  if (located * 2 < systems.length) return { reason: "NOT_RECORDED", why: why("where most are not on the map, those who are may stand together for other reasons."), wouldLift };
  return null;
}

export interface Clusters {
  /** The surest first. */
  readonly clusters: RegionalCluster[];
  /** Topics tested. */
  readonly tested: number;
  /** Random arrangements behind each p-value, at most. */
  readonly permutations: number;
}

/** The likeliest cluster of each topic that enough located systems asked for. */
export function regionalClusters(facts: ClusterFacts, options: ClusterOptions): Clusters {
  const located = facts.systems.filter(isLocated);
  const circles = scanCircles(located, { maxKm: options.maxKm, maxShare: MAX_SHARE });
  const asked = (topic: TopicRow) => located.map(({ topics }) => topics?.includes(topic.code) ?? false);
  const tested = facts.topics.map((topic, index) => ({ topic, index, isCase: asked(topic) })).filter(({ isCase }) => isCase.filter(Boolean).length >= LEAST_OF_TOPIC);
  const permutations = Math.min(PERMUTATIONS.most, Math.max(PERMUTATIONS.least, Math.floor(PERMUTATIONS.places / Math.max(1, circles.order.length))));
  const scans = tested.map(({ topic, index, isCase }) => {
    const { uniform } = seededRandom(SEED, index);
    return { topic, isCase, found: scanForCluster(circles, isCase, { leastCases: LEAST_CASES, permutations, stopAfter: STOP_AFTER, uniform }) };
  });
  const qValues = benjaminiHochberg(scans.map(({ found }) => found?.pValue ?? 1));
  const clusters = scans.flatMap(({ topic, isCase, found }, index) =>
    found === null ? [] : [clusterOf({ topic, isCase, found, qValue: qValues[index] ?? 1, located }, facts, options)],
  );
  return { clusters: clusters.sort((a, b) => a.qValue - b.qValue || a.pValue - b.pValue), tested: tested.length, permutations };
}

interface Scanned {
  readonly topic: TopicRow;
  readonly isCase: readonly boolean[];
  readonly found: ScanCluster;
  readonly qValue: number;
  readonly located: readonly Located[];
}

function clusterOf({ topic, isCase, found, qValue, located }: Scanned, facts: ClusterFacts, options: ClusterOptions): RegionalCluster {
  const middle = located[found.centre];
  if (middle === undefined) throw new RangeError("a cluster has its centre among the located");
  const member = (system: Located): ClusterSystem => ({ id: system.id, name: system.name, state: system.state, city: system.city, students: system.students, lat: system.lat, lon: system.lon, km: greatCircleKm(middle, system) });
  const members = found.members.flatMap((index) => {
    const system = located[index];
    return system && isCase[index] === true ? [member(system)] : [];
  });
  const inside = { part: found.cases, whole: found.members.length };
  const allCases = isCase.filter(Boolean).length;
  const known = members.flatMap(({ students }) => (students === null ? [] : [students]));
  const states = [...new Set(members.map(({ state }) => state))].sort();
  return {
    topic,
    centre: member(middle),
    radiusKm: found.km,
    systems: exact(found.cases, inside.whole),
    expected: (inside.whole * allCases) / located.length,
    relativeRisk: estimate(riskRatio(inside, { part: allCases - inside.part, whole: located.length - inside.whole })),
    students: sumOver(known.reduce((sum, each) => sum + each, 0), known.length, members.length),
    states,
    members,
    pValue: found.pValue,
    qValue,
    pooling: poolingOf(topic.code, members.length, states, facts, options.cohortSize),
  };
}

function poolingOf(code: string, systems: number, states: readonly string[], { minutes, specialists, providerNames }: ClusterFacts, cohortSize: number): Pooling {
  const able = specialists.filter((each) => each.topics.includes(code) && (each.states === null || each.states.some((state) => states.includes(state))));
  const organisations = [...new Set(able.map(({ organisation }) => organisation))].map((key) => ({ key, label: providerNames.get(key) ?? key })).sort((a, b) => a.label.localeCompare(b.label));
  const took = meanOfTally(minutes.filter(({ topic }) => topic === code).map(({ minutes: value, count }) => ({ value: value / 60, count })));
  const own = { specialists: exact(able.length, able.length), organisations, cohortSize, cohorts: Math.ceil(systems / cohortSize) };
  if ("withheld" in took || took.n < LEAST_RELATIONSHIPS) {
    const refused = withheld(took.n === 0 ? "NO_DATA" : "TOO_FEW", took.n);
    return { ...own, hoursEach: refused, hoursOneToOne: refused, hoursPooled: refused };
  }
  const { oneToOne, pooled, cohorts } = pooling({ systems, cohortSize, hoursEach: took });
  const floored = { ...took, low: took.low === null ? null : Math.max(0, took.low) };
  return { ...own, cohorts, hoursEach: estimate(floored), hoursOneToOne: estimate(oneToOne), hoursPooled: estimate(pooled) };
}
