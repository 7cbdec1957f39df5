import { lift, npmi } from "@arl/analysis/association";
import { backbone, type Link } from "@arl/analysis/backbone";
import { cohesion, communities, type Communities } from "@arl/analysis/communities";
import { curveball } from "@arl/analysis/curveball";
import { forceLayout, type Point } from "@arl/analysis/forceLayout";
import { seededRandom } from "@arl/analysis/seededRandom";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact } from "../figure/figure";
import type { AskingSystem } from "./asked.queries";
import { LEAST_SYSTEMS, SIGNIFICANT, testedPairs, type TestedPair } from "./hurdles";
import type { NeedCluster, NeedLink, NeedMap } from "./needMap.type";
import { sharedNeeds } from "./pairs";

/** Fewer systems than these do not make a link that is only drawn. */
const LEAST_SHARED = 2;
/** Closest links that each topic brings. */
const LINKS_EACH = 3;
const LEAST_TOPICS = 4;
/** Shuffled networks: a grouping stronger than all of them has p = 1/20. */
const SHUFFLES = 19;
const SEED = 1;

/** The map of needs asked for together. */
export function needMap(topics: readonly TopicRow[], systems: readonly AskingSystem[]): NeedMap {
  const needs = sharedNeeds(
    topics.map(({ code }) => code),
    systems,
  );
  const drawn = needs.singles.flatMap(({ topics: [place = 0], systems: askers }) => (askers >= LEAST_SYSTEMS ? [place] : []));
  const tested = testedPairs(needs).filter((pair) => pair.systems > 0);
  const nodeOf = new Map(drawn.map((place, node) => [place, node]));
  const close = backbone(closePairs(tested, nodeOf), LINKS_EACH);
  if (drawn.length < LEAST_TOPICS || close.length === 0) return { ...NO_MAP, refusal: refusal(drawn.length) };

  const { groupOf, modularity } = communities(drawn.length, close, seededRandom(SEED).uniform);
  const points = layoutOfLinked(groupOf, close);
  const clusters = clustersOf(groupOf, close, (node) => ({ topic: topics[drawn[node] ?? -1], systems: needs.singles[drawn[node] ?? -1]?.systems ?? 0 }));
  const numbered = new Set(clusters.map(({ number }) => number));
  const drawnClose = new Set(close.map(({ pair }) => pair));
  const askers = askersOf(systems);
  return {
    nodes: drawn.flatMap((place, node) => {
      const [topic, point, count] = [topics[place], points.get(node), needs.singles[place]?.systems ?? 0];
      const group = groupOf[node] ?? -1;
      return topic ? [{ topic, systems: exact(count, count), cluster: numbered.has(group) ? group : null, x: point?.x ?? null, y: point?.y ?? null }] : [];
    }),
    links: tested.filter((pair) => drawnClose.has(pair) || isBeyondChance(pair)).map((pair) => linkOf(pair, topics, askers)),
    clusters,
    areClustersBeyondChance: isBeyondShuffles(modularity, drawn.map((place) => topics[place]?.code ?? ""), systems),
    refusal: null,
  };
}

const NO_MAP = { nodes: [], links: [], clusters: [], areClustersBeyondChance: false };

const refusal = (topics: number): NeedMap["refusal"] => ({
  reason: "TOO_FEW",
  why: topics < LEAST_TOPICS ? `${topics === 0 ? "No topic was" : topics === 1 ? "One topic was" : `${topics} topics were`} asked for by ${LEAST_SYSTEMS} systems or more.` : `No two topics were asked for by the same ${LEAST_SHARED} systems.`,
  wouldLift: "A wider scope, or more requests: a map needs four topics that five systems ask for, and some that the same three systems do.",
});

/** Places of the nodes that have links; the others would only lie around in a ring. */
function layoutOfLinked(groupOf: Communities["groupOf"], links: readonly Link[]): ReadonlyMap<number, Point> {
  const linked = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const numberOf = new Map(linked.map((node, number) => [node, number]));
  const points = forceLayout(
    linked.map((node) => groupOf[node] ?? -1),
    links.map(({ from, to, weight }) => ({ from: numberOf.get(from) ?? 0, to: numberOf.get(to) ?? 0, weight })),
  );
  return new Map(linked.flatMap((node, number) => (points[number] ? [[node, points[number]] as const] : [])));
}

interface ClosePair extends Link {
  readonly pair: TestedPair;
}

/** Pairs that more systems share than independence leads to expect, by how close they are. */
function closePairs(pairs: readonly TestedPair[], nodeOf: ReadonlyMap<number, number>): ClosePair[] {
  return pairs.flatMap((pair) => {
    const [from, to] = pair.topics.map((place) => nodeOf.get(place));
    if (from === undefined || to === undefined || pair.systems < LEAST_SHARED) return [];
    const weight = npmi(pair.overlap);
    return weight > 0 ? [{ from, to, weight, pair }] : [];
  });
}

const isBeyondChance = ({ overlap: { both, first, second, all }, qValue }: TestedPair): boolean => qValue < SIGNIFICANT && both * all > first * second;

/** By topic, the ids of the systems that asked for it, in the order of the systems. */
function askersOf(systems: readonly AskingSystem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const askers = new Map<string, Set<string>>();
  for (const { id, asked } of systems) {
    for (const { topic } of asked) {
      const own = askers.get(topic);
      if (own) own.add(id);
      else askers.set(topic, new Set([id]));
    }
  }
  return askers;
}

function linkOf(pair: TestedPair, topics: readonly TopicRow[], askers: ReadonlyMap<string, ReadonlySet<string>>): NeedLink {
  const both = pair.topics.flatMap((place) => topics[place] ?? []);
  const [first, second] = both.map(({ code }) => askers.get(code) ?? new Set<string>());
  return {
    topics: both,
    systemIds: first && second ? [...first].filter((id) => second.has(id)) : [],
    systems: exact(pair.systems, pair.systems),
    lift: estimate(lift(pair.overlap)),
    npmi: npmi(pair.overlap),
    qValue: pair.qValue,
    isBeyondChance: isBeyondChance(pair),
  };
}

function clustersOf(groupOf: Communities["groupOf"], links: readonly Link[], nodeAt: (node: number) => { topic: TopicRow | undefined; systems: number }): NeedCluster[] {
  return cohesion(groupOf, links).flatMap((inner, number) => {
    const members = groupOf.flatMap((group, node) => (group === number ? [nodeAt(node)] : [])).sort((a, b) => b.systems - a.systems);
    if (members.length < 2 || inner === null) return [];
    return [{ number, label: members.slice(0, 2).map(({ topic }) => topic?.label ?? "").join(" · "), size: members.length, cohesion: inner }];
  });
}

/** Whether the grouping is stronger than in every network of the same margins in which what goes with what is left to chance. */
function isBeyondShuffles(modularity: number, codes: readonly string[], systems: readonly AskingSystem[]): boolean {
  const nodeOf = new Map(codes.map((code, node) => [code, node]));
  const chance = seededRandom(SEED, 1).uniform;
  let lists = systems.map(({ asked }) => asked.flatMap(({ topic }) => nodeOf.get(topic) ?? []).sort((a, b) => a - b));
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle += 1) {
    lists = curveball(lists, chance);
    if (communities(codes.length, backbone(closeOf(lists, codes.length), LINKS_EACH), chance).modularity >= modularity) return false;
  }
  return true;
}

/** Close pairs of a network that is given by what each system asked for. */
function closeOf(lists: readonly (readonly number[])[], size: number): Link[] {
  const counts = new Int32Array(size * size);
  for (const list of lists) for (const one of list) for (const other of list) if (one <= other) counts[one * size + other] = (counts[one * size + other] ?? 0) + 1;
  const at = (one: number, other: number) => counts[one * size + other] ?? 0;
  return Array.from({ length: size }, (_, from) => from).flatMap((from) =>
    Array.from({ length: size - from - 1 }, (_, step) => from + 1 + step).flatMap((to) => {
      const both = at(from, to);
      const weight = both < LEAST_SHARED ? 0 : npmi({ both, first: at(from, from), second: at(to, to), all: lists.length });
      return weight > 0 ? [{ from, to, weight }] : [];
    }),
  );
}
