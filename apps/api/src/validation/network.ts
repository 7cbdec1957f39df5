import type { CoachRecord, NetworkRecords, ProviderRecord, RatingRecord, SessionRecord } from "@arl/schema/records";
import { drawAsking, type Asked, type Asking } from "./asking";
import { drawCoaching, type Coached, type Coaching } from "./coaching";
import type { District } from "./country";
import { drawsOf, itemAt } from "./draws";
import { MINUTES, NEEDS } from "./model";
import { systemsOf, type Plan } from "./plan";
import { drawRatings, type Judged } from "./rating";
import { drawNarratives } from "./writing";

/** A network as it was drawn: what is loaded, and what only the simulation knows. */
export interface Network {
  readonly plan: Plan;
  readonly asked: Asked;
  readonly coached: Coached;
  readonly judged: readonly Judged[];
}

export const coachesOf = (plan: Plan): number => Math.round(systemsOf(plan) / 8);

export function drawNetwork(plan: Plan, country: readonly District[]): Network {
  const [forAsking, forCoaching, forRatings] = [1, 2, 3].map((stream) => drawsOf(plan.seed, 10 * plan.number + stream)) as [ReturnType<typeof drawsOf>, ReturnType<typeof drawsOf>, ReturnType<typeof drawsOf>];
  const asked = drawAsking(plan, country, forAsking);
  const coached = drawCoaching(plan, asked.requests, coachesOf(plan), forCoaching);
  return { plan, asked, coached, judged: drawRatings(plan, coached.engagements, forRatings) };
}

const codesOf = (topics: readonly number[]): string[] => (topics.length === 0 ? ["NONE"] : topics.map((topic) => itemAt(NEEDS, topic).code));

const PROVIDERS = 10;

/** What a coach lists, by place in NEEDS, and hours a month. */
export const supplyOfCoach = (at: number): { topics: number[]; hours: number } => ({ topics: [0, 1, 2].map((turn) => (3 * at + turn) % NEEDS.length), hours: 20 + 5 * (at % 5) });

function supplyOf(plan: Plan): { providers: ProviderRecord[]; coaches: CoachRecord[] } {
  const providers = Array.from({ length: PROVIDERS }, (_, at): ProviderRecord => ({ id: `p-${at}`, name: `Organisation ${at}`, kind: at === 0 ? "hub" : "provider", website: null }));
  const coaches = Array.from({ length: coachesOf(plan) }, (_, at): CoachRecord => ({
    id: `c-${at}`,
    providerId: `p-${at % PROVIDERS}`,
    name: `Coach ${at}`,
    email: null,
    role: at % 2 === 0 ? "specialist" : "generalist",
    topics: supplyOfCoach(at).topics.map((topic) => itemAt(NEEDS, topic).code),
    states: [],
    hoursPerMonth: supplyOfCoach(at).hours,
    activeFrom: null,
    activeTo: null,
  }));
  return { providers, coaches };
}

function requestRecord({ id, system, lowIncome, at, tagged }: Asking, narrative: string): NetworkRecords["requests"][number] {
  return {
    id,
    submittedAt: at,
    leaid: system.leaid,
    systemName: null,
    state: system.state,
    systemKind: "district",
    schools: system.schools,
    enrollment: system.enrollment,
    locale: system.locale,
    lowIncomeShare: lowIncome,
    leaderName: `Leader of ${system.leaid}`,
    leaderEmail: null,
    leaderRole: null,
    narrative,
    topics: codesOf(tagged),
    urgency: null,
    secondsToSubmit: null,
  };
}

function engagementRecord({ id, asking, coach, matchedAt, closedAt, isReferred }: Coaching): NetworkRecords["engagements"][number] {
  const reason = isReferred ? "referred_out" : "goals_met";
  return { id, requestId: asking.id, coachIds: [`c-${coach}`], matchedAt: new Date(matchedAt), closedAt: closedAt === null ? null : new Date(closedAt), closeReason: closedAt === null ? null : reason };
}

const sessionId = (coaching: Coaching, call: number): string => `${coaching.id}-${call}`;

const sessionRecord = ({ coaching, call }: Judged): SessionRecord => ({
  id: sessionId(coaching, call.call),
  engagementId: coaching.id,
  heldAt: new Date(call.at),
  coachIds: [],
  minutes: MINUTES,
  mode: "video",
  topics: codesOf(call.topics),
  challengeLevel: call.level,
  note: null,
});

const ratingRecord = ({ coaching, call, rating, wantsMore }: Judged): RatingRecord => ({ sessionId: sessionId(coaching, call.call), ratedAt: new Date(call.at), rating, wantsMore, comment: null });

/** The records of a network, as an import would read them. */
export function recordsOf({ plan, asked, coached, judged }: Network): NetworkRecords {
  const narratives = drawNarratives(plan, asked.requests);
  return {
    ...supplyOf(plan),
    requests: asked.requests.map((asking, at) => requestRecord(asking, itemAt(narratives, at))),
    engagements: coached.engagements.map(engagementRecord),
    sessions: judged.map(sessionRecord),
    ratings: judged.filter(({ isGiven }) => isGiven).map(ratingRecord),
    referrals: [],
    resources: [],
  };
}

/** What leaders chose on the form. */
export const choicesOf = ({ asked }: Network): { requestId: string; topic: string; at: Date }[] =>
  asked.requests.flatMap(({ id, at, asked: chosen }) => chosen.map((topic) => ({ requestId: id, topic: itemAt(NEEDS, topic).code, at })));
