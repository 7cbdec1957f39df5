import { periodKey } from "./period";
import type { TopicsUse } from "./publishedScope";
import type { CheckedScope } from "./scope";
import type { Dimension } from "./scope.type";

/** What holds for a record, such as `STATE=NY`: the same text wherever it is asked for. */
export type Condition = string;

const FILTERS = [
  ["states", "STATE"],
  ["regions", "REGION"],
  ["locales", "LOCALE"],
  ["povertyBands", "POVERTY_BAND"],
  ["enrollmentBands", "ENROLLMENT_BAND"],
  ["governance", "GOVERNANCE"],
] as const;

/**
 * The conditions of a published scope, in which every filter has one value.
 * @param givenTopics topics and domains as they were asked for.
 */
export function conditionsOf(scope: CheckedScope, givenTopics: readonly string[], use: TopicsUse, isDomain: (code: string) => boolean): Condition[] {
  const filters = FILTERS.flatMap(([name, dimension]) => scope[name].slice(0, 1).map((value) => `${dimension}=${value}`));
  const titleI = scope.titleI === null ? [] : [`TITLE_I=${scope.titleI}`];
  const topics = use === "select" ? givenTopics.slice(0, 1).map((code) => `${isDomain(code) ? "DOMAIN" : "TOPIC"}=${code}`) : [];
  return [...filters, ...titleI, ...topics, ...periodConditions(scope)];
}

function periodConditions({ from, to }: CheckedScope): Condition[] {
  if (from === null || to === null) return [];
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days > 100) return [`YEAR=${from.slice(0, 4)}`];
  return [days > 40 ? `QUARTER=${periodKey("QUARTER", from)}` : `MONTH=${periodKey("MONTH", from)}`];
}

/** The condition that a key of a table's heading stands for, as the database gives the key. */
export function conditionAt(dimension: Dimension, key: string): Condition {
  const isPeriod = dimension === "MONTH" || dimension === "QUARTER" || dimension === "WEEK";
  return `${dimension}=${isPeriod ? periodKey(dimension, key.slice(0, 10)) : key}`;
}
