import { rateTrend } from "@arl/analysis/trend";
import type { Figures, Gap, ImpactField } from "./figures";

/** What was done between two looks at the figures: one request of a new system, its three calls and their ratings, all in one month. */
export interface Done {
  /** The topics of the request. */
  readonly asked: readonly string[];
  /** Of each call its topics and the stars that it was given. */
  readonly calls: readonly { readonly topics: readonly string[]; readonly rating: number }[];
  /** Of the system, by the directory. */
  readonly schools: number;
  readonly students: number;
  /** States and organisations that nobody had been served in, or by. */
  readonly newStates: number;
  readonly newProviders: number;
  /** First day of the month. */
  readonly month: string;
}

const known = (value: number | null | undefined): number => value ?? Number.NaN;

/** What each figure of Impact is to be afterwards, from what it was and from what was done; medians of durations apart. */
export function expectedImpact({ impact }: Figures, done: Done): Partial<Record<ImpactField, number>> {
  const was = (field: ImpactField) => known(impact[field].value);
  const share = (field: ImpactField, hits: number, of: number) => (was(field) * known(impact[field].n) + hits) / (known(impact[field].n) + of);
  const calls = done.calls.length;
  const stars = done.calls.reduce((sum, { rating }) => sum + rating, 0);
  return {
    requests: was("requests") + 1,
    systemsRequesting: was("systemsRequesting") + 1,
    systemsServed: was("systemsServed") + 1,
    schoolsReached: was("schoolsReached") + done.schools,
    studentsReached: was("studentsReached") + done.students,
    statesReached: was("statesReached") + done.newStates,
    providersActive: was("providersActive") + done.newProviders,
    sessionsHeld: was("sessionsHeld") + calls,
    relationships: was("relationships") + 1,
    sessionRating: share("sessionRating", stars, calls),
    responseRate: share("responseRate", calls, calls),
    returnRate: share("returnRate", 1, 1),
    sessionsPerRelationshipMax: Math.max(was("sessionsPerRelationshipMax"), calls),
  };
}

/** How many more observations each of these rests on. */
export const ONE_MORE: readonly ImpactField[] = ["daysToMatch", "daysToFirstSession", "relationshipLengthMonths", "sustainedFourMonths", "returnRate"];

/** How often each topic was tagged, by what was counted, and how many things were. */
function tagged(done: Done, evidence: "asked" | "coached"): { readonly of: number; readonly times: (code: string) => number } {
  const lists = evidence === "asked" ? [done.asked] : done.calls.map(({ topics }) => topics);
  return { of: lists.length, times: (code) => lists.filter((topics) => topics.includes(code)).length };
}

/** Count and share of every topic, by code. */
export function expectedNeeds(before: Figures, done: Done, evidence: "asked" | "coached"): Map<string, { readonly count: number; readonly share: number }> {
  const { of, times } = tagged(done, evidence);
  const cells = before[evidence].cells;
  const total = Math.round(known(cells[0]?.count.value) / known(cells[0]?.share.value)) + of;
  return new Map(
    cells.map(({ row, count }) => {
      const now = known(count.value) + times(row.key);
      return [row.key, { count: now, share: now / total }];
    }),
  );
}

/** Count of every month, and the rate ratio fitted to them, of every topic by code. */
export function expectedTrends(before: Figures, done: Done, evidence: "asked" | "coached"): Map<string, { readonly counts: readonly number[]; readonly ratio: number | null }> {
  const { of, times } = tagged(done, evidence);
  const trends = before[`${evidence}Trends`];
  // A month's exposure is told by any topic that came up in it.
  const exposure = new Map<string, number>();
  for (const { points } of trends) for (const { start, count, share } of points) if (known(count.value) > 0) exposure.set(start, Math.round(known(count.value) / known(share.value)));
  return new Map(
    trends.map(({ topic, points }) => {
      const counts = new Map(points.map(({ start, count }) => [start, known(count.value)]));
      // The month may be the first in which anything happened since.
      const months = [...new Set([...counts.keys(), done.month])].map((start, t) => {
        const isNow = start === done.month;
        return { t, count: (counts.get(start) ?? 0) + (isNow ? times(topic.code) : 0), exposure: (exposure.get(start) ?? 0) + (isNow ? of : 0) };
      });
      return [topic.code, { counts: months.map(({ count }) => count), ratio: rateTrend(months)?.ratio ?? null }];
    }),
  );
}

/** Demand and coverage of every topic, by code: the topic's share of hours over its share of demand. */
export function expectedGaps({ gaps }: Figures, done: Done): Map<string, { readonly demand: number; readonly coverage: number | null }> {
  const demandOf = ({ topic, demand }: Gap) => known(demand.value) + (done.asked.includes(topic.code) ? 1 : 0);
  const sum = (of: (gap: Gap) => number) => gaps.reduce((total, gap) => total + of(gap), 0);
  const [hours, demand] = [sum(({ capacityHours }) => known(capacityHours.value)), sum(demandOf)];
  return new Map(gaps.map((gap) => [gap.topic.code, { demand: demandOf(gap), coverage: demandOf(gap) === 0 ? null : known(gap.capacityHours.value) / hours / (demandOf(gap) / demand) }]));
}
