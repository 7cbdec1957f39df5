import type { FigureTarget } from "../figure/target";
import type { Trend } from "./trendGroups";

export type Evidence = "REQUESTS" | "SESSIONS";

/** What the menu of a topic's rate offers. */
export function trendTarget({ topic, ratioPerMonth }: Trend, evidence: Evidence): FigureTarget {
  const at = [{ dimension: "TOPIC", key: topic.code }];
  return {
    label: `Monthly rate ratio of ${topic.label}`,
    metric: "need_trend",
    figure: ratioPerMonth,
    filter: { topics: [topic.code] },
    records: { kind: evidence === "REQUESTS" ? "requests" : "sessions", at },
  };
}
