import { normalUpperTail } from "./distributions";

export interface Counted {
  readonly count: number;
  /** Variance that does not come from chance in what was counted, such as noise added to protect it; ≥ 0. */
  readonly noise?: number;
}

export interface RankBounds {
  /** Best rank that cannot be ruled out; 1 = most. */
  readonly best: number;
  /** Worst rank that cannot be ruled out. */
  readonly worst: number;
}

const ALPHA = 0.05;

/** Counts whose sum is under this are compared by the exact binomial distribution. */
const EXACT_UNDER = 60;

/**
 * Where each of several counts may stand among them. Each one's bounds hold with 95% confidence, by itself.
 *
 * A count is compared with all others, with Holm's correction over these comparisons; a rank is ruled out by those that
 * are certainly more and those that are certainly fewer. Counts are taken as independent; where things are often counted
 * under both, as topics of one request are, the comparison errs on the side of not telling them apart.
 *
 * @see Mogstad, Romano, Shaikh & Wilhelm (2024), Review of Economic Studies 91(1), 476–518: the marginal confidence sets.
 * @see Holm (1979), Scandinavian Journal of Statistics 6(2), 65–70.
 */
export function rankBounds(counts: readonly Counted[]): RankBounds[] {
  return counts.map((own) => {
    const others = counts.filter((other) => other !== own).map((other) => ({ other, p: differencePValue(own, other) }));
    const certain = whileHolmRejects(others.toSorted((a, b) => a.p - b.p));
    const above = certain.filter(({ other }) => other.count > own.count).length;
    return { best: 1 + above, worst: counts.length - (certain.length - above) };
  });
}

function whileHolmRejects<Compared extends { readonly p: number }>(ordered: readonly Compared[]): readonly Compared[] {
  const end = ordered.findIndex(({ p }, at) => p > ALPHA / (ordered.length - at));
  return end < 0 ? ordered : ordered.slice(0, end);
}

/** Two-sided, against two counts of the same rate: given their sum, each is binomial with a half. */
export function differencePValue(one: Counted, other: Counted): number {
  const sum = one.count + other.count;
  const gap = Math.abs(one.count - other.count);
  const noise = (one.noise ?? 0) + (other.noise ?? 0);
  if (sum <= 0) return 1;
  if (noise === 0 && sum < EXACT_UNDER && Number.isInteger(sum)) return Math.min(1, 2 * binomialHalfTail(sum, (sum + gap) / 2));
  // Half a count less, since counts come in whole ones.
  return Math.min(1, 2 * normalUpperTail(Math.max(0, gap - 1) / Math.sqrt(sum + noise)));
}

/** P(X ≥ least) for X binomial with `trials` and a half. */
function binomialHalfTail(trials: number, least: number): number {
  let term = 0.5 ** trials;
  let tail = least <= 0 ? term : 0;
  for (let k = 1; k <= trials; k += 1) {
    term *= (trials - k + 1) / k;
    if (k >= least) tail += term;
  }
  return tail;
}
