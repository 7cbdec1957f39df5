import { describe, expect, test } from "vitest";
import type { TopicRow } from "../../network/framework/topic.table";
import { topicSeasons } from "./seasons";

const topic = (code: string): TopicRow => ({ code, kind: "topic", label: code, definition: code, domainCode: "X", position: 1 });

/** Months from October 2021: one topic with its peak in March, one without a season, one with hardly any tags. */
const monthly = (months: number) =>
  Array.from({ length: months }, (_, at) => {
    const month = (9 + at) % 12;
    const start = `${2021 + Math.floor((9 + at) / 12)}-${String(month + 1).padStart(2, "0")}-01`;
    const wave = Math.round(30 * Math.exp(0.5 * Math.cos((2 * Math.PI * (month - 2)) / 12)));
    return { start, exposure: 200, tags: [["A", wave, wave], ["B", 30 + (at % 2), 20], ["C", at === 0 ? 1 : 0, 1]] as const };
  });

const topics = [topic("A"), topic("B"), topic("C")];

describe("a yearly season", () => {
  test("is refused under 24 months, with the month that would lift it", () => {
    const { months, topics: none, refusal } = topicSeasons(topics, monthly(23));
    expect([months, none]).toEqual([23, []]);
    expect(refusal?.reason).toBe("TOO_SHORT");
    expect(refusal?.why).toMatch(/^The records cover 23 months\. A yearly season needs 24/);
    expect(refusal?.wouldLift).toMatch(/October 2023/);
  });

  test("is refused where there is nothing", () => {
    expect(topicSeasons(topics, [])).toMatchObject({ months: 0, topics: [], refusal: { wouldLift: "Two years of records." } });
  });

  test("is found with its calendar month, and not where there is none", () => {
    const { topics: seasons, refusal } = topicSeasons(topics, monthly(36));
    expect(refusal).toBeNull();
    const [a, b, c] = seasons;
    expect([a?.peakMonth, (a?.qValue ?? 1) < 0.001]).toEqual([3, true]);
    expect(a?.peakToTrough.value).toBeCloseTo(Math.exp(1), 1);
    expect([b?.peakMonth, (b?.qValue ?? 0) > 0.05]).toEqual([null, true]);
    expect([c?.peakMonth, c?.qValue, c?.peakToTrough.withheld]).toEqual([null, null, "TOO_FEW"]);
  });
});
