import type { Ask } from "../testing";

interface Figure {
  readonly value: number | null;
  readonly n: number | null;
}

/** Figures of Impact, by field. */
const IMPACT_FIELDS = [
  "requests", "systemsRequesting", "systemsServed", "schoolsReached", "studentsReached", "statesReached", "providersActive", "sessionsHeld", "relationships",
  "sessionRating", "responseRate", "returnRate", "sessionsPerRelationshipMax", "daysToMatch", "daysToFirstSession", "relationshipLengthMonths", "sustainedFourMonths", "titleIShare",
] as const;
export type ImpactField = (typeof IMPACT_FIELDS)[number];

interface Cell {
  readonly row: { readonly key: string };
  readonly count: Figure;
  readonly share: Figure;
}

interface Trend {
  readonly topic: { readonly code: string };
  readonly ratioPerMonth: Figure;
  readonly points: readonly { readonly start: string; readonly count: Figure; readonly share: Figure }[];
}

export interface Gap {
  readonly topic: { readonly code: string };
  readonly demand: Figure;
  readonly waiting: Figure;
  readonly specialists: Figure;
  readonly capacityHours: Figure;
  readonly coverage: Figure;
}

/** What the pages Impact, Needs, Trends and Gaps show. */
export interface Figures {
  readonly impact: Readonly<Record<ImpactField, Figure>> & { readonly ratings: readonly { readonly rating: number; readonly count: number }[] };
  readonly asked: { readonly cells: readonly Cell[] };
  readonly coached: { readonly cells: readonly Cell[] };
  readonly askedTrends: readonly Trend[];
  readonly coachedTrends: readonly Trend[];
  readonly gaps: readonly Gap[];
}

const FIGURE = "{ value n }";
const CELLS = `{ cells { row { key } count ${FIGURE} share ${FIGURE} } }`;
const TREND = `{ topic { code } ratioPerMonth ${FIGURE} points { start count ${FIGURE} share ${FIGURE} } }`;
const QUERIES = [
  `{ impact { ${IMPACT_FIELDS.map((field) => `${field} ${FIGURE}`).join(" ")} ratings { rating count } } }`,
  `{ asked: needPatterns(evidence: REQUESTS) ${CELLS} coached: needPatterns(evidence: SESSIONS) ${CELLS} }`,
  `{ askedTrends: topicTrends(evidence: REQUESTS) ${TREND} coachedTrends: topicTrends(evidence: SESSIONS) ${TREND} }`,
  `{ gaps { topic { code } demand ${FIGURE} waiting ${FIGURE} specialists ${FIGURE} capacityHours ${FIGURE} coverage ${FIGURE} } }`,
];

/** Reads them all, as staff do. */
export async function readFigures(ask: Ask): Promise<Figures> {
  const parts = [];
  for (const query of QUERIES) {
    const { data, errors } = await ask<Partial<Figures>>(query);
    if (!data || errors.length > 0) throw new Error(`The figures were refused: ${JSON.stringify(errors)}`);
    parts.push(data);
  }
  return Object.assign({}, ...parts) as Figures;
}
