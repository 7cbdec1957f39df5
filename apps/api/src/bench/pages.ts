import { readFileSync } from "node:fs";
import { WEB_DOCUMENTS } from "../paths";
import type { Question } from "./questions";

/** What a reader changes: one filter, as the scope bar does. */
const RURAL = { locales: ["RURAL"] };

/** Each page of analysis by the operation that its build sends, right after the reader has changed a filter. */
const PAGES: readonly { readonly page: string; readonly operation: string; readonly variables: Question["variables"] }[] = [
  { page: "/", operation: "ThisWeekPage", variables: {} },
  { page: "/needs", operation: "NeedsPage", variables: { scope: RURAL, rows: "TOPIC", columns: "MONTH", evidence: "REQUESTS", ranked: true } },
  { page: "/needs, pair map", operation: "PairMap", variables: { scope: RURAL } },
  { page: "/trends", operation: "TrendsPage", variables: { scope: RURAL, evidence: "SESSIONS" } },
  { page: "/emerging", operation: "EmergingPage", variables: { scope: RURAL, evidence: "SESSIONS" } },
  { page: "/topics", operation: "TopicsPage", variables: { scope: RURAL, moment: RURAL } },
  { page: "/gaps", operation: "GapsPage", variables: { scope: RURAL, places: RURAL, rows: true } },
  { page: "/outlook", operation: "OutlookPage", variables: { scope: RURAL, topic: null, added: 2, addedHours: null, lostProvider: null, windowDays: 180 } },
  { page: "/opportunities", operation: "OpportunitiesPage", variables: { scope: RURAL, maxKm: 400, cohortSize: 8 } },
  { page: "/reach", operation: "ReachPage", variables: { scope: RURAL, by: "POVERTY_BAND", staff: true } },
  { page: "/depth", operation: "DepthPage", variables: { scope: RURAL, by: "REGION" } },
  { page: "/impact", operation: "ImpactPage", variables: { scope: RURAL } },
  { page: "/compare", operation: "ComparePage", variables: { scope: RURAL, to: { locales: ["CITY"] }, leaveOut: false, evidence: "REQUESTS" } },
];

/**
 * The pages' own queries, as the built dashboard sends them.
 * @throws Error where the build has no such operation.
 */
export function pageQuestions(): Question[] {
  const documents = Object.values(JSON.parse(readFileSync(WEB_DOCUMENTS, "utf8")) as Record<string, string>);
  return PAGES.map(({ page, operation, variables }) => {
    const query = documents.find((document) => new RegExp(`query ${operation}\\b`).test(document));
    if (query === undefined) throw new Error(`The dashboard's build has no operation ${operation}: build it first.`);
    return { name: page, query, variables };
  });
}
