import { daysLater } from "../../network/learning/week.type";
import type { SaidRecords } from "./sentence";

/** Days before the Monday of the week, the last exclusive. */
interface Period {
  readonly from: number;
  readonly to: number;
}

interface About {
  readonly period?: Period;
  readonly topics?: readonly string[];
  /** A further parameter of the page. */
  readonly evidence?: "requests" | "sessions";
}

/** A page's address, with the scope in it that the sentence's figure has there. */
export function linkTo(page: string, week: string, { period, topics = [], evidence }: About = {}): string {
  const search = new URLSearchParams({
    ...(period && { from: daysLater(week, period.from) }),
    to: daysLater(week, period?.to ?? 0),
    ...(topics.length > 0 && { topics: topics.join(",") }),
    ...(evidence && { evidence }),
  });
  // A comma says what it says in an address, too.
  return `${page}?${search.toString().replaceAll("%2C", ",")}`;
}

export function recordsOf(kind: SaidRecords["kind"], week: string, { period, topics = [], standing = null }: About & { readonly standing?: SaidRecords["standing"] } = {}): SaidRecords {
  return { kind, topics, from: period ? daysLater(week, period.from) : null, to: daysLater(week, period?.to ?? 0), standing };
}
