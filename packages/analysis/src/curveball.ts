/**
 * The same lists with their things dealt out anew: each list keeps its length, each thing stays in as many lists as before, and
 * what goes with what is left to chance.
 *
 * @param lists whole numbers from 0, each without repeats.
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
  const marks = new Marks(dealt);
  for (let trade = 0; trade < 5 * trading.length; trade += 1) {
    const one = pick(trading.length);
    const other = (one + 1 + pick(trading.length - 1)) % trading.length;
    exchange(dealt[trading[one] ?? 0] ?? [], dealt[trading[other] ?? 0] ?? [], marks, pick);
  }
  return dealt;
}

/** Which things are in a list: as many questions as there are trades, so that none may search a list. */
class Marks {
  readonly #marked: Int32Array;
  #round = 0;

  constructor(lists: readonly (readonly number[])[]) {
    this.#marked = new Int32Array(1 + lists.reduce((most, list) => list.reduce((larger, thing) => Math.max(larger, thing), most), 0));
  }

  /** Marks these, and none beside them. */
  renew(list: readonly number[]): void {
    this.#round += 1;
    for (const thing of list) this.#marked[thing] = this.#round;
  }

  has(thing: number): boolean {
    return this.#marked[thing] === this.#round;
  }
}

/** Deals out anew, in place, what only one of two lists has. */
function exchange(first: number[], second: number[], marks: Marks, pick: (below: number) => number): void {
  marks.renew(second);
  const common: number[] = [];
  const loose: number[] = [];
  for (const thing of first) (marks.has(thing) ? common : loose).push(thing);
  const share = loose.length;
  marks.renew(common);
  for (const thing of second) if (!marks.has(thing)) loose.push(thing);
  for (let last = loose.length - 1; last > 0; last -= 1) {
    const at = pick(last + 1);
    [loose[last], loose[at]] = [loose[at] ?? 0, loose[last] ?? 0];
  }
  deal(first, common, loose, 0, share);
  deal(second, common, loose, share, loose.length);
}

/** What both have, and after it a part of the rest. */
function deal(list: number[], common: readonly number[], loose: readonly number[], from: number, to: number): void {
  for (let place = 0; place < common.length; place += 1) list[place] = common[place] ?? 0;
  for (let place = from; place < to; place += 1) list[common.length + place - from] = loose[place] ?? 0;
}
