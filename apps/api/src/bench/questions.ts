import { GAPS, IMPACT, NEED_PATTERNS, TOPIC_TRENDS } from "../oracle/questions";

/** One analysis query with everything it can answer. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const QUESTIONS: readonly Question[] = [
  { name: "impact", query: IMPACT, variables: {} },
  { name: "needPatterns, topic × month, requests", query: NEED_PATTERNS, variables: { rows: "TOPIC", columns: "MONTH", evidence: "REQUESTS" } },
  { name: "needPatterns, topic × month, sessions", query: NEED_PATTERNS, variables: { rows: "TOPIC", columns: "MONTH", evidence: "SESSIONS" } },
  { name: "topicTrends, by month, sessions", query: TOPIC_TRENDS, variables: { interval: "MONTH", evidence: "SESSIONS" } },
  { name: "gaps", query: GAPS, variables: {} },
];
