import louvain from "graphology-communities-louvain";
import { UndirectedGraph } from "graphology";
import type { Link } from "./backbone";

/** At 1 a group's inner weight is compared with what its nodes' weights alone lead to expect, as modularity is defined. */
export const RESOLUTION = 1;

export interface Communities {
  /** By node: the group it is in, 0 being the one with most nodes. A node without links is a group of its own. */
  readonly groupOf: readonly number[];
  /** Weight within groups beyond what nodes' weights lead to expect, over all weight; 0 without links. */
  readonly modularity: number;
}

/**
 * Groups of nodes that are linked among themselves more than with the rest.
 *
 * @param nodes how many there are; links name them by number.
 * @param chance uniform in [0, 1): the order in which nodes are looked at. The same draws give the same groups.
 * @see Blondel, Guillaume, Lambiotte & Lefebvre (2008), Fast unfolding of communities in large networks, J. Stat. Mech. P10008.
 */
export function communities(nodes: number, links: readonly Link[], chance: () => number): Communities {
  const graph = new UndirectedGraph();
  for (let node = 0; node < nodes; node += 1) graph.addNode(String(node));
  for (const { from, to, weight } of links) graph.addEdge(String(from), String(to), { weight });
  if (links.length === 0) return { groupOf: Array.from({ length: nodes }, (_, node) => node), modularity: 0 };
  const { communities: found, modularity } = louvain.detailed(graph, { resolution: RESOLUTION, rng: chance, getEdgeWeight: "weight" });
  return { groupOf: largestFirst(Array.from({ length: nodes }, (_, node) => found[String(node)] ?? -1)), modularity };
}

/** Numbers groups by how many nodes they have, equals by their first node. */
function largestFirst(groupOf: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const group of groupOf) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes].sort(([, a], [, b]) => b - a).map(([group]) => group);
  return groupOf.map((group) => order.indexOf(group));
}

/** Part of the weight at a group's nodes that lies within it, by group; null for one without links. */
export function cohesion(groupOf: readonly number[], links: readonly Link[]): (number | null)[] {
  const [within, touching] = [new Map<number, number>(), new Map<number, number>()];
  const add = (sums: Map<number, number>, group: number, weight: number) => sums.set(group, (sums.get(group) ?? 0) + weight);
  for (const { from, to, weight } of links) {
    const [one, other] = [groupOf[from] ?? -1, groupOf[to] ?? -1];
    add(touching, one, weight);
    if (one === other) add(within, one, weight);
    else add(touching, other, weight);
  }
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  return Array.from({ length: groups }, (_, group) => {
    const all = touching.get(group);
    return all === undefined || all === 0 ? null : (within.get(group) ?? 0) / all;
  });
}
