import type { MailKind } from "../../jobs/mail.table";
import type { NamedCoach, OfferFacts } from "../matching/offerFacts.loader";
import type { ConsentAnswer } from "./team.table";

interface Mail {
  readonly kind: MailKind;
  readonly to: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const named = ({ name, organisation }: NamedCoach): string => `${name} of ${organisation}`;

/** Tells the specialist, the team and who looks after the request what the leader has said. */
export function consentAnswered(facts: OfferFacts, specialist: NamedCoach, engagementId: string, answer: ConsentAnswer): Mail[] {
  const others = facts.team.filter(({ id }) => id !== specialist.id);
  const common = { requestId: facts.requestId, ...(facts.owner ? { replyTo: { name: facts.owner.name, address: facts.owner.email } } : {}) };
  const to = (coach: NamedCoach, kind: MailKind, paragraph: string, opens: boolean): Mail[] =>
    coach.email === null ? [] : [{ kind, to: coach.email, payload: { paragraphs: [`Hello ${coach.name},`, paragraph], ...(opens ? { action: "Open the relationship", link: `/caseload/${engagementId}` } : {}), ...common } }];
  const owner = (sentence: string): Mail[] =>
    facts.owner ? [{ kind: "offer_answered", to: facts.owner.email, payload: { paragraphs: [`Hello ${facts.owner.name},`, sentence], action: "Open the request", link: `/desk/${facts.requestId}`, requestId: facts.requestId } }] : [];
  if (answer === "no") {
    return [
      ...to(specialist, "offer_withdrawn", `Thank you for being ready to help ${facts.systemName}. The leader would rather not share what they wrote with one more person, so you need do nothing more.`, false),
      ...owner(`The leader of ${facts.systemName} would rather not have ${named(specialist)} join.`),
    ];
  }
  return [
    ...to(specialist, "engagement_begun", `The leader of ${facts.systemName} agreed, so you are on the team. From now on you see what they wrote, and what was worked on so far.`, true),
    ...others.flatMap((other) => to(other, "engagement_begun", `${named(specialist)} has joined your team for ${facts.systemName}: the leader agreed.`, true)),
    ...owner(`${named(specialist)} has joined the team for ${facts.systemName}: the leader agreed.`),
  ];
}
