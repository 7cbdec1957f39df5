import { RECENT_DEMAND_DAYS, SERVICE_TARGET_DAYS } from "@arl/schema/network";
import type { DistrictRecord, NetworkRecords } from "@arl/schema/records";
import { DAY, dayOf, intervalKey, startOfInterval } from "../oracle/calendar";
import { domainOf } from "../oracle/framework";
import { resolveSystems, systemKey, type System } from "../oracle/systems";

/** What figures are counted over. Askers are systems with all that they asked for. */
export const POPULATIONS = ["REQUESTS", "SESSIONS", "RELATIONSHIPS", "ASKERS"] as const;
export type Population = (typeof POPULATIONS)[number];

/** One row that figures count: a request, a held session, an engagement with one, or a system that asked. */
export interface Fact {
  readonly id: string;
  readonly system: System;
  /** Of its coaches, without repeats; none where nobody was matched. */
  readonly organisations: readonly string[];
  /** What holds of it, such as `STATE=NY`, `MONTH=2020-05`, `TOPIC=…`, `RATING=5`. */
  readonly holds: ReadonlySet<string>;
}

/** The truth about a network at some instant. */
export interface Facts {
  readonly of: Readonly<Record<Population, readonly Fact[]>>;
  /** Organisations that are a hub. */
  readonly hubs: ReadonlySet<string>;
  readonly organisations: readonly string[];
  /** First month in which anything happened, and the last before the instant, as `2020-05`. */
  readonly months: readonly string[];
}

interface Source {
  readonly records: NetworkRecords;
  readonly districts: readonly DistrictRecord[];
}

const systemHolds = (system: System): string[] => [
  `STATE=${system.state}`,
  `REGION=${system.region}`,
  `LOCALE=${system.locale ?? "UNKNOWN"}`,
  `TITLE_I=${system.titleI ?? "UNKNOWN"}`,
  `POVERTY_BAND=${system.povertyBand}`,
  `ENROLLMENT_BAND=${system.enrollmentBand}`,
  `GOVERNANCE=${system.governance ?? "UNKNOWN"}`,
  ...(system.locale === null ? [] : ["LOCALE_KNOWN=true"]),
  ...(system.titleI === null ? [] : ["TITLE_I_KNOWN=true"]),
  ...(system.povertyBand === "UNKNOWN" ? [] : ["POVERTY_BAND_KNOWN=true"]),
  ...(system.enrollmentBand === "UNKNOWN" ? [] : ["ENROLLMENT_BAND_KNOWN=true"]),
  ...(system.schools === null ? [] : ["SCHOOLS_KNOWN=true"]),
  ...(system.enrollment === null ? [] : ["STUDENTS_KNOWN=true"]),
];

function timeHolds(at: Date): string[] {
  const day = dayOf(at);
  const quarter = intervalKey(startOfInterval(day, "QUARTER"), "QUARTER");
  return [`MONTH=${day.slice(0, 7)}`, `QUARTER=${quarter}`, `YEAR=${day.slice(0, 4)}`];
}

const topicHolds = (topics: readonly string[]): string[] => topics.flatMap((topic) => [`TOPIC=${topic}`, `DOMAIN=${domainOf(topic)}`]);

/** Lists every fact known just before an instant, from plain records and without the API's own SQL. */
export function factsOf({ records, districts }: Source, asOf: Date): Facts {
  const known = (date: Date): boolean => date < asOf;
  const systems = resolveSystems(records.requests.filter(({ submittedAt }) => known(submittedAt)), districts);
  const organisationOf = new Map(records.coaches.map(({ id, providerId }) => [id, providerId]));
  const organisations = (coaches: readonly string[]): string[] => [...new Set(coaches.map((id) => organisationOf.get(id) ?? ""))];
  const requests = new Map(records.requests.filter(({ submittedAt }) => known(submittedAt)).map((one) => [one.id, { ...one, system: systems.get(systemKey(one)) }]));
  const engagements = new Map(records.engagements.map((one) => [one.id, one]));
  const ratings = new Map(records.ratings.filter(({ ratedAt }) => known(ratedAt)).map((one) => [one.sessionId, one]));
  const held = records.sessions.filter(({ heldAt }) => known(heldAt)).sort((a, b) => a.heldAt.getTime() - b.heldAt.getTime());
  const sessionsOf = Map.groupBy(held, ({ engagementId }) => engagementId);
  const engagementsOf = Map.groupBy(records.engagements.filter(({ id, matchedAt }) => known(matchedAt) || sessionsOf.has(id)), ({ requestId }) => requestId);

  const fact = (id: string, requestId: string, own: readonly string[], more: readonly string[]): Fact[] => {
    const system = requests.get(requestId)?.system;
    return system ? [{ id, system, organisations: own, holds: new Set([...systemHolds(system), ...more]) }] : [];
  };
  const ofRequests = [...requests.values()].flatMap(({ id, submittedAt, topics }) => {
    const own = engagementsOf.get(id) ?? [];
    const open = !own.some(({ matchedAt }) => known(matchedAt)) && !records.referrals.some(({ requestId, sentAt }) => requestId === id && known(sentAt));
    const age = asOf.getTime() - submittedAt.getTime();
    return fact(id, id, organisations(own.flatMap(({ coachIds }) => coachIds)), [
      ...timeHolds(submittedAt),
      ...topicHolds(topics),
      "CHALLENGE_LEVEL=UNKNOWN",
      ...(open || age <= RECENT_DEMAND_DAYS * DAY ? ["DEMAND=true"] : []),
      ...(open && age > SERVICE_TARGET_DAYS * DAY ? ["WAITING=true"] : []),
    ]);
  });
  const ofSessions = held.flatMap(({ id, engagementId, heldAt, coachIds, topics, challengeLevel }) => {
    const engagement = engagements.get(engagementId);
    const request = requests.get(engagement?.requestId ?? "");
    const rating = ratings.get(id)?.rating;
    return fact(id, request?.id ?? "", organisations(coachIds.length > 0 ? coachIds : (engagement?.coachIds ?? [])), [
      ...timeHolds(heldAt),
      ...topicHolds(topics.length > 0 ? topics : (request?.topics ?? [])),
      `CHALLENGE_LEVEL=${challengeLevel ?? "UNKNOWN"}`,
      ...(rating === undefined ? [] : ["RATED=true", `RATING=${rating}`]),
    ]);
  });
  const ofRelationships = [...sessionsOf].flatMap(([id, sessions]) => {
    const [first] = sessions;
    const engagement = engagements.get(id);
    const request = requests.get(engagement?.requestId ?? "");
    if (!first || !engagement || !request) return [];
    const returned = sessions.length > 1 || ratings.get(first.id)?.wantsMore === true;
    return fact(id, request.id, organisations(engagement.coachIds), [...timeHolds(first.heldAt), ...topicHolds(request.topics), ...(returned ? ["RETURNED=true"] : [])]);
  });
  return {
    of: { REQUESTS: ofRequests, SESSIONS: ofSessions, RELATIONSHIPS: ofRelationships, ASKERS: askersOf(ofRequests) },
    hubs: new Set(records.providers.filter(({ kind }) => kind === "hub").map(({ id }) => id)),
    organisations: records.providers.map(({ id }) => id),
    months: monthsUpTo([...ofRequests, ...ofSessions], asOf),
  };
}

const OF_SYSTEMS = /^(STATE|REGION|LOCALE|TITLE_I|POVERTY_BAND|ENROLLMENT_BAND|GOVERNANCE|TOPIC|DOMAIN)(_KNOWN)?=/;

/** Systems, each with all that it asked for over all its requests, one by one and in pairs. */
function askersOf(requests: readonly Fact[]): Fact[] {
  return [...Map.groupBy(requests, ({ system }) => system.key)].flatMap(([id, own]) => {
    const [first] = own;
    if (!first) return [];
    const holds = new Set(own.flatMap((fact) => [...fact.holds].filter((condition) => OF_SYSTEMS.test(condition))));
    const topics = [...holds].filter((condition) => condition.startsWith("TOPIC=")).map((condition) => condition.slice("TOPIC=".length)).sort();
    const pairs = topics.flatMap((one, place) => topics.slice(place + 1).map((other) => `PAIR=${one}+${other}`));
    return [{ id, system: first.system, organisations: [...new Set(own.flatMap(({ organisations }) => organisations))], holds: new Set([...holds, ...pairs]) }];
  });
}

function monthsUpTo(facts: readonly Fact[], asOf: Date): string[] {
  const [first] = facts.flatMap(({ holds }) => [...holds].filter((one) => one.startsWith("MONTH="))).sort();
  const last = dayOf(new Date(asOf.getTime() - 1)).slice(0, 7);
  const months: string[] = [];
  for (let month = first?.slice(6) ?? last; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

/** `2021-01` after `2020-12`. */
export function monthAfter(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
}
