import { GAPS, IMPACT, TOPIC_TRENDS } from "../oracle/questions";

const FIGURE = "{ value low high n withheld }";

/** The fields of which the Needs page draws its heat map. */
const NEED_PATTERNS = `query ($scope: Scope, $rows: Dimension!, $columns: Dimension, $evidence: Evidence!) {
  needPatterns(scope: $scope, rows: $rows, columns: $columns, evidence: $evidence) {
    rows { key label } columns { key label } cells { row { key } column { key } count ${FIGURE} share ${FIGURE} } } }`;

/** One analysis query with what the dashboard's page asks of it, or more. */
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
