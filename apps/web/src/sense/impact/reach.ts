import { percent, type FigureFields } from "../figure/format";

/** By what reach is counted: each system once, or by its students. */
export type ReachBy = "systems" | "students";

/** A locale's part of those served, beside its part of the nation. */
export interface ReachShare {
  readonly key: { readonly key: string; readonly label: string };
  readonly served: FigureFields;
  readonly nation: number;
}

/** The count an address asks for; anything but students is systems. */
export const readReachBy = (text: string | undefined): ReachBy => (text?.toLowerCase() === "students" ? "students" : "systems");

/** How far the nation's share lies outside the interval; 0 inside it, and where an exact share reads the same. */
function gap({ served: { value, low, high }, nation }: ReachShare): number {
  if (value === null || percent(nation) === percent(value)) return 0;
  return Math.max(0, (low ?? value) - nation, nation - (high ?? value));
}

/** The finding: the locale that is most surely off its part of the nation, if any can be told from it. */
export function reachSentence(shares: readonly ReachShare[], by: ReachBy): string {
  const known = shares.filter(({ served }) => served.value !== null);
  if (known.length === 0) {
    const hidden = shares.some(({ served }) => served.withheld === "TOO_FEW");
    return hidden ? "Too few systems of any locale to show whom the network reaches" : "No served system has a known locale";
  }
  const [widest] = known.toSorted((a, b) => gap(b) - gap(a));
  if (widest === undefined || gap(widest) === 0) {
    return `No locale's share of the ${by} reached can be told from its share of the nation's`;
  }
  const [nation, served] = [percent(widest.nation), percent(widest.served.value ?? 0)];
  return by === "systems"
    ? `${widest.key.label} districts are ${nation} of the nation's but ${served} of those served`
    : `${widest.key.label} districts have ${nation} of the nation's students but ${served} of those reached`;
}
