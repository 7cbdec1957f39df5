import { LOCALES } from "@arl/schema/enums";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import { DAY } from "./calendar";
import { count, maximum, mean, median, share, sum, survival, type Figure } from "./figure";
import { keyOf, type Cell } from "./cell";
import { isHub, type Engagement, type Network, type Request } from "./network";
import { asOf, select, type Scope } from "./scope";
import type { Spell } from "./survival";
import type { System } from "./systems";

const MONTH = DAYS_PER_MONTH * DAY;

export interface Impact {
  readonly systemsRequesting: Figure;
  readonly systemsServed: Figure;
  readonly schoolsReached: Figure;
  readonly studentsReached: Figure;
  readonly statesReached: Figure;
  readonly titleIShare: Figure;
  readonly localeMix: readonly Cell[];
  readonly requests: Figure;
  readonly relationships: Figure;
  readonly sessionsHeld: Figure;
  readonly providersActive: Figure;
  readonly sessionRating: Figure;
  readonly responseRate: Figure;
  readonly returnRate: Figure;
  readonly relationshipLengthMonths: Figure;
  readonly sustainedFourMonths: Figure;
  readonly sessionsPerRelationshipMax: Figure;
  readonly daysToMatch: Figure;
  readonly daysToFirstSession: Figure;
}

/** From first to last held session where closed, which is the event; else followed until `until`. */
function relationshipSpell(relationship: Engagement, until: Date): Spell {
  const first = relationship.sessions[0];
  const last = relationship.sessions.at(-1);
  if (!first || !last) throw new RangeError("an engagement without a session is no relationship");
  if (relationship.closedAt === null) return { time: until.getTime() - first.heldAt.getTime(), event: false };
  // Referral out is another way of ending: it says only that the relationship lasted that long.
  return { time: last.heldAt.getTime() - first.heldAt.getTime(), event: relationship.closeReason !== "referred_out" };
}

/** The earliest of what happened to a request; the event wins where both happened at one instant. */
function spell(request: Request, event: Date | undefined, ends: readonly (Date | null)[], until: Date): Spell {
  const since = (date: Date): number => date.getTime() - request.submittedAt.getTime();
  const stopped = Math.min(...ends.filter((date) => date !== null).map(since), since(until));
  return event && since(event) <= stopped ? { time: since(event), event: true } : { time: stopped, event: false };
}

function matchSpell(request: Request, until: Date): Spell {
  return spell(request, request.matchedAt ?? undefined, [request.referredAt], until);
}

/** A request stops waiting for its first session also when the last of its engagements closes without one. */
function firstSessionSpell(request: Request, until: Date): Spell {
  const sessions = request.engagements.flatMap((engagement) => engagement.sessions);
  const [first] = sessions.map(({ heldAt }) => heldAt).sort((a, b) => a.getTime() - b.getTime());
  const closings = request.engagements.map(({ closedAt }) => closedAt).filter((date) => date !== null);
  const abandoned = closings.length > 0 && closings.length === request.engagements.length && sessions.length === 0;
  const lastClosing = abandoned ? new Date(Math.max(...closings.map((date) => date.getTime()))) : null;
  return spell(request, first, [request.referredAt, lastClosing], until);
}

function returned(relationship: Engagement): boolean {
  return relationship.sessions.length > 1 || relationship.sessions[0]?.rating?.wantsMore === true;
}

function localeMix(served: readonly System[]): Cell[] {
  const known = served.filter(({ locale }) => locale !== null).length;
  return LOCALES.map((locale) => ({ locale, systems: served.filter((system) => system.locale === locale).length }))
    .filter(({ systems }) => systems > 0)
    .map(({ locale, systems }) => ({
      row: keyOf(locale),
      column: null,
      count: count(systems),
      systems: count(systems),
      share: share(systems, known),
    }));
}

function systemsOf(requests: readonly Request[]): System[] {
  return [...new Set(requests.map(({ system }) => system))];
}

/** Reach, satisfaction and pace of the part of the network in scope. */
export function impact(network: Network, scope: Scope, now: Date): Impact {
  const until = asOf(scope, now);
  const { requests, sessions, relationships } = select(network, scope, now);
  const requesting = systemsOf(requests);
  const served = systemsOf(sessions.map(({ engagement }) => engagement.request));
  const knownTitleI = served.filter(({ titleI }) => titleI !== null);
  const organisations = new Set(sessions.flatMap(({ providers }) => providers).filter((id) => !isHub(network, id)));
  const ratings = sessions.map(({ rating }) => rating).filter((rating) => rating !== null);
  const lengths = relationships.map((relationship) => relationshipSpell(relationship, until));

  return {
    systemsRequesting: count(requesting.length),
    systemsServed: count(served.length),
    schoolsReached: sum(served.map(({ schools }) => schools)),
    studentsReached: sum(served.map(({ enrollment }) => enrollment)),
    statesReached: count(new Set(served.map(({ state }) => state)).size, served.length),
    titleIShare: share(knownTitleI.filter(({ titleI }) => titleI).length, knownTitleI.length),
    localeMix: localeMix(served),
    requests: count(requests.length, requesting.length),
    relationships: count(relationships.length, systemsOf(relationships.map(({ request }) => request)).length),
    sessionsHeld: count(sessions.length, served.length),
    providersActive: count(organisations.size, served.length),
    sessionRating: mean(ratings.map(({ rating }) => rating)),
    responseRate: share(ratings.length, sessions.length),
    returnRate: share(relationships.filter(returned).length, relationships.length),
    relationshipLengthMonths: median(lengths, MONTH),
    sustainedFourMonths: survival(lengths, 4 * MONTH),
    sessionsPerRelationshipMax: maximum(relationships.map((relationship) => relationship.sessions.length)),
    daysToMatch: median(
      requests.map((request) => matchSpell(request, until)),
      DAY,
    ),
    daysToFirstSession: median(
      requests.map((request) => firstSessionSpell(request, until)),
      DAY,
    ),
  };
}
