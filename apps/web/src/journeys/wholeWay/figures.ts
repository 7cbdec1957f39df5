import type { Page } from "playwright-core";
import { ask } from "../browser";

interface Figure {
  readonly value: number | null;
  readonly n: number | null;
}

const IMPACT = ["requests", "systemsRequesting", "systemsServed", "schoolsReached", "studentsReached", "sessionsHeld", "relationships", "sessionRating", "responseRate", "returnRate", "daysToMatch", "daysToFirstSession"] as const;

/** What the pages Impact, Needs, Trends and Gaps show, as the API has it. */
export interface Figures {
  readonly impact: Readonly<Record<(typeof IMPACT)[number], Figure>>;
  /** How often each topic was asked for, and coached. */
  readonly asked: ReadonlyMap<string, number>;
  readonly coached: ReadonlyMap<string, number>;
  /** The same of the last month. */
  readonly askedLately: ReadonlyMap<string, number>;
  readonly coachedLately: ReadonlyMap<string, number>;
  readonly demand: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
}

interface Cells {
  readonly cells: readonly { readonly row: { readonly key: string }; readonly count: Figure }[];
}

type Trends = readonly { readonly topic: { readonly code: string }; readonly points: readonly { readonly start: string; readonly count: Figure }[] }[];

interface Gap {
  readonly topic: { readonly code: string };
  readonly demand: Figure;
  readonly waiting: Figure;
}

const CELLS = "{ cells { row { key } count { value } } }";
const TREND = "{ topic { code } points { start count { value } } }";

/** Reads them all, as staff do. @param month the first day of the month that the work falls into. */
export async function readFigures(page: Page, month: string): Promise<Figures> {
  const { impact } = await ask<Pick<Figures, "impact">>(page, `{ impact { ${IMPACT.map((field) => `${field} { value n }`).join(" ")} } }`);
  const needs = await ask<{ asked: Cells; coached: Cells }>(page, `{ asked: needPatterns(evidence: REQUESTS) ${CELLS} coached: needPatterns(evidence: SESSIONS) ${CELLS} }`);
  const trends = await ask<{ asked: Trends; coached: Trends }>(page, `{ asked: topicTrends(evidence: REQUESTS) ${TREND} coached: topicTrends(evidence: SESSIONS) ${TREND} }`);
  const { gaps } = await ask<{ gaps: readonly Gap[] }>(page, "{ gaps { topic { code } demand { value } waiting { value } } }");
  const cells = ({ cells: all }: Cells) => new Map(all.map(({ row, count }) => [row.key, count.value ?? 0]));
  const lately = (all: Trends) => new Map(all.map(({ topic, points }) => [topic.code, points.find(({ start }) => start === month)?.count.value ?? 0]));
  return {
    impact,
    asked: cells(needs.asked),
    coached: cells(needs.coached),
    askedLately: lately(trends.asked),
    coachedLately: lately(trends.coached),
    demand: new Map(gaps.map(({ topic, demand }) => [topic.code, demand.value ?? 0])),
    waiting: new Map(gaps.map(({ topic, waiting }) => [topic.code, waiting.value ?? 0])),
  };
}

/** What was done between two looks: one request of a new system and its calls. */
export interface Done {
  readonly asked: readonly string[];
  readonly calls: readonly { readonly topics: readonly string[]; readonly rating: number }[];
  readonly schools: number;
  readonly students: number;
}

/** The figures as they are to be afterwards. */
export function expected(before: Figures, { asked, calls, schools, students }: Done): Figures {
  const was = (field: (typeof IMPACT)[number]) => ({ value: before.impact[field].value ?? 0, n: before.impact[field].n ?? 0 });
  const more = (field: (typeof IMPACT)[number], by: number) => ({ value: was(field).value + by, n: null });
  const mean = (field: (typeof IMPACT)[number], sum: number, of: number) => ({ value: (was(field).value * was(field).n + sum) / (was(field).n + of), n: was(field).n + of });
  const onlyMore = (field: (typeof IMPACT)[number]) => ({ value: null, n: was(field).n + 1 });
  const plus = (counts: ReadonlyMap<string, number>, lists: readonly (readonly string[])[]) => new Map([...counts].map(([code, count]) => [code, count + lists.filter((codes) => codes.includes(code)).length]));
  const [requests, sessions] = [[asked], calls.map(({ topics }) => topics)];
  return {
    impact: {
      requests: more("requests", 1),
      systemsRequesting: more("systemsRequesting", 1),
      systemsServed: more("systemsServed", 1),
      schoolsReached: more("schoolsReached", schools),
      studentsReached: more("studentsReached", students),
      sessionsHeld: more("sessionsHeld", calls.length),
      relationships: more("relationships", 1),
      sessionRating: mean("sessionRating", calls.reduce((sum, { rating }) => sum + rating, 0), calls.length),
      responseRate: mean("responseRate", calls.length, calls.length),
      returnRate: mean("returnRate", 1, 1),
      daysToMatch: onlyMore("daysToMatch"),
      daysToFirstSession: onlyMore("daysToFirstSession"),
    },
    asked: plus(before.asked, requests),
    coached: plus(before.coached, sessions),
    askedLately: plus(before.askedLately, requests),
    coachedLately: plus(before.coachedLately, sessions),
    demand: plus(before.demand, requests),
    waiting: before.waiting,
  };
}

/** What is compared: counts and means to nine digits, and of durations how many they rest on. */
export function told({ impact, ...topics }: Figures): object {
  const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(9)));
  const durations: readonly string[] = ["daysToMatch", "daysToFirstSession"];
  return {
    impact: Object.fromEntries(IMPACT.map((field) => [field, durations.includes(field) ? impact[field].n : rounded(impact[field].value)])),
    ...Object.fromEntries(Object.entries(topics).map(([name, counts]) => [name, Object.fromEntries(counts)])),
  };
}
