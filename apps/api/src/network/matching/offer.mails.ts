import type { MailKind } from "../../jobs/mail.table";
import type { NamedCoach, OfferFacts } from "./offerFacts.loader";
import type { DeclineReason, OfferKind } from "./offer.table";
import { listed, moment, unnamedSystem, urgencyWords } from "./words";

/** A mail that is to be sent. */
export interface Message {
  readonly kind: MailKind;
  readonly to: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a mail says of an offer. */
export interface TellingOffer {
  readonly id: string;
  readonly kind: OfferKind;
  readonly dueAt: Date;
  readonly madeByName: string;
  readonly message: string | null;
}

const DECLINE_WORDS: Readonly<Record<DeclineReason, string>> = { no_time: "no time just now", not_my_topic: "not their topic", conflict_of_interest: "a conflict of interest", other: "another reason" };

const withOrganisation = ({ name, organisation }: NamedCoach): string => `${name} of ${organisation}`;
const replyTo = ({ owner }: OfferFacts) => (owner ? { replyTo: { name: owner.name, address: owner.email } } : {});
/** How whoever has no name is greeted. */
const hello = (name: string | null): string => (name ? `Hello ${name},` : "Hello,");

const mail = (kind: MailKind, to: string | null, facts: OfferFacts, payload: Readonly<Record<string, unknown>>): Message[] =>
  to === null ? [] : [{ kind, to, payload: { ...payload, requestId: facts.requestId, ...replyTo(facts) } }];

/** Asks one coach. Nobody is named but those they would work with. */
export function offerMade(facts: OfferFacts, offer: TellingOffer, coach: NamedCoach, timeZone: string | null): Message[] {
  const urgency = urgencyWords(facts.urgency);
  return mail("offer_made", coach.email, facts, {
    paragraphs: [
      hello(coach.name),
      `${unnamedSystem(facts)} asks for help with ${topicsOf(facts)}.${urgency ? ` ${urgency}` : ""}`,
      place(facts, offer, coach),
      ...(offer.message ? [`${offer.madeByName} writes: ${offer.message}`] : []),
      `Please say by ${moment(offer.dueAt, timeZone)} whether you can.`,
    ],
    action: "See what is asked, and answer",
    linkTo: { kind: "offer", subjectId: `${offer.id} ${coach.id}` },
    notes: [offer.kind === "team" ? "If you cannot, one tap says so, and somebody else is asked at once." : "If you cannot, one tap says so.", "The leader's own words come to you once you are on the team. Coaching is remote unless you agree otherwise."],
  });
}

/** Half of the time is over. */
export function offerReminder(facts: OfferFacts, offer: TellingOffer, coach: NamedCoach, timeZone: string | null): Message[] {
  return mail("offer_reminder", coach.email, facts, {
    paragraphs: [hello(coach.name), `A leader still waits to hear whether you can help with ${topicsOf(facts)}.`, `Please answer by ${moment(offer.dueAt, timeZone)}. A no helps as well: somebody else is asked then.`],
    action: "Answer",
    linkTo: { kind: "offer", subjectId: `${offer.id} ${coach.id}` },
  });
}

const OVER_WORDS = {
  withdrawn: "it was taken back",
  ended: "the request was withdrawn",
  expired: "its time has run out",
  declined: "somebody else of the team could not, and a new team is being asked",
} as const;

/** Whoever was asked need do nothing more. */
export function offerOver(facts: OfferFacts, coach: NamedCoach, how: keyof typeof OVER_WORDS): Message[] {
  return mail("offer_withdrawn", coach.email, facts, {
    paragraphs: [hello(coach.name), `You were asked to help with ${topicsOf(facts)}. You need do nothing more: ${OVER_WORDS[how]}.`, "Thank you for being there."],
  });
}

/** Tells who looks after the request that a coach said no. */
export function offerDeclined(facts: OfferFacts, coach: NamedCoach, why: DeclineReason, note: string | null): Message[] {
  return answered(facts, [
    `${withOrganisation(coach)} cannot take on the request of ${facts.systemName}: ${DECLINE_WORDS[why]}.`,
    ...(note ? [`${coach.name} writes: ${note}`] : []),
    "The next team is ready on the request's page; one key asks it.",
  ]);
}

export const offerExpired = (facts: OfferFacts): Message[] =>
  answered(facts, [`Nobody answered for ${facts.systemName} in time: ${listed(facts.coaches.filter(({ answer }) => answer === null).map(withOrganisation))}.`, "The next team is ready on the request's page; one key asks it."]);

export const offerAccepted = (facts: OfferFacts): Message[] =>
  answered(facts, [`${facts.systemName} has its coaches: ${listed(facts.coaches.map(withOrganisation))}. The leader and the coaches have been told.`]);

export const specialistWilling = (facts: OfferFacts, coach: NamedCoach): Message[] =>
  answered(facts, [`${withOrganisation(coach)} can help with the request of ${facts.systemName}. The leader was asked whether that is all right.`]);

function answered(facts: OfferFacts, paragraphs: readonly string[]): Message[] {
  return facts.owner ? [{ kind: "offer_answered", to: facts.owner.email, payload: { paragraphs: [hello(facts.owner.name), ...paragraphs], action: "Open the request", link: `/desk/${facts.requestId}`, requestId: facts.requestId } }] : [];
}

/** Tells the leader who their coaches are and what comes next. */
export function requestMatched(facts: OfferFacts): Message[] {
  const [lead, ...others] = facts.coaches;
  if (!lead) return [];
  return mail("request_matched", facts.leaderEmail, facts, {
    paragraphs: [
      hello(facts.leaderName),
      others.length === 0 ? `Your coach is ${withOrganisation(lead)}.` : `Your coaches are ${withOrganisation(lead)}, who leads, and ${listed(others.map(withOrganisation))}.`,
      `${lead.name} will write to you within two working days to find a time for a first call. You need not prepare anything.`,
    ],
    action: "See your team",
    linkTo: { kind: "request", subjectId: facts.requestId },
    notes: ["It costs you nothing, and you can stop whenever you like.", ...(facts.owner ? [`An answer to this mail reaches ${facts.owner.name}.`] : [])],
  });
}

/** Brings the coaches together with their leader, whose words they may read from now on. */
export function engagementBegun(facts: OfferFacts, engagementId: string): Message[] {
  const [lead] = facts.coaches;
  const leader = facts.leaderName ?? facts.leaderEmail ?? "The leader";
  return facts.coaches.flatMap((coach) => {
    const others = facts.coaches.filter(({ id }) => id !== coach.id);
    return mail("engagement_begun", coach.email, facts, {
      paragraphs: [
        hello(coach.name),
        `Everybody has said yes. You coach ${leader} of ${facts.systemName}, on ${topicsOf(facts)}${others.length > 0 ? `, together with ${listed(others.map(withOrganisation))}` : ""}.`,
        coach.id === lead?.id
          ? `You lead: please write to ${facts.leaderEmail ?? "the leader"} within two working days to find a time for a first call.`
          : `${lead?.name ?? "The lead"} writes to the leader to find a time for a first call.`,
      ],
      action: "Read what they wrote",
      link: `/caseload/${engagementId}`,
    });
  });
}

/** Asks the leader whether somebody who was asked in may see what they wrote. */
export function specialistJoins(facts: OfferFacts, coach: NamedCoach): Message[] {
  return mail("specialist_joins", facts.leaderEmail, facts, {
    paragraphs: [
      hello(facts.leaderName),
      `${facts.team[0]?.name ?? "Your coach"} has asked ${withOrganisation(coach)} to help with ${topicsOf(facts)}, and ${coach.name} can.`,
      `May ${coach.name} see what you wrote to us, and what you and your coaches have worked on so far? Until you say so, ${coach.name} sees the topics alone.`,
    ],
    action: "Say yes or no",
    linkTo: { kind: "request", subjectId: facts.requestId },
    notes: facts.owner ? [`An answer to this mail reaches ${facts.owner.name}.`] : [],
  });
}

/** Labels hold commas and "and" themselves. */
const topicsOf = ({ topicLabels }: OfferFacts): string => (topicLabels.length === 0 ? "something that our framework does not name yet" : topicLabels.join("; "));

function place(facts: OfferFacts, { kind }: TellingOffer, coach: NamedCoach): string {
  if (kind === "specialist") return `${listed(facts.team.map(withOrganisation))} ${facts.team.length === 1 ? "coaches" : "coach"} there already, and would like your help with it.`;
  const [lead] = facts.coaches;
  const others = facts.coaches.filter(({ id }) => id !== coach.id);
  if (others.length === 0) return "You would coach there by yourself.";
  return lead?.id === coach.id ? `You would lead, together with ${listed(others.map(withOrganisation))}.` : `You would coach together with ${listed(others.map((each) => (each.id === lead?.id ? `${withOrganisation(each)}, who leads` : withOrganisation(each))))}.`;
}
