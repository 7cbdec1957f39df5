import { capacityByTopic, type SpecialistOffer } from "./capacity";

/** What hangs on one organisation. */
export interface Dependence {
  readonly organisation: string;
  readonly specialists: number;
  /** Specialist hours a month over all topics. */
  readonly hours: number;
  /** Topics that nobody else lists, in no order. */
  readonly onlyHere: readonly string[];
  /** Topics that others list too, with as much capacity as demand now and less without this organisation. */
  readonly wouldFallShort: readonly string[];
  /** Hours a month by topic. */
  readonly hoursByTopic: ReadonlyMap<string, number>;
}

/** Coverage by topic: the topic's share of hours over its share of demand; topics that nobody asks for have none. */
export function coverageByTopic(hours: ReadonlyMap<string, number>, demand: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sum = (amounts: ReadonlyMap<string, number>) => [...amounts.values()].reduce((total, amount) => total + amount, 0);
  const [allHours, allDemand] = [sum(hours), sum(demand)];
  const asked = [...demand].filter(([, amount]) => amount > 0);
  return new Map(asked.map(([topic, amount]) => [topic, allHours === 0 ? 0 : (hours.get(topic) ?? 0) / allHours / (amount / allDemand)]));
}

const hoursOf = (specialists: readonly SpecialistOffer[]): ReadonlyMap<string, number> =>
  new Map([...capacityByTopic(specialists).byTopic].map(([topic, { hours }]) => [topic, hours]));

/**
 * What hangs on each organisation, in the order in which they come among the specialists.
 *
 * @param demand demand tags by topic.
 * @throws RangeError if hours are negative or not finite.
 */
export function dependences(specialists: readonly SpecialistOffer[], demand: ReadonlyMap<string, number>): Dependence[] {
  const covered = coverageByTopic(hoursOf(specialists), demand);
  return [...Map.groupBy(specialists, ({ organisation }) => organisation)].map(([organisation, own]) => {
    const others = specialists.filter((specialist) => specialist.organisation !== organisation);
    const [ownHours, othersHours] = [hoursOf(own), hoursOf(others)];
    const without = coverageByTopic(othersHours, demand);
    const topics = [...ownHours.keys()];
    return {
      organisation,
      specialists: own.length,
      hours: [...ownHours.values()].reduce((sum, hours) => sum + hours, 0),
      onlyHere: topics.filter((topic) => !othersHours.has(topic)),
      wouldFallShort: topics.filter((topic) => othersHours.has(topic) && (covered.get(topic) ?? 0) >= 1 && (without.get(topic) ?? 0) < 1),
      hoursByTopic: ownHours,
    };
  });
}
