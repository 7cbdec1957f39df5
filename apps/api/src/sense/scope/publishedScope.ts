import { isCalendarPeriod } from "./period";
import type { CheckedScope, ScopeFault } from "./scope";

/** What protected figures cover. */
export interface Publication {
  /** Rows of this day and later are not in them, in the network's time zone. */
  readonly day: string;
  /** The instant at which that day begins. */
  readonly at: Date;
  /** Day of the network's first record; the publication day where there is none. */
  readonly firstDay: string;
}

/** What topics do to a figure. */
export type TopicsUse =
  /** They choose which of its numbers are shown. */
  | "show"
  /** They choose the rows that it rests on. */
  | "select";

const ONE_VALUE_LISTS = ["states", "regions", "locales", "povertyBands", "enrollmentBands", "governance"] as const;

const MOST_FILTERS = 2;

/**
 * The scopes of which protected figures are published, each written in one way: every two of them differ by parts that are
 * checked for their size. Lists of values would give many answers about one of them, whose noise averages out.
 *
 * @param givenTopics topics and domains as they were asked for.
 */
export function publishedScope(scope: CheckedScope, givenTopics: readonly string[], use: TopicsUse, publication: Publication): CheckedScope | ScopeFault {
  if (scope.providers.length > 0) {
    return { field: "scope.providers", message: "Protected figures are of all organisations together; an organisation's own are open to its lead, asked for alone." };
  }
  const long = ONE_VALUE_LISTS.find((name) => new Set(scope[name]).size > 1);
  if (long) return { field: `scope.${long}`, message: "Protected figures are published for one value of a filter at a time, or for all." };
  const selectsTopics = use === "select" && givenTopics.length > 0;
  if (selectsTopics && new Set(givenTopics).size > 1) {
    return { field: "scope.topics", message: "Protected figures that rest on topics are published for one topic or one domain at a time." };
  }
  if (scope.states.length > 0 && scope.regions.length > 0) {
    return { field: "scope.regions", message: "Protected figures are published by state or by region, not by both together." };
  }
  const filters = ONE_VALUE_LISTS.filter((name) => scope[name].length > 0).length + Number(scope.titleI !== null) + Number(selectsTopics);
  if (filters > MOST_FILTERS) return { field: "scope", message: `Protected figures are published for at most ${MOST_FILTERS} filters at a time, the period apart.` };
  return publishedPeriod(scope, publication);
}

function publishedPeriod(scope: CheckedScope, { day, firstDay }: Publication): CheckedScope | ScopeFault {
  const { from, to } = scope;
  const isOpen = (from === null || from <= firstDay) && (to === null || to >= day);
  if (isOpen) return { ...scope, from: null, to: null, toldNow: true };
  if (from !== null && to !== null && isCalendarPeriod(from, to)) return { ...scope, toldNow: true };
  return {
    field: from === null ? "scope.to" : "scope.from",
    message: "Protected figures are published for a calendar month, quarter or year, or for the network's whole time.",
  };
}

/** The whole network. */
export const NO_CONDITION: CheckedScope = {
  from: null,
  to: null,
  states: [],
  regions: [],
  locales: [],
  titleI: null,
  povertyBands: [],
  enrollmentBands: [],
  governance: [],
  providers: [],
  topics: [],
};
