import type { CloseReason } from "@arl/schema/enums";
import type {
  CoachRecord,
  DistrictRecord,
  EngagementRecord,
  NetworkRecords,
  ProviderRecord,
  RequestRecord,
  ResourceRecord,
} from "@arl/schema/records";
import { resolveSystems, systemKey, type System } from "./systems";

/** The records, with every system's attributes settled. */
export interface Network {
  readonly records: NetworkRecords;
  readonly systems: ReadonlyMap<string, System>;
}

/** A request as it was known at some instant. */
export interface Request {
  readonly id: string;
  readonly submittedAt: Date;
  readonly system: System;
  readonly topics: readonly string[];
  readonly engagements: Engagement[];
  /** When it was first matched; null while it is not. */
  readonly matchedAt: Date | null;
  /** When it was first referred out; null while it is not. */
  readonly referredAt: Date | null;
}

export interface Engagement {
  readonly request: Request;
  /** Organisations of its coaches, without repeats. */
  readonly providers: readonly string[];
  /** Null while open. */
  readonly closedAt: Date | null;
  readonly closeReason: CloseReason | null;
  /** Oldest first. */
  readonly sessions: Session[];
}

export interface Session {
  readonly id: string;
  readonly heldAt: Date;
  readonly engagement: Engagement;
  /** Its own, else its request's. */
  readonly topics: readonly string[];
  /** Organisations of its own coaches, else of its engagement's. */
  readonly providers: readonly string[];
  readonly challengeLevel: number | null;
  readonly rating: { readonly rating: number; readonly wantsMore: boolean | null } | null;
}

/** What was known of the network at some instant. */
export interface Picture {
  readonly requests: readonly Request[];
  readonly engagements: readonly Engagement[];
  readonly sessions: readonly Session[];
}

export function resolveNetwork(records: NetworkRecords, districts: readonly DistrictRecord[]): Network {
  return { records, systems: resolveSystems(records.requests, districts) };
}

function providerOf(network: Network, coachId: string): ProviderRecord {
  const coach: CoachRecord | undefined = network.records.coaches.find(({ id }) => id === coachId);
  const provider = network.records.providers.find(({ id }) => id === coach?.providerId);
  if (!provider) throw new RangeError(`no provider of coach ${coachId}`);
  return provider;
}

export function isHub(network: Network, providerId: string): boolean {
  return network.records.providers.some(({ id, kind }) => id === providerId && kind === "hub");
}

export function isCurrent(resource: ResourceRecord, at: Date): boolean {
  return (resource.publishedAt === null || resource.publishedAt <= at) && (resource.retiredAt === null || resource.retiredAt > at);
}

export function isActive(coach: CoachRecord, at: Date): boolean {
  return (coach.activeFrom === null || coach.activeFrom <= at) && (coach.activeTo === null || coach.activeTo > at);
}

type Known = (date: Date | null) => date is Date;

function earliest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.min(...dates.map((date) => date.getTime())));
}

/** A request's own facts, its engagements still to be added. */
function requestBefore(network: Network, record: RequestRecord, known: Known): Request {
  const system = network.systems.get(systemKey(record));
  if (!system) throw new RangeError(`no system of request ${record.id}`);
  const { engagements, referrals } = network.records;
  const ofRequest = ({ requestId }: { readonly requestId: string }): boolean => requestId === record.id;
  return {
    id: record.id,
    submittedAt: record.submittedAt,
    system,
    topics: record.topics,
    engagements: [],
    matchedAt: earliest(engagements.filter(ofRequest).map(({ matchedAt }) => matchedAt).filter(known)),
    referredAt: earliest(referrals.filter(ofRequest).map(({ sentAt }) => sentAt).filter(known)),
  };
}

/** An engagement with its sessions; null where it neither was matched yet nor had a session. */
function engagementBefore(network: Network, request: Request, record: EngagementRecord, known: Known): Engagement | null {
  const held = network.records.sessions.filter(({ engagementId, heldAt }) => engagementId === record.id && known(heldAt));
  if (!known(record.matchedAt) && held.length === 0) return null;
  const providersOf = (coachIds: readonly string[]): string[] => [
    ...new Set(coachIds.map((coachId) => providerOf(network, coachId).id)),
  ];
  const closed = known(record.closedAt);
  const engagement: Engagement = {
    request,
    providers: providersOf(record.coachIds),
    closedAt: closed ? record.closedAt : null,
    closeReason: closed ? record.closeReason : null,
    sessions: [],
  };
  for (const session of held.sort((a, b) => a.heldAt.getTime() - b.heldAt.getTime())) {
    const rating = network.records.ratings.findLast(({ sessionId }) => sessionId === session.id);
    engagement.sessions.push({
      id: session.id,
      heldAt: session.heldAt,
      engagement,
      topics: session.topics.length > 0 ? session.topics : request.topics,
      providers: session.coachIds.length > 0 ? providersOf(session.coachIds) : engagement.providers,
      challengeLevel: session.challengeLevel,
      rating: rating && known(rating.ratedAt) ? { rating: rating.rating, wantsMore: rating.wantsMore } : null,
    });
  }
  return engagement;
}

/** Pictures drawn before: a network never changes. */
const drawn = new WeakMap<Network, Map<number, Picture>>();

/**
 * The network as it was known just before `asOf`: whatever happened then or later is not in it. An engagement
 * exists from its match, or from its first session where that came before.
 */
export function knownBefore(network: Network, asOf: Date): Picture {
  const pictures = drawn.get(network) ?? new Map<number, Picture>();
  drawn.set(network, pictures);
  const before = pictures.get(asOf.getTime());
  if (before) return before;

  const known: Known = (date): date is Date => date !== null && date < asOf;
  const { records } = network;
  const requests = records.requests
    .filter(({ submittedAt }) => known(submittedAt))
    .map((record) => requestBefore(network, record, known));
  for (const request of requests) {
    const own = records.engagements.filter(({ requestId }) => requestId === request.id);
    request.engagements.push(
      ...own.map((record) => engagementBefore(network, request, record, known)).filter((one) => one !== null),
    );
  }
  const engagements = requests.flatMap((request) => request.engagements);
  const picture = { requests, engagements, sessions: engagements.flatMap((engagement) => engagement.sessions) };
  pictures.set(asOf.getTime(), picture);
  return picture;
}
