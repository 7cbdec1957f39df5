import { capacityByTopic } from "@arl/analysis/capacity";
import { coverage } from "@arl/analysis/coverage";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, sumOver } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Asked, Specialist } from "./outlook.queries";

/** Fewer requests than this say too little of how many will come. */
export const FEWEST_ARRIVALS = 10;

export interface Candidate {
  readonly topic: TopicRow;
  /** Codes of the topic itself, or of a domain's topics. */
  readonly codes: readonly string[];
  readonly arrivals: number;
  readonly hours: number;
  readonly capacityHours: Figure;
  readonly coverage: Figure;
  readonly estimable: boolean;
}

/** The topics and domains that an outlook can be asked of, in the framework's order; not what the framework does not name. */
export function candidates(topics: readonly TopicRow[], asked: readonly Asked[], specialists: readonly Specialist[]): Candidate[] {
  const capacity = capacityByTopic(specialists);
  const askedOf = new Map(asked.map((each) => [each.code, each]));
  const outside = topics.filter(({ kind }) => kind !== "domain").map(({ code }) => askedOf.get(code)?.tags ?? 0);
  const allDemand = outside.reduce((sum, tags) => sum + tags, 0);
  return topics.filter(({ kind }) => kind !== "outside").map((topic) => {
    const codes = topic.kind === "domain" ? topics.filter(({ domainCode }) => domainCode === topic.code).map(({ code }) => code) : [topic.code];
    const hours = codes.reduce((sum, code) => sum + (capacity.byTopic.get(code)?.hours ?? 0), 0);
    const able = specialistsOf(specialists, codes);
    const { requests = 0, tags = 0 } = askedOf.get(topic.code) ?? {};
    return {
      topic,
      codes,
      arrivals: requests,
      hours,
      capacityHours: sumOver(hours, able.filter((each) => each.hours !== null).length, able.length),
      coverage: estimate(coverage({ topicHours: hours, allHours: Math.max(hours, capacity.hours), topicDemand: tags, allDemand: Math.max(tags, allDemand) })),
      estimable: requests >= FEWEST_ARRIVALS && hours > 0,
    };
  });
}

/** Those who list one of the topics. */
export const specialistsOf = (specialists: readonly Specialist[], codes: readonly string[]): Specialist[] =>
  specialists.filter(({ topics }) => topics.some((topic) => codes.includes(topic)));

/** The one with the least coverage that can be estimated; else of those that are asked for at all. */
export function mostShort(all: readonly Candidate[]): Candidate | null {
  const byCoverage = all.toSorted((a, b) => (a.coverage.value ?? Infinity) - (b.coverage.value ?? Infinity));
  return byCoverage.find(({ estimable }) => estimable) ?? byCoverage[0] ?? null;
}

/** Hours a month that a specialist gives to the topics; null where they are not known. */
export function hoursOn({ hours, topics }: Specialist, codes: readonly string[]): number | null {
  return hours === null ? null : (hours * topics.filter((topic) => codes.includes(topic)).length) / topics.length;
}
