/** A directed arc. Capacities and costs are whole numbers, not negative. */
export interface FlowArc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

export interface Flow {
  /** How much got through: the flow asked for, or the most there can be. */
  readonly amount: number;
  readonly cost: number;
  /** By arc, in the order given. */
  readonly onArcs: readonly number[];
}

/**
 * A cheapest flow between two nodes, by successive shortest paths: each path is found over reduced costs, which the potentials of
 * the paths before keep from being negative. With whole numbers the answer is exact; of equally cheap flows it is always the same one for
 * the same arcs in the same order.
 *
 * @param nodes how many there are; they are numbered from 0.
 * @param wanted the amount to send, if so much can get through.
 * @throws RangeError if an arc leads to no node, or a capacity or cost is negative or not whole.
 * @see Edmonds & Karp (1972), J. ACM 19(2), 248–264; Ahuja, Magnanti & Orlin (1993), Network Flows, section 9.7.
 */
export function minCostFlow(nodes: number, arcs: readonly FlowArc[], source: number, sink: number, wanted: number): Flow {
  const graph = residual(nodes, arcs);
  const potential = new Float64Array(nodes);
  let [amount, cost] = [0, 0];
  while (amount < wanted) {
    const { distance, arrivedBy } = shortestPaths(nodes, graph, potential, source);
    if (distance[sink] === Infinity) break;
    for (let node = 0; node < nodes; node += 1) {
      const far = distance[node] ?? Infinity;
      if (far < Infinity) potential[node] = (potential[node] ?? 0) + far;
    }
    const path = pathTo(sink, source, arrivedBy, graph);
    const sent = path.reduce((least, arc) => Math.min(least, graph.left[arc] ?? 0), wanted - amount);
    for (const arc of path) {
      graph.left[arc] = (graph.left[arc] ?? 0) - sent;
      graph.left[arc ^ 1] = (graph.left[arc ^ 1] ?? 0) + sent;
      cost += sent * (graph.cost[arc] ?? 0);
    }
    amount += sent;
  }
  return { amount, cost, onArcs: arcs.map((_, i) => graph.left[2 * i + 1] ?? 0) };
}

/** Arc 2i is the i-th as given, arc 2i + 1 its way back. */
interface Residual {
  readonly to: Int32Array;
  readonly cost: Float64Array;
  readonly left: Float64Array;
  readonly leaving: readonly (readonly number[])[];
}

function residual(nodes: number, arcs: readonly FlowArc[]): Residual {
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  const [to, cost, left] = [new Int32Array(2 * arcs.length), new Float64Array(2 * arcs.length), new Float64Array(2 * arcs.length)];
  for (const [i, arc] of arcs.entries()) {
    const [from, onto] = [leaving[arc.from], leaving[arc.to]];
    if (!from || !onto) throw new RangeError(`there are ${nodes} nodes, got an arc from ${arc.from} to ${arc.to}`);
    if (![arc.capacity, arc.cost].every((each) => Number.isSafeInteger(each) && each >= 0)) {
      throw new RangeError(`capacities and costs are whole and ≥ 0, got ${arc.capacity} and ${arc.cost}`);
    }
    from.push(2 * i);
    onto.push(2 * i + 1);
    [to[2 * i], to[2 * i + 1]] = [arc.to, arc.from];
    [cost[2 * i], cost[2 * i + 1]] = [arc.cost, -arc.cost];
    left[2 * i] = arc.capacity;
  }
  return { to, cost, left, leaving };
}

/** Dijkstra's method without a heap: these networks are dense. Of equally near nodes the one of the smallest number goes first. */
function shortestPaths(nodes: number, { to, cost, left, leaving }: Residual, potential: Float64Array, source: number) {
  const distance = new Float64Array(nodes).fill(Infinity);
  const arrivedBy = new Int32Array(nodes).fill(-1);
  const done = new Uint8Array(nodes);
  distance[source] = 0;
  for (;;) {
    let [nearest, near] = [-1, Infinity];
    for (let node = 0; node < nodes; node += 1) {
      const far = distance[node] ?? Infinity;
      if (done[node] === 0 && far < near) [nearest, near] = [node, far];
    }
    if (nearest < 0) return { distance, arrivedBy };
    done[nearest] = 1;
    for (const arc of leaving[nearest] ?? []) {
      const onto = to[arc] ?? 0;
      if ((left[arc] ?? 0) <= 0 || done[onto] === 1) continue;
      const far = near + (cost[arc] ?? 0) + (potential[nearest] ?? 0) - (potential[onto] ?? 0);
      if (far < (distance[onto] ?? Infinity)) {
        distance[onto] = far;
        arrivedBy[onto] = arc;
      }
    }
  }
}

function pathTo(sink: number, source: number, arrivedBy: Int32Array, { to }: Residual): readonly number[] {
  const path: number[] = [];
  for (let node = sink; node !== source; ) {
    const arc = arrivedBy[node] ?? -1;
    path.push(arc);
    node = to[arc ^ 1] ?? source;
  }
  return path;
}
