import type { OfferFacts } from "./offerFacts.loader";
import type { OfferCard } from "./offer.type";

/** What a coach is told of an offer before they are on the team. */
export function cardOf(facts: OfferFacts, coachId: string | null): OfferCard {
  const asked = facts.coaches.map(({ id, name, organisation, answer }) => ({ id, name, organisation, answer }));
  const there = facts.team.filter(({ id }) => !asked.some((each) => each.id === id)).map(({ id, name, organisation }) => ({ id, name, organisation, answer: null }));
  return {
    topics: facts.topicLabels,
    stateCode: facts.stateCode,
    locale: facts.locale,
    enrollmentBand: facts.enrollmentBand,
    governance: facts.governance,
    urgency: facts.urgency,
    languages: facts.languages,
    askedAt: new Date(facts.submittedAt),
    colleagues: [...there, ...asked].filter(({ id }) => id !== coachId),
    asksYou: asked.some(({ id }) => id === coachId),
    leads: there.length === 0 && facts.coaches[0]?.id === coachId,
    ownAnswer: asked.find(({ id }) => id === coachId)?.answer ?? null,
    ownerName: facts.owner?.name ?? null,
  };
}
