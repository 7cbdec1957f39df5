import { greatCircleKm, type Place } from "./geo";

/** Every circle that a scan looks into: around each place, as far as there is a next one. */
export interface ScanCircles {
  readonly places: number;
  /** Places by nearness to each centre, one list after the other; a centre comes first in its own. */
  readonly order: Int32Array;
  /** Kilometres from the centre, place by place as in `order`. */
  readonly km: Float64Array;
  /** Where each centre's list begins in `order`; one more than there are centres. */
  readonly start: Int32Array;
  /** Whether a circle ends there: not between places that are equally far away. */
  readonly ends: Uint8Array;
}

export interface CircleLimits {
  /** The largest radius in kilometres. */
  readonly maxKm: number;
  /** The largest part of all places that a circle may hold, 0 to 1. */
  readonly maxShare: number;
}

/** The circle in which most more is found than outside. */
export interface ScanCluster {
  /** Index of the place at its middle. */
  readonly centre: number;
  readonly km: number;
  /** Indices of the places in it, nearest first. */
  readonly members: readonly number[];
  /** How many of them are cases. */
  readonly cases: number;
  /** Logarithm of the likelihood ratio against the same share everywhere. */
  readonly logRatio: number;
  readonly pValue: number;
}

export interface ScanTest {
  /** Cases that a circle has to hold. */
  readonly leastCases: number;
  /** Random arrangements of the cases, at most. */
  readonly permutations: number;
  /** Arrangements as extreme as what was seen after which no more are made; the p-value stays valid (Besag and Clifford, 1991). */
  readonly stopAfter: number;
  /** Uniform in [0, 1), from a seed. */
  readonly uniform: () => number;
}

/** @throws RangeError where a place is none, or a limit is not over 0. */
export function scanCircles(places: readonly Place[], { maxKm, maxShare }: CircleLimits): ScanCircles {
  if (!(maxKm > 0) || !(maxShare > 0 && maxShare <= 1)) throw new RangeError(`circles need a size, not ${maxKm} km and ${maxShare} of all`);
  const most = Math.floor(places.length * maxShare);
  const lists = places.map((centre) => nearest(places, centre, maxKm, most));
  const size = lists.reduce((sum, { length }) => sum + length, 0);
  const circles = { places: places.length, order: new Int32Array(size), km: new Float64Array(size), start: new Int32Array(places.length + 1), ends: new Uint8Array(size) };
  let at = 0;
  lists.forEach((list, centre) => {
    for (const { index, km, ends } of list) {
      circles.order[at] = index;
      circles.km[at] = km;
      circles.ends[at] = ends ? 1 : 0;
      at += 1;
    }
    circles.start[centre + 1] = at;
  });
  return circles;
}

function nearest(places: readonly Place[], centre: Place, maxKm: number, most: number): { index: number; km: number; ends: boolean }[] {
  const sorted = places
    .map((place, index) => ({ index, km: greatCircleKm(centre, place) }))
    .filter(({ km }) => km <= maxKm)
    .sort((a, b) => a.km - b.km || a.index - b.index);
  // Places equally far away come in together or not at all.
  const list = sorted.map((each, index) => ({ ...each, ends: each.km < (sorted[index + 1]?.km ?? Infinity) })).slice(0, most);
  return list.slice(0, list.findLastIndex(({ ends }) => ends) + 1);
}

/**
 * The logarithm of the likelihood ratio of a circle in the Bernoulli model: its own share of cases and another outside,
 * against one share everywhere. 0 where there are no more inside than outside.
 *
 * @param cases of all, inside the circle. @param size places in the circle.
 * @see Kulldorff (1997), A spatial scan statistic, Commun. Stat. Theory Methods 26(6), 1481–1496.
 */
export function logRatio({ cases, size, allCases, all }: { cases: number; size: number; allCases: number; all: number }): number {
  if (cases * (all - size) <= (allCases - cases) * size) return 0;
  const part = (count: number, of: number) => xlogx(count) + xlogx(of - count) - xlogx(of);
  return part(cases, size) + part(allCases - cases, all - size) - part(allCases, all);
}

const xlogx = (x: number): number => (x <= 0 ? 0 : x * Math.log(x));

/**
 * The circle that is least likely under one share of cases everywhere, and how often a random arrangement of as many cases
 * over the same places has one as unlikely anywhere: so looking at all circles is paid for.
 *
 * @param isCase by place.
 * @returns null where no circle holds enough cases with more inside than outside.
 * @throws RangeError unless there is a flag for each place.
 */
export function scanForCluster(circles: ScanCircles, isCase: readonly boolean[], test: ScanTest): ScanCluster | null {
  if (isCase.length !== circles.places) throw new RangeError(`${isCase.length} flags for ${circles.places} places`);
  const flags = Uint8Array.from(isCase, Number);
  const allCases = flags.reduce((sum, flag) => sum + flag, 0);
  const best = bestCircle(circles, flags, allCases, test.leastCases);
  if (best === null) return null;
  const { from, to, cases } = best;
  const found = { centre: best.centre, km: circles.km[to] ?? 0, members: [...circles.order.subarray(from, to + 1)], cases, logRatio: best.logRatio };
  return { ...found, pValue: monteCarlo(circles, allCases, best.logRatio, test) };
}

interface BestCircle {
  readonly centre: number;
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly logRatio: number;
}

/** Of circles that are equally unlikely, the smaller. */
function bestCircle({ places, order, start, ends, km }: ScanCircles, flags: Uint8Array, allCases: number, leastCases: number): BestCircle | null {
  let best: BestCircle | null = null;
  for (let centre = 0; centre < places; centre += 1) {
    const from = start[centre] ?? 0;
    let cases = 0;
    for (let to = from; to < (start[centre + 1] ?? 0); to += 1) {
      cases += flags[order[to] ?? 0] ?? 0;
      if (ends[to] === 0 || cases < leastCases) continue;
      const ratio = logRatio({ cases, size: to - from + 1, allCases, all: places });
      const isBetter = best === null ? ratio > 0 : ratio > best.logRatio + 1e-12 || (ratio > best.logRatio - 1e-12 && (km[to] ?? 0) < (km[best.to] ?? 0));
      if (isBetter) best = { centre, from, to, cases, logRatio: ratio };
    }
  }
  return best;
}

function monteCarlo(circles: ScanCircles, allCases: number, observed: number, { leastCases, permutations, stopAfter, uniform }: ScanTest): number {
  const needed = neededCases(circles.places, allCases, observed, leastCases);
  const deck = Int32Array.from({ length: circles.places }, (_, index) => index);
  const flags = new Uint8Array(circles.places);
  let extreme = 0;
  for (let made = 1; made <= permutations; made += 1) {
    deal(deck, flags, allCases, uniform);
    if (holdsAsMany(circles, flags, needed)) extreme += 1;
    if (extreme === stopAfter) return extreme / made;
  }
  return (extreme + 1) / (permutations + 1);
}

/** By the size of a circle, the fewest cases with which it is as unlikely as what was observed; more than it can hold where none are enough. */
function neededCases(all: number, allCases: number, observed: number, leastCases: number): Int32Array {
  const needed = new Int32Array(all + 1);
  for (let size = 1; size <= all; size += 1) {
    let cases = Math.max(leastCases, Math.floor((allCases * size) / all));
    // Circles that tie with what was observed count, whatever rounding does.
    while (cases <= Math.min(size, allCases) && logRatio({ cases, size, allCases, all }) < observed - 1e-9) cases += 1;
    needed[size] = cases > Math.min(size, allCases) ? size + 1 : cases;
  }
  return needed;
}

/** Marks so many places drawn without replacement: the first steps of a Fisher-Yates shuffle. */
function deal(deck: Int32Array, flags: Uint8Array, cases: number, uniform: () => number): void {
  flags.fill(0);
  for (let index = 0; index < cases; index += 1) {
    const other = index + Math.floor(uniform() * (deck.length - index));
    const drawn = deck[other] ?? 0;
    deck[other] = deck[index] ?? 0;
    deck[index] = drawn;
    flags[drawn] = 1;
  }
}

function holdsAsMany({ places, order, start, ends }: ScanCircles, flags: Uint8Array, needed: Int32Array): boolean {
  for (let centre = 0; centre < places; centre += 1) {
    const from = start[centre] ?? 0;
    const past = start[centre + 1] ?? 0;
    let cases = 0;
    for (let to = from; to < past; to += 1) {
      cases += flags[order[to] ?? 0] ?? 0;
      if (cases >= (needed[to - from + 1] ?? 0) && ends[to] === 1) return true;
    }
  }
  return false;
}
