import { expect, test } from "vitest";
import type { TopicRow } from "../../network/framework/topic.table";
import type { MonthCount, TopicSeries } from "./series";
import { topicTrends } from "./trends";

const topic: TopicRow = { code: "A", kind: "topic", label: "A", definition: "A", domainCode: "X", position: 1 };
const series = (counts: readonly number[], isTested: boolean, observed: number | null = 100): TopicSeries => ({
  topic,
  months: counts.map((count, t): MonthCount => ({ t, count, exposure: 20 })),
  bringers: "each its own",
  isTested,
  observed,
  points: [],
});
const refusalOf = (given: TopicSeries, isProtected = false) => topicTrends([given], isProtected)[0]?.refusal ?? null;

test.each([
  { why: /2 months; a trend is tested from 4/, lift: "A period with 2 more months of records.", given: series([9, 9], false) },
  { why: /3 tags; a trend is tested from 5/, lift: "A wider scope, or 2 more tags on it.", given: series([1, 0, 1, 1], false) },
  { why: /first month or the last/, lift: "Tags in at least one other month.", given: series([0, 0, 0, 0, 9], true) },
])("a topic without a trend says why: $lift", ({ why, lift, given }) => {
  expect(refusalOf(given)?.why).toMatch(why);
  expect(refusalOf(given)?.wouldLift).toBe(lift);
});

test("a topic with a trend refuses nothing", () => {
  expect(refusalOf(series([2, 3, 4, 6, 5], true))).toBeNull();
});

test("who may not see the rows is not told how few there are", () => {
  const refusal = refusalOf(series([1, 0, 1, 1], false, null), true);
  expect(refusal?.reason).toBe("NOT_SHOWN");
  expect(`${refusal?.why} ${refusal?.wouldLift}`).not.toMatch(/\d/);
});
