import type { Availability } from "./ask";
import type { LocalWeek } from "./localWeek";

/** Shorter stretches hold no conversation. Minutes. */
export const LEAST_STRETCH = 30;

/** Minutes a week in common from which more no longer helps: a choice of two meetings of an hour. */
export const ENOUGH_MINUTES = 120;

/** What counts where one of the two has not said when they have time: neither for nor against. */
export const UNKNOWN_OVERLAP = 0.5;

/**
 * Minutes of the leader's week in which the coach has time as well, in stretches of at least {@link LEAST_STRETCH}.
 *
 * @returns null where one of the two is not known.
 * @throws RangeError as `localWeek` does.
 */
export function sharedMinutes(leader: Availability | null, coach: Availability | null, week: LocalWeek): number | null {
  if (leader === null || coach === null) return null;
  const [mine, theirs] = [week.within(leader), week.around(coach)];
  let [shared, i, j] = [0, 0, 0];
  for (;;) {
    const [a, b] = [mine[i], theirs[j]];
    if (!a || !b) return shared;
    const minutes = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
    if (minutes >= LEAST_STRETCH) shared += minutes;
    if (a[1] <= b[1]) i += 1;
    else j += 1;
  }
}

/** Shared minutes as a value from 0 to 1. */
export const overlapValue = (minutes: number | null): number => (minutes === null ? UNKNOWN_OVERLAP : Math.min(1, minutes / ENOUGH_MINUTES));
