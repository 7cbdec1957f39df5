import { listed } from "./facts";
import type { Field } from "./field";
import type { Change } from "./proposal";
import { termValues } from "./score";
import type { Found } from "./search";
import { TERMS, WEIGHT_BOUNDS, type Term } from "./weights";

const TERM_WORDS: Readonly<Record<Term, string>> = {
  topics: "the topics",
  context: "experience with systems like this one",
  availability: "hours in common",
  continuity: "having coached this system before",
  load: "free hours",
  fairShares: "fair shares between organisations",
  fewCoaches: "meeting few coaches",
};

/** Totals that differ by less are level already. */
const LEVEL = 2e-9;


/**
 * The one weight that has to move least for the second team to be level with the first, the other weights keeping their proportions;
 * null where the two are level already, or no single weight does it.
 */
export function weightChange({ ask, weights }: Field, best: Found, second: Found): Change | null {
  const [a, b] = [termValues(ask, best.fits), termValues(ask, second.fits)];
  const behind = TERMS.reduce((sum, term) => sum + weights[term] * (b[term] - a[term]), 0);
  if (behind > -LEVEL) return null;
  let nearest: { readonly term: Term; readonly to: number } | null = null;
  for (const term of TERMS) {
    const [weight, ahead] = [weights[term], b[term] - a[term]];
    if (weight >= 1) continue;
    // The others' part of the difference, for each unit of weight that is left to them.
    const others = (behind - weight * ahead) / (1 - weight);
    const to = -others / (ahead - others);
    if (!(to >= 0 && to <= 1)) continue;
    if (!nearest || Math.abs(to - weight) < Math.abs(nearest.to - weights[nearest.term]) - 1e-12) nearest = { term, to };
  }
  if (!nearest) return null;
  const { term, to } = nearest;
  const { low, high } = WEIGHT_BOUNDS[term];
  const names = listed(second.fits.map(({ coach }) => coach.name));
  const sentence = `${names} would be level with the first team if ${TERM_WORDS[term]} weighed ${inWords(to, weights[term])}.`;
  return { kind: "WEIGHT", term, from: weights[term], to, withinBounds: to >= low && to <= high, sentence };
}

/** With as many decimals as it takes to tell the two apart, three at most. */
function inWords(to: number, from: number): string {
  for (const digits of [2, 3]) if (to.toFixed(digits) !== from.toFixed(digits)) return `${to.toFixed(digits)} instead of ${from.toFixed(digits)}`;
  return `a trace ${to > from ? "more" : "less"} than ${from.toFixed(2)}`;
}
