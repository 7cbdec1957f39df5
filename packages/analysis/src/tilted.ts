/**
 * A count's distribution given its margins, tilted by odds: P(k) ∝ g(k) ψᵏ. Told by the ratios of neighbouring weights,
 * which must not increase; at ψ = 1 it is what independence leads to expect.
 */
export interface CountFamily {
  /** Least count that is possible. */
  readonly least: number;
  /** g(k + 1) / g(k), each over 0, from `least` on: one fewer than there are counts. */
  readonly ratios: Float64Array;
}

const TAIL = 0.025;
/** Terms under this part of what was summed no longer matter. */
const NEGLIGIBLE = 1e-15;
const MOST_STEPS = 60;

interface Sums {
  /** P(count ≥ observed). */
  readonly tail: number;
  /** Mean count, and the mean of those in the tail. */
  readonly mean: number;
  readonly tailMean: number;
}

/** The mean count at odds of 1: without any tilt. */
export const meanOf = (family: CountFamily): number => sumsAt(family, family.least, 0).mean;

/** P(count ≥ observed) at odds of 1. */
export const upperTail = (family: CountFamily, observed: number): number => (observed <= family.least ? 1 : sumsAt(family, observed, 0).tail);

/**
 * Between which mean counts the truth lies, at 95%: the odds at which so many or more (or so few or fewer) have a
 * probability of 0.025, told as the count that they lead to expect. Exact, and so never narrower than it says.
 *
 * @param observed a count that is possible.
 * @returns mean counts; at the edge of what is possible the limit is the edge.
 * @see Cornfield (1956), Proc. 3rd Berkeley Symposium 4, 135–148, and Fisher (1935), J. R. Stat. Soc. 98(1), 39–82, for a
 *   table's odds given its margins; Clopper & Pearson (1934), Biometrika 26(4), 404–413, for limits by tails.
 */
export function meanLimits(family: CountFamily, observed: number): { low: number; high: number } {
  return { low: limit(family, observed).mean, high: -limit(mirrored(family), -observed).mean };
}

/** The same limits as odds: 0 and Infinity at the edges of what is possible. */
export function oddsLimits(family: CountFamily, observed: number): { low: number; high: number } {
  return { low: Math.exp(limit(family, observed).logOdds), high: Math.exp(-limit(mirrored(family), -observed).logOdds) };
}

/** The same family of the count with its sign turned. */
function mirrored({ least, ratios }: CountFamily): CountFamily {
  const turned = new Float64Array(ratios.length);
  for (let k = 0; k < ratios.length; k += 1) turned[ratios.length - 1 - k] = 1 / (ratios[k] ?? 1);
  return { least: -least - ratios.length, ratios: turned };
}

/**
 * Newton's steps on the logarithm of the tail, a concave function of the log odds: after the first step they come from
 * below and never overshoot.
 */
function limit(family: CountFamily, observed: number): { logOdds: number; mean: number } {
  if (observed <= family.least) return { logOdds: -Infinity, mean: family.least };
  let logOdds = firstGuess(family, observed);
  let sums = sumsAt(family, observed, logOdds);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const move = Math.log(TAIL / sums.tail) / (sums.tailMean - sums.mean);
    if (Number.isNaN(move)) break;
    // Where the tail is nearly everything the slope is nearly none, and a step would be as good as infinite.
    logOdds += Math.max(-5, Math.min(5, move));
    sums = sumsAt(family, observed, logOdds);
    // What is left after a step goes with the square of the step.
    if (Math.abs(move) < 1e-7) break;
  }
  return { logOdds, mean: sums.mean };
}

/** Odds at which the most likely count lies two standard deviations under the one observed, were it normal. */
function firstGuess({ least, ratios }: CountFamily, observed: number): number {
  const at = (place: number) => Math.log(ratios[Math.min(ratios.length - 1, Math.max(0, Math.floor(place)))] ?? 1);
  const place = observed - least;
  const bend = at(place - 1) - at(place);
  return -at(place - 2 / Math.sqrt(bend > 0 ? bend : 1));
}

/** Sums outwards from the largest term, so that nothing overflows. */
function sumsAt({ least, ratios }: CountFamily, observed: number, logOdds: number): Sums {
  const odds = Math.exp(logOdds);
  const from = observed - least;
  const mode = modeOf(ratios, odds);
  let [all, first, tail, tailFirst] = [0, 0, 0, 0];
  let term = 1;
  for (let k = mode; k <= ratios.length; k += 1) {
    all += term;
    first += k * term;
    if (k >= from) {
      tail += term;
      tailFirst += k * term;
      if (term < NEGLIGIBLE * tail) break;
    }
    term *= (ratios[k] ?? 0) * odds;
  }
  term = 1;
  for (let k = mode - 1; k >= 0; k -= 1) {
    term /= (ratios[k] ?? 1) * odds;
    if (term < NEGLIGIBLE * all) break;
    all += term;
    first += k * term;
    if (k >= from) {
      tail += term;
      tailFirst += k * term;
    }
  }
  return { tail: tail / all, mean: least + first / all, tailMean: least + (tail > 0 ? tailFirst / tail : from) };
}

/** Where the tilted weights turn: the first ratio under 1. */
function modeOf(ratios: Float64Array, odds: number): number {
  let [low, high] = [0, ratios.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ratios[middle] ?? 0) * odds < 1) high = middle;
    else low = middle + 1;
  }
  return low;
}
