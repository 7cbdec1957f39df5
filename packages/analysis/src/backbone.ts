/** A weighted link between two nodes, told by their numbers. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** Over 0. */
  readonly weight: number;
}

/**
 * Of many links the few worth drawing: those that are among the strongest of either end. Equals keep their order.
 *
 * @param most links that a node brings in; it may have more, that others bring.
 */
export function backbone<Kind extends Link>(links: readonly Kind[], most: number): Kind[] {
  const left = new Map<number, number>();
  const takes = (node: number) => {
    const used = left.get(node) ?? 0;
    left.set(node, used + 1);
    return used < most;
  };
  const kept = new Set(
    links.toSorted((a, b) => b.weight - a.weight).filter(({ from, to }) => {
      const [byOne, byOther] = [takes(from), takes(to)];
      return byOne || byOther;
    }),
  );
  return links.filter((link) => kept.has(link));
}
