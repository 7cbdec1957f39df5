import { riskSets } from "./riskSet";

/** How long one subject was followed, and what ended it. */
export interface CompetingSpell {
  /** In any one unit; finite and ≥ 0. */
  readonly time: number;
  /** Null where following ended before any of the causes (right-censored). */
  readonly cause: string | null;
}

export interface IncidencePoint {
  readonly time: number;
  /** Followed up to this time, just before its events. */
  readonly atRisk: number;
  /** Events of this cause at this time. */
  readonly events: number;
  /** Estimated share that this cause has ended by this time, in [0, 1]. */
  readonly incidence: number;
}

/**
 * Aalen–Johansen estimate of how much each of several causes has ended by each time.
 *
 * One minus a Kaplan–Meier curve that censors the other causes would overstate every one of them; here all causes
 * and the share still going on sum to 1 at every time.
 *
 * @param spells one per subject, in any order; may be empty.
 * @returns for each cause observed, one point per distinct time at which it ended a spell, ascending; causes come in
 *   the order of their first event. Before its first point a cause's incidence is 0.
 * @throws RangeError if a time is negative or not finite.
 * @see Aalen & Johansen (1978), Scand. J. Stat. 5(3), 141–150.
 */
export function cumulativeIncidence(
  spells: readonly CompetingSpell[],
): ReadonlyMap<string, readonly IncidencePoint[]> {
  const curves = new Map<string, IncidencePoint[]>();
  let stillGoing = 1;
  for (const { time, atRisk, leaving } of riskSets(spells)) {
    const eventsByCause = countCauses(leaving);
    let ended = 0;
    for (const [cause, events] of eventsByCause) {
      const curve = curves.get(cause) ?? [];
      const before = curve.at(-1)?.incidence ?? 0;
      curve.push({ time, atRisk, events, incidence: before + (stillGoing * events) / atRisk });
      curves.set(cause, curve);
      ended += events;
    }
    stillGoing *= (atRisk - ended) / atRisk;
  }
  return curves;
}

function countCauses(leaving: readonly CompetingSpell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cause } of leaving) if (cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return counts;
}
