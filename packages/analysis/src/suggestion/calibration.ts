/** A score, and whether what it stood for came true. */
export interface Outcome {
  readonly score: number;
  readonly hit: boolean;
}

/** A level part of a calibration: scores up to `upTo` came true that often. */
export interface Step {
  readonly at: number;
  readonly share: number;
}

/** Outcomes that a level part rests on at least, so that no confidence is read off a handful. */
const FEWEST_OUTCOMES = 30;

/**
 * How often scores come true, never falling as they rise: isotonic regression by pooling adjacent violators, over outcomes in groups
 * of at least 30. Each step stands at the mean score of its group.
 *
 * @see Zadrozny & Elkan (2002), Transforming classifier scores into accurate multiclass probability estimates, KDD, 694–699.
 */
export function calibrationOf(outcomes: readonly Outcome[]): Step[] {
  const sorted = outcomes.toSorted((a, b) => a.score - b.score);
  const groups: { n: number; hits: number; scores: number }[] = [];
  for (let from = 0; from < sorted.length; from += FEWEST_OUTCOMES) {
    const part = sorted.slice(from, from + FEWEST_OUTCOMES);
    groups.push({ n: part.length, hits: part.filter(({ hit }) => hit).length, scores: part.reduce((sum, { score }) => sum + score, 0) });
  }
  const pooled: typeof groups = [];
  for (let group of groups) {
    for (let last = pooled.at(-1); last && last.hits / last.n >= group.hits / group.n; last = pooled.at(-1)) {
      pooled.pop();
      group = { n: last.n + group.n, hits: last.hits + group.hits, scores: last.scores + group.scores };
    }
    pooled.push(group);
  }
  // One imagined hit and miss in each: nothing is ever certain.
  return pooled.map(({ n, hits, scores }) => ({ at: scores / n, share: (hits + 1) / (n + 2) }));
}

/** The share for a score, in a straight line between steps. */
export function calibrated(steps: readonly Step[], score: number): number {
  const after = steps.findIndex(({ at }) => at >= score);
  if (after === -1) return steps.at(-1)?.share ?? 0;
  const [low, high] = [steps[after - 1], steps[after]];
  if (!high) return 0;
  if (!low) return high.share;
  return low.share + ((high.share - low.share) * (score - low.at)) / (high.at - low.at);
}
