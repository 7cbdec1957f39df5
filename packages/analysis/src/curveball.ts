/**
 * The same lists with their things dealt out anew: each list keeps its length, each thing stays in as many lists as before, and
 * what goes with what is left to chance.
 *
 * @param lists each without repeats.
 * @param chance uniform in [0, 1).
 * @returns new lists, in the same order.
 * @see Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz (2014), A fast and unbiased procedure to randomize ecological binary
 *   matrices with fixed row and column totals, Nat. Commun. 5:4114. Five trades for each list, as they advise.
 */
export function curveball(lists: readonly (readonly number[])[], chance: () => number): number[][] {
  const dealt = lists.map((list) => [...list]);
  // Lists of none and one can trade nothing that changes what goes together, but they do change who has what.
  const trading = dealt.flatMap((list, index) => (list.length > 0 ? [index] : []));
  if (trading.length < 2) return dealt;
  const pick = (below: number) => Math.min(below - 1, Math.floor(chance() * below));
  for (let trade = 0; trade < 5 * trading.length; trade += 1) {
    const one = pick(trading.length);
    const other = (one + 1 + pick(trading.length - 1)) % trading.length;
    exchange(dealt, trading[one] ?? 0, trading[other] ?? 0, pick);
  }
  return dealt;
}

/** Deals out anew what only one of two lists has. */
function exchange(dealt: number[][], one: number, other: number, pick: (below: number) => number): void {
  const [first, second] = [dealt[one] ?? [], dealt[other] ?? []];
  const common = first.filter((thing) => second.includes(thing));
  const loose = [...first, ...second].filter((thing) => !common.includes(thing));
  for (let last = loose.length - 1; last > 0; last -= 1) {
    const at = pick(last + 1);
    [loose[last], loose[at]] = [loose[at] ?? 0, loose[last] ?? 0];
  }
  const share = first.length - common.length;
  dealt[one] = [...common, ...loose.slice(0, share)];
  dealt[other] = [...common, ...loose.slice(share)];
}
