import type { Score } from "./proposal";
import { assertWeights, TERMS, WEIGHT_BOUNDS, type Term, type Weights } from "./weights";

export type TermValues = Readonly<Record<Term, number>>;

/** Staff had two teams before them, and took one. Taking what was proposed is a choice as well. */
export interface Override {
  /** The terms of the team that was taken. */
  readonly chosen: TermValues;
  /** The terms of the team that was not: the proposal, or the runner-up where the proposal was taken. */
  readonly over: TermValues;
  /** What decided, as staff say it; `NOT_RECORDED` is something that no term knows of, and says nothing of the weights. */
  readonly reason: Term | "NOT_RECORDED" | null;
}

/** The terms of a team as they were scored, to be kept with a choice. */
export function valuesOf({ terms }: Score): TermValues {
  const value = (of: Term) => terms.find(({ term }) => term === of)?.value ?? 0;
  return { topics: value("topics"), context: value("context"), availability: value("availability"), continuity: value("continuity"), load: value("load"), fairShares: value("fairShares"), fewCoaches: value("fewCoaches") };
}

export interface Learned {
  readonly weights: Weights;
  /** Choices that were learned from. */
  readonly used: number;
}

/** How sure staff are taken to be at first: a lead of 0.05 in the total gives odds of e to 1. */
const SURENESS = 20;

/** How far a weight is expected to lie from where it starts, one standard deviation. */
const SPREAD = 0.03;

const ROUNDS = 2000;

/** A move in the strengths from which on no weight changes in its seventh decimal. */
const CLOSE = 1e-7;

/**
 * Weights moved towards what staff choose.
 *
 * The chance of a choice is logistic in the difference of the two teams' weighted terms (Bradley and Terry's model with terms for
 * abilities). The weights before any choice are its normal prior, so that three choices move little and three hundred much. What comes out is
 * brought to the sum of 1 and into {@link WEIGHT_BOUNDS}, at the least distance. The same choices give the same weights, in whatever order.
 *
 * From overrides alone it would learn only where staff disagree; give it the proposals that were taken too. Start from the network's
 * first weights with all choices, not from learned weights with those already used.
 *
 * @throws RangeError if weights do not sum to 1, or a term lies outside 0 to 1.
 * @see Bradley & Terry (1952), Biometrika 39(3/4), 324–345; Böhning & Lindsay (1988), Ann. Inst. Stat. Math. 40(4), 641–663, for the steps.
 */
export function learn(weights: Weights, overrides: readonly Override[]): Learned {
  assertWeights(weights);
  const differences = overrides.filter(({ reason }) => reason !== "NOT_RECORDED").map(differenceOf).sort(byTerms);
  const strengths = mostLikely(
    TERMS.map((term) => SURENESS * weights[term]),
    differences,
  );
  const sum = strengths.reduce((total, each) => total + each, 0);
  const shares = TERMS.map((term, i) => (sum > 0 ? (strengths[i] ?? 0) / sum : weights[term]));
  return { weights: withinBounds(shares), used: differences.length };
}

function differenceOf({ chosen, over }: Override): readonly number[] {
  return TERMS.map((term) => {
    const bad = [chosen[term], over[term]].find((value) => !(value >= 0 && value <= 1));
    if (bad !== undefined) throw new RangeError(`a term is from 0 to 1, got ${bad} for ${term}`);
    return chosen[term] - over[term];
  });
}

function byTerms(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}

/** The posterior mode, not under 0 in any term: one term at a time, by steps that never overshoot, since a logistic curve bends by a quarter at most. */
function mostLikely(prior: readonly number[], differences: readonly (readonly number[])[]): readonly number[] {
  const precision = 1 / (SURENESS * SPREAD) ** 2;
  const current = [...prior];
  const leads = differences.map((difference) => difference.reduce((sum, value, i) => sum + value * (current[i] ?? 0), 0));
  const bends = prior.map((_, i) => precision + differences.reduce((sum, difference) => sum + (difference[i] ?? 0) ** 2, 0) / 4);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = 0;
    for (const [i, before] of current.entries()) {
      let slope = precision * ((prior[i] ?? 0) - before);
      for (let n = 0; n < differences.length; n += 1) slope += (differences[n]?.[i] ?? 0) / (1 + Math.exp(leads[n] ?? 0));
      const after = Math.max(0, before + slope / (bends[i] ?? 1));
      if (after === before) continue;
      for (let n = 0; n < differences.length; n += 1) leads[n] = (leads[n] ?? 0) + (after - before) * (differences[n]?.[i] ?? 0);
      current[i] = after;
      moved = Math.max(moved, Math.abs(after - before));
    }
    if (moved < CLOSE) break;
  }
  return current;
}

/** The nearest weights that sum to 1 and keep the bounds: all are shifted alike, as far as their bounds let them. */
function withinBounds(shares: readonly number[]): Weights {
  const shifted = (by: number) => TERMS.map((term, i) => Math.max(WEIGHT_BOUNDS[term].low, Math.min(WEIGHT_BOUNDS[term].high, (shares[i] ?? 0) + by)));
  let [low, high] = [-1, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (shifted(middle).reduce((sum, each) => sum + each, 0) < 1) low = middle;
    else high = middle;
  }
  const [topics = 0, context = 0, availability = 0, continuity = 0, load = 0, fairShares = 0, fewCoaches = 0] = shifted((low + high) / 2);
  return { topics, context, availability, continuity, load, fairShares, fewCoaches };
}
