/** How long one relationship was seen to last. */
export interface Observed {
  readonly days: number;
  /** True when it ended then; false when it was only followed until then. */
  readonly ended: boolean;
}

/** The share still going after each ending (Kaplan and Meier, 1958), in order of time. */
export function productLimit(observed: readonly Observed[]): { days: number; share: number }[] {
  // At one time endings come first: whoever is lost then was still at risk.
  const inOrder = observed.toSorted((a, b) => a.days - b.days || Number(b.ended) - Number(a.ended));
  let share = 1;
  return inOrder.flatMap(({ days, ended }, index) => {
    if (!ended) return [];
    // One factor for each ending: d of them at one time multiply to 1 - d / n.
    share *= 1 - 1 / (inOrder.length - index);
    return [{ days, share }];
  });
}

/** The share still going at `days`. */
export function shareAt(steps: readonly { days: number; share: number }[], days: number): number {
  return steps.findLast((step) => step.days <= days)?.share ?? 1;
}
