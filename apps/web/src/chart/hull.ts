interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The corners of the smallest convex outline around points, in order; one or two points are their own.
 * @see Andrew (1979), Another efficient algorithm for convex hulls in two dimensions, Inf. Process. Lett. 9(5), 216–219.
 */
export function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

const turnsLeft = (a: Point | undefined, b: Point | undefined, c: Point): boolean => a !== undefined && b !== undefined && (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
