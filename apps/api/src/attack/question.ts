import type { Scope } from "../oracle/scope";
import { daysOf, type Dimension } from "./catalogue";
import { dimensionOf, keyOf } from "./cell";

/** What is counted in tables and trends. */
export type Evidence = "REQUESTS" | "SESSIONS";

/** Something to ask, in a scope given by its conditions. */
export type Question =
  | { readonly field: "impact"; readonly conditions: readonly string[] }
  | { readonly field: "needPatterns"; readonly conditions: readonly string[]; readonly rows: Dimension; readonly columns: Dimension | null; readonly evidence: Evidence }
  | { readonly field: "topicTrends"; readonly conditions: readonly string[]; readonly interval: "MONTH" | "QUARTER"; readonly evidence: Evidence }
  | { readonly field: "gaps" | "hurdles" | "regionalOpportunities"; readonly conditions: readonly string[] }
  | { readonly field: "topicRanks"; readonly conditions: readonly string[]; readonly evidence: Evidence }
  | { readonly field: "representation"; readonly conditions: readonly string[]; readonly by: Dimension };

type Filter = Exclude<keyof Scope, "from" | "to">;

const FILTER_OF: Readonly<Record<string, Filter>> = {
  STATE: "states",
  REGION: "regions",
  LOCALE: "locales",
  TITLE_I: "titleI",
  POVERTY_BAND: "povertyBands",
  ENROLLMENT_BAND: "enrollmentBands",
  GOVERNANCE: "governance",
  TOPIC: "topics",
  DOMAIN: "topics",
  PROVIDER: "providers",
};

/** A scope as the API takes it. */
function scopeOf(conditions: readonly string[]): Record<string, unknown> {
  const parts = conditions.map((condition): Record<string, unknown> => {
    const filter = FILTER_OF[dimensionOf(condition)];
    if (filter === undefined) return daysOf(condition);
    return { [filter]: filter === "titleI" ? keyOf(condition) === "true" : [keyOf(condition)] };
  });
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

const FIGURE = "{ value low high n withheld }";
const CELL = `{ row { key } column { key } count ${FIGURE} systems ${FIGURE} share ${FIGURE} }`;
const READING = `{ universeShare share ${FIGURE} ratio ${FIGURE} }`;
const HEADLINE = ["systemsRequesting", "requests", "systemsServed", "sessionsHeld", "relationships", "titleIShare", "sessionRating", "responseRate", "returnRate", "schoolsReached", "studentsReached", "largestSystemShare", "medianSystemStudents", "statesReached", "providersActive"];

const SELECTIONS: Readonly<Record<Question["field"], string>> = {
  impact: `{ ${HEADLINE.map((name) => `${name} ${FIGURE}`).join(" ")} localeMix ${CELL} ratings { rating count } survival { months atRisk survival ${FIGURE} } challengeByCall { call level ${FIGURE} } }`,
  needPatterns: `{ cells ${CELL} }`,
  topicTrends: `{ topic { code } points { start count ${FIGURE} share ${FIGURE} } ratioPerMonth ${FIGURE} qValue direction refusal { reason why wouldLift } }`,
  gaps: `{ topic { code } demand ${FIGURE} waiting ${FIGURE} specialists ${FIGURE} capacityHours ${FIGURE} coverage ${FIGURE} }`,
  hurdles: `{ topics { code } systems ${FIGURE} states ${FIGURE} providers ${FIGURE} expected ${FIGURE} lift ${FIGURE} qValue }`,
  regionalOpportunities: `{ requesting ${FIGURE} located ${FIGURE} tested regions { region { key } topic { code } systems ${FIGURE} share ${FIGURE} nationShare ${FIGURE} qValue } refusal { why } }`,
  topicRanks: `{ topic { code } count ${FIGURE} best worst }`,
  representation: `{ counted ${FIGURE} unknown ${FIGURE} notDistricts ${FIGURE} refusal { why } groups { key { key } systems ${FIGURE} students ${FIGURE} byDistricts ${READING} byStudents ${READING} } }`,
};

/** How many of a question are asked in one operation: fewer than the limits allow, so that each is answered in good time. */
const FIT: Readonly<Record<Question["field"], number>> = { impact: 2, needPatterns: 8, topicTrends: 1, gaps: 4, hurdles: 1, regionalOpportunities: 2, topicRanks: 4, representation: 4 };

const TYPES = { rows: "Dimension!", columns: "Dimension", evidence: "Evidence!", by: "Dimension!", interval: "Interval!" } as const;

export interface Operation {
  readonly questions: readonly Question[];
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Packs questions into as few operations as the API's limits allow. */
export function operationsOf(questions: readonly Question[]): Operation[] {
  const byField = [...Map.groupBy(questions, ({ field }) => field)];
  return byField.flatMap(([field, own]) =>
    Array.from({ length: Math.ceil(own.length / FIT[field]) }, (_, batch) => operationOf(own.slice(batch * FIT[field], (batch + 1) * FIT[field]))),
  );
}

function operationOf(questions: readonly Question[]): Operation {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fields = questions.map((question, place) => {
    const { field, conditions, ...others } = question;
    const given = Object.entries({ scope: scopeOf(conditions), ...others }).map(([name, value]) => {
      const type = name === "scope" ? "Scope" : TYPES[name as keyof typeof TYPES];
      variables[`${name}${place}`] = value;
      declared.push(`$${name}${place}: ${type}`);
      return `${name}: $${name}${place}`;
    });
    return `q${place}: ${field}(${given.join(", ")}) ${SELECTIONS[field]}`;
  });
  return { questions, query: `query (${declared.join(", ")}) { ${fields.join(" ")} }`, variables };
}
