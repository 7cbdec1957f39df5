import type { Locale } from "@arl/schema/enums";
import type { EngagementRecord, RatingRecord, RequestRecord, SessionRecord } from "@arl/schema/records";
import type { DemoNetwork } from "../network";

/** A system as its requests and the directory describe it. */
interface SystemFigures {
  readonly state: string;
  readonly schools: number | null;
  readonly enrollment: number | null;
  readonly locale: Locale | null;
  readonly lowIncomeShare: number | null;
}

/** An engagement with at least one held session. */
export interface Relationship {
  readonly engagement: EngagementRecord;
  readonly request: RequestRecord;
  /** In order of time, those before "as of". */
  readonly sessions: readonly SessionRecord[];
  /** Closed by "as of". */
  readonly closed: boolean;
}

/** The network as it was known at an instant. */
export interface View {
  readonly asOf: Date;
  readonly requests: readonly RequestRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly ratings: readonly RatingRecord[];
  readonly relationships: readonly Relationship[];
  /** Systems that asked, and those of a held session, by key. */
  readonly asking: ReadonlySet<string>;
  readonly served: ReadonlyMap<string, SystemFigures>;
}

/** A leaid, or state and name by letters and digits. */
export function systemKey(request: RequestRecord): string {
  return request.leaid ?? `${request.state} ${(request.systemName ?? "").toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`;
}

const LOCALE_BY_DIGIT: Readonly<Record<string, Locale>> = { "1": "CITY", "2": "SUBURB", "3": "TOWN", "4": "RURAL" };

/** The latest value that one of the requests gives. */
function latest<T>(requests: readonly RequestRecord[], read: (request: RequestRecord) => T | null): T | null {
  return requests.map(read).findLast((value) => value !== null) ?? null;
}

function figuresOf(requests: readonly RequestRecord[], demo: DemoNetwork): SystemFigures {
  const listed = demo.districts.find((district) => district.leaid === requests[0]?.leaid);
  return {
    state: requests[0]?.state ?? "",
    schools: latest(requests, (request) => request.schools) ?? listed?.schools ?? null,
    enrollment: latest(requests, (request) => request.enrollment) ?? listed?.enrollment ?? null,
    locale: latest(requests, (request) => request.locale) ?? LOCALE_BY_DIGIT[listed?.localeCode?.charAt(0) ?? ""] ?? null,
    lowIncomeShare: latest(requests, (request) => request.lowIncomeShare),
  };
}

/** Everything before `asOf`. */
export function viewAt(demo: DemoNetwork, asOf: Date): View {
  const { records } = demo;
  const requests = records.requests.filter((request) => request.submittedAt < asOf);
  const sessions = records.sessions.filter((session) => session.heldAt < asOf);
  const held = Map.groupBy(sessions, (session) => session.engagementId);
  const requestById = new Map(records.requests.map((request) => [request.id, request]));
  const relationships = records.engagements.flatMap((engagement) => {
    const calls = held.get(engagement.id);
    const request = requestById.get(engagement.requestId);
    if (calls === undefined || request === undefined) return [];
    const closed = engagement.closedAt !== null && engagement.closedAt < asOf;
    return [{ engagement, request, sessions: calls.toSorted((a, b) => a.heldAt.getTime() - b.heldAt.getTime()), closed }];
  });
  const bySystem = Map.groupBy(requests, systemKey);
  const servedKeys = new Set(relationships.map(({ request }) => systemKey(request)));
  return {
    asOf,
    requests,
    sessions,
    ratings: records.ratings.filter((rating) => rating.ratedAt < asOf && sessions.some((session) => session.id === rating.sessionId)),
    relationships,
    asking: new Set(bySystem.keys()),
    served: new Map([...servedKeys].map((key) => [key, figuresOf(bySystem.get(key) ?? [], demo)])),
  };
}

const NEW_YORK_MONTH = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", year: "numeric", month: "2-digit" });

/** `2020-05` in the network's time zone. */
function monthKey(date: Date): string {
  const parts = NEW_YORK_MONTH.formatToParts(date);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}`;
}

const MONTHS = ["2020-05", "2020-06", "2020-07", "2020-08", "2020-09", "2020-10", "2020-11", "2020-12", "2021-01"];

/** Topic → number of its rows in each month, and the rows of each month. */
export function countByMonth(rows: readonly { readonly date: Date; readonly topics: readonly string[] }[]): {
  exposure: number[];
  counts: ReadonlyMap<string, number[]>;
} {
  const exposure = MONTHS.map(() => 0);
  const counts = new Map<string, number[]>();
  for (const { date, topics } of rows) {
    const month = MONTHS.indexOf(monthKey(date));
    exposure[month] = (exposure[month] ?? 0) + 1;
    for (const topic of topics) {
      const series = counts.get(topic) ?? MONTHS.map(() => 0);
      series[month] = (series[month] ?? 0) + 1;
      counts.set(topic, series);
    }
  }
  return { exposure, counts };
}
