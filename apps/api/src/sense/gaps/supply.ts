import { capacityByTopic } from "@arl/analysis/capacity";
import { isThick } from "@arl/analysis/disclosure/thickness";
import { exact, sumOver } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import { TOO_FEW } from "../figure/protection";
import type { Specialist } from "./gap.queries";

/** What specialists offer on a topic. */
export interface TopicSupply {
  readonly specialists: Figure;
  readonly providers: Figure;
  readonly capacityHours: Figure;
  /** Hours on the topic and on all topics; null where they must not be told. */
  readonly hours: { readonly topic: number; readonly all: number } | null;
}

/**
 * Supply by topic.
 * @param hubs organisations that do not count towards the threshold; null where every coach is open to the viewer anyway.
 */
export function supplyByTopic(specialists: readonly Specialist[], hubs: ReadonlySet<string> | null): (code: string) => TopicSupply {
  const capacity = capacityByTopic(specialists);
  const hoursKnown = capacityByTopic(specialists.filter(({ hours }) => hours !== null));
  const isTold = (offering: readonly Specialist[]) => hubs === null || areMany(offering, hubs);
  const isWholeTold = isTold(specialists);
  return (code) => {
    if (!isTold(specialists.filter(({ topics }) => topics.includes(code)))) return { specialists: TOO_FEW, providers: TOO_FEW, capacityHours: TOO_FEW, hours: null };
    const offered = capacity.byTopic.get(code) ?? { specialists: 0, organisations: 0, hours: 0 };
    return {
      specialists: exact(offered.specialists, offered.specialists),
      providers: exact(offered.organisations, offered.organisations),
      capacityHours: sumOver(offered.hours, hoursKnown.byTopic.get(code)?.specialists ?? 0, offered.specialists),
      hours: isWholeTold ? { topic: offered.hours, all: capacity.hours } : null,
    };
  };
}

/** Whether coaches are thick, each in the place of a system. */
function areMany(coaches: readonly Specialist[], hubs: ReadonlySet<string>): boolean {
  const byOrganisation = Map.groupBy(coaches, ({ organisation }) => organisation);
  return isThick({
    records: coaches.length,
    systems: coaches.length,
    largestSystem: Math.min(1, coaches.length),
    organisations: [...byOrganisation.keys()].filter((id) => !hubs.has(id)).length,
    largestOrganisation: Math.max(0, ...[...byOrganisation.values()].map(({ length }) => length)),
  });
}
