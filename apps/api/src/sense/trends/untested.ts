import type { Refusal } from "../figure/refusal.type";
import { LEAST_MONTHS, LEAST_TAGS, type TopicSeries } from "./series";

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Why a topic's series was not tested, and what would lift it. */
export function untested({ months, isTested, observed }: TopicSeries, isProtected: boolean): Refusal {
  if (isProtected && (observed === null || !isTested)) {
    return { reason: "NOT_SHOWN", why: "Too few systems or organisations stand behind it to show a trend to you.", wouldLift: "A wider scope; or more systems, of more organisations, working on it." };
  }
  // How many tags the noise leaves over all months is another number than the one that is published.
  if (isProtected) return { reason: "TOO_FEW", why: "It has too few tags, in too few months, to tell a trend from the noise in its counts.", wouldLift: "A wider scope; or more tags on it, in more months." };
  if (months.length < LEAST_MONTHS) {
    return {
      reason: "TOO_SHORT",
      why: `The records cover ${counted(months.length, "month")}; a trend is tested from ${LEAST_MONTHS}.`,
      wouldLift: `A period with ${counted(LEAST_MONTHS - months.length, "more month")} of records.`,
    };
  }
  const tags = months.reduce((sum, { count }) => sum + count, 0);
  if (tags < LEAST_TAGS) {
    return {
      reason: "TOO_FEW",
      why: `It has ${counted(tags, "tag")}; a trend is tested from ${LEAST_TAGS}.`,
      wouldLift: `A wider scope, or ${counted(LEAST_TAGS - tags, "more tag")} on it.`,
    };
  }
  return {
    reason: "TOO_FEW",
    why: "All its tags fell into the first month or the last: a rate of change would run to infinity.",
    wouldLift: "Tags in at least one other month.",
  };
}
