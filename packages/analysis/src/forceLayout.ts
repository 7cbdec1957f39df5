import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Link } from "./backbone";

export interface Point {
  /** 0 = left, 1 = right. */
  readonly x: number;
  /** 0 = top, 1 = bottom. */
  readonly y: number;
}

const ITERATIONS = 600;

/**
 * Where to draw nodes so that what is linked lies together: forces from a start on a circle in the order of the groups, and so the
 * same for the same network. Fills the unit square; a single node lies in the middle.
 *
 * @param groupOf the group of each node, whose members start side by side.
 * @see Jacomy, Venturini, Heymann & Bastian (2014), ForceAtlas2, PLoS ONE 9(6): e98679.
 */
export function forceLayout(groupOf: readonly number[], links: readonly Link[]): Point[] {
  const graph = new UndirectedGraph();
  const order = groupOf.map((group, node) => ({ group, node })).sort((a, b) => a.group - b.group || a.node - b.node);
  const places = new Map(order.map(({ node }, place) => [node, place]));
  groupOf.forEach((_, node) => {
    const angle = (2 * Math.PI * (places.get(node) ?? 0)) / groupOf.length;
    graph.addNode(String(node), { x: 100 * Math.cos(angle), y: 100 * Math.sin(angle) });
  });
  for (const { from, to, weight } of links) graph.addEdge(String(from), String(to), { weight });
  const found = forceAtlas2(graph, {
    iterations: ITERATIONS,
    getEdgeWeight: "weight",
    settings: { linLogMode: true, gravity: 0.8, strongGravityMode: false, scalingRatio: 4, slowDown: 4, edgeWeightInfluence: 1, barnesHutOptimize: false },
  });
  return toUnitSquare(groupOf.map((_, node) => ({ x: found[String(node)]?.["x"] ?? 0, y: found[String(node)]?.["y"] ?? 0 })));
}

function toUnitSquare(points: readonly Point[]): Point[] {
  const scaleOf = (values: readonly number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) => (most > least ? (value - least) / (most - least) : 0.5);
  };
  const [x, y] = [scaleOf(points.map((point) => point.x)), scaleOf(points.map((point) => point.y))];
  return points.map((point) => ({ x: x(point.x), y: y(point.y) }));
}
