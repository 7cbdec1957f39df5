import { RECENT_DEMAND_DAYS, SERVICE_TARGET_DAYS } from "@arl/schema/network";
import type { CoachRecord } from "@arl/schema/records";
import { DAY } from "./calendar";
import { count, sum, withheld, type Figure } from "./figure";
import { TOPICS, topicsMeant, type Topic } from "./framework";
import { isActive, isCurrent, type Network, type Request } from "./network";
import { asOf, select, type Scope } from "./scope";

export interface TopicGap {
  readonly topic: Topic;
  readonly demand: Figure;
  readonly waiting: Figure;
  readonly specialists: Figure;
  readonly providers: Figure;
  readonly capacityHours: Figure;
  readonly coverage: Figure;
  readonly resources: Figure;
}

const isOpen = (request: Request): boolean => request.matchedAt === null && request.referredAt === null;

function specialistsIn(network: Network, scope: Scope, at: Date): CoachRecord[] {
  return network.records.coaches.filter(
    (coach) =>
      coach.role === "specialist" &&
      isActive(coach, at) &&
      (scope.providers == null || scope.providers.includes(coach.providerId)) &&
      (scope.states == null || coach.states.length === 0 || coach.states.some((state) => scope.states?.includes(state))),
  );
}

/** A coach's monthly hours on each topic listed; null where the hours are not known. */
const hoursEach = (coach: CoachRecord): number | null =>
  coach.hoursPerMonth === null ? null : coach.hoursPerMonth / coach.topics.length;

function requestFigure(requests: readonly Request[]): Figure {
  return count(requests.length, new Set(requests.map(({ system }) => system)).size);
}

/** Demand against specialist supply and resources, topic by topic, at the scope's instant of knowledge. */
export function gaps(network: Network, scope: Scope, now: Date): TopicGap[] {
  const at = asOf(scope, now);
  const age = (request: Request): number => at.getTime() - request.submittedAt.getTime();
  const demand = select(network, { ...scope, topics: null }, now).requests.filter(
    (request) => isOpen(request) || age(request) <= RECENT_DEMAND_DAYS * DAY,
  );
  const specialists = specialistsIn(network, scope, at);
  const resources = network.records.resources.filter(
    (resource) =>
      isCurrent(resource, at) &&
      (scope.providers == null || (resource.providerId !== null && scope.providers.includes(resource.providerId))),
  );
  const allTags = demand.reduce((tags, { topics }) => tags + topics.length, 0);
  const listing = (topic: string): CoachRecord[] => specialists.filter(({ topics }) => topics.includes(topic));
  const hoursOn = (topic: string): Figure => sum(listing(topic).map(hoursEach));
  const allHours = TOPICS.reduce((hours, { code }) => hours + (hoursOn(code).value ?? 0), 0);

  const shown = scope.topics == null ? null : topicsMeant(scope.topics);
  return TOPICS.filter(({ code }) => shown === null || shown.has(code)).map((topic): TopicGap => {
    const asking = demand.filter(({ topics }) => topics.includes(topic.code));
    const coaches = listing(topic.code);
    const capacityHours = hoursOn(topic.code);
    const ratio = (capacityHours.value ?? 0) / allHours / (asking.length / allTags);
    return {
      topic,
      demand: requestFigure(asking),
      waiting: requestFigure(asking.filter((request) => isOpen(request) && age(request) > SERVICE_TARGET_DAYS * DAY)),
      specialists: count(coaches.length),
      providers: count(new Set(coaches.map(({ providerId }) => providerId)).size),
      capacityHours,
      coverage: asking.length === 0 || allHours === 0 ? withheld("NO_DATA", asking.length) : count(ratio, asking.length),
      resources: count(resources.filter(({ topics }) => topics.includes(topic.code)).length),
    };
  });
}
