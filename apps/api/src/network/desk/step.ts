import type { Urgency } from "@arl/schema/enums";
import type { DeskActor, DeskStep, TargetStep } from "./step.enums";

/** What is known of a request when it is asked what comes next. All of it happened by then, planned calls apart. */
export interface DeskFacts {
  readonly submittedAt: Date;
  readonly urgency: Urgency | null;
  readonly withdrawnAt: Date | null;
  readonly isTagged: boolean;
  /** The latest offer to coaches; null = none was made. An answered one is history once there is an engagement. */
  readonly offer: { readonly state: "open" | "accepted" | "declined" | "withdrawn" | "expired"; readonly since: Date; readonly dueAt: Date } | null;
  /** The engagement that is under way; null = none. */
  readonly engagement: { readonly matchedAt: Date; readonly lastCallAt: Date | null; readonly plannedCallAt: Date | null } | null;
  /** Whether there was ever an engagement. */
  readonly wasMatched: boolean;
  /** Whether it was sent on to somebody outside. */
  readonly wasReferred: boolean;
  /** What the leader asked and nobody has settled, the longest waiting of it. */
  readonly ask: { readonly kind: string; readonly at: Date } | null;
  /** A referral that has not come to its end. */
  readonly referral: { readonly state: ReferralState; readonly since: Date; readonly dueAt: Date } | null;
  /** The first rating of 2 or less that nobody has looked into. */
  readonly lowRatingAt: Date | null;
}

/** The states of a referral in which somebody has to do something. */
export type ReferralState = "drafted" | "consent_asked" | "consented" | "sent" | "acknowledged" | "turned_down";

/** Days that each step may take. */
export type Targets = Readonly<Record<TargetStep, number>>;

/** Something that somebody has to do, and by when. */
export interface Step {
  readonly step: DeskStep;
  readonly actor: DeskActor;
  readonly since: Date;
  readonly due: Date;
}

const DAY_MS = 86_400_000;
const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/**
 * All that is to be done about a request, what is due first before the rest. Nothing only where the request has ended: withdrawn,
 * coached to its end or sent on, with no question of its leader's, no referral and no low rating left open.
 */
export function nextSteps(facts: DeskFacts, now: Date, targets: Targets): readonly Step[] {
  const steps = [mainStep(facts, now, targets), askStep(facts, targets), referralStep(facts), ratingStep(facts, targets)];
  return steps.filter((step) => step !== null).toSorted((one, other) => one.due.getTime() - other.due.getTime());
}

/** What is to be done first; null = the request has ended. */
export const nextStep = (facts: DeskFacts, now: Date, targets: Targets): Step | null => nextSteps(facts, now, targets)[0] ?? null;

function mainStep(facts: DeskFacts, now: Date, targets: Targets): Step | null {
  const { engagement, withdrawnAt, wasMatched, wasReferred } = facts;
  if (engagement) return coachingStep(engagement, now, targets);
  if (withdrawnAt !== null || wasMatched || wasReferred) return null;
  return matchingStep(facts, targets);
}

function matchingStep({ submittedAt, isTagged, offer }: DeskFacts, targets: Targets): Step {
  const own = (step: TargetStep & DeskStep, since: Date): Step => ({ step, actor: "owner", since, due: later(since, targets[step]) });
  if (offer?.state === "open") return { step: "offered", actor: "coaches", since: offer.since, due: offer.dueAt };
  if (offer?.state === "declined" || offer?.state === "expired") return own("offer_declined", offer.since);
  // The service target counts from when the leader asked, whatever was done in between.
  return own(isTagged ? "to_match" : "untagged", submittedAt);
}

function coachingStep({ matchedAt, lastCallAt, plannedCallAt }: NonNullable<DeskFacts["engagement"]>, now: Date, targets: Targets): Step {
  const of = (step: DeskStep, actor: DeskActor, since: Date, due: Date): Step => ({ step, actor, since, due });
  const lastHeard = lastCallAt ?? matchedAt;
  if (plannedCallAt !== null && plannedCallAt > now) return of("call_ahead", "coaches", lastHeard, plannedCallAt);
  if (plannedCallAt !== null) return of("call_to_log", "coaches", plannedCallAt, later(plannedCallAt, targets.call_to_log));
  const [stalls, ends] = [later(lastHeard, targets.stalled), later(lastHeard, Math.max(targets.to_close, targets.stalled))];
  if (now >= ends) return of("to_close", "owner", lastHeard, ends);
  if (lastCallAt === null) return of("first_call_due", "coaches", matchedAt, later(matchedAt, targets.first_call_due));
  return now >= stalls ? of("stalled", "owner", lastCallAt, stalls) : of("under_way", "coaches", lastCallAt, stalls);
}

/** What a leader asks of a team goes to the team; the rest, and all that is asked where there is none, to the owner. */
const ASKED_OF_COACHES: readonly string[] = ["more", "another_call"];

function askStep({ ask, engagement }: DeskFacts, targets: Targets): Step | null {
  if (ask === null) return null;
  const due = later(ask.at, targets.leader_asks);
  if (ask.kind === "stop" && engagement) return { step: "to_close", actor: "owner", since: ask.at, due };
  return { step: "leader_asks", actor: engagement && ASKED_OF_COACHES.includes(ask.kind) ? "coaches" : "owner", since: ask.at, due };
}

const REFERRAL_STEPS: Readonly<Record<ReferralState, readonly [DeskStep, DeskActor]>> = {
  drafted: ["referral_to_ask", "owner"],
  consent_asked: ["referral_consent", "leader"],
  consented: ["referral_to_send", "owner"],
  sent: ["referral_sent", "destination"],
  acknowledged: ["referral_outcome", "leader"],
  turned_down: ["referral_turned_down", "owner"],
};

function referralStep({ referral, withdrawnAt, wasMatched }: DeskFacts): Step | null {
  if (referral === null) return null;
  // Nobody else has it then; who is coached, or has gone, needs nothing more.
  if (referral.state === "turned_down" && (withdrawnAt !== null || wasMatched)) return null;
  const [step, actor] = REFERRAL_STEPS[referral.state];
  return { step, actor, since: referral.since, due: referral.dueAt };
}

function ratingStep({ lowRatingAt }: DeskFacts, targets: Targets): Step | null {
  return lowRatingAt === null ? null : { step: "low_rating", actor: "owner", since: lowRatingAt, due: later(lowRatingAt, targets.low_rating) };
}

/** How many days earlier than its due date a request stands in the queue, by what its leader said of it. */
const AHEAD_DAYS: Readonly<Record<Urgency, number>> = { high: 2, normal: 0, low: -1 };

/** What a queue is sorted by, worked out once for each request. */
export interface Placed {
  readonly id: string;
  readonly isNobodys: boolean;
  /** What `placeOf` says of it. */
  readonly place: number;
}

/** Sorts a queue: nobody's requests first, then what is overdue by most, an urgent one as if it had been due two days earlier. */
export function byNeed(one: Placed, other: Placed): number {
  const nobodys = Number(other.isNobodys) - Number(one.isNobodys);
  return nobodys || one.place - other.place || (one.id < other.id ? -1 : Number(one.id > other.id));
}

/** The moment, in milliseconds, by which a queue is sorted. */
export const placeOf = ({ due, urgency }: { readonly due: Date; readonly urgency: Urgency | null }): number => due.getTime() - AHEAD_DAYS[urgency ?? "normal"] * DAY_MS;
