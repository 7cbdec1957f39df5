import { capacityByTopic } from "@arl/analysis/capacity";
import { coverage } from "@arl/analysis/coverage";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact, sumOver } from "../figure/figure";
import type { Specialist, TopicDemand } from "./gap.queries";
import type { TopicGap } from "./gap.type";

export interface GapFacts {
  readonly demand: readonly TopicDemand[];
  readonly specialists: readonly Specialist[];
  readonly resources: readonly { readonly code: string; readonly resources: number }[];
}

/** Need against supply for each topic; shares are of all topics, whichever are shown. */
export function topicGaps(topics: readonly TopicRow[], { demand, specialists, resources }: GapFacts): TopicGap[] {
  const capacity = capacityByTopic(specialists);
  const hoursKnown = capacityByTopic(specialists.filter(({ hours }) => hours !== null));
  const allDemand = demand.reduce((sum, row) => sum + row.demand, 0);
  return topics.map((topic) => {
    const asked = demand.find(({ code }) => code === topic.code);
    const offered = capacity.byTopic.get(topic.code) ?? { specialists: 0, organisations: 0, hours: 0 };
    const current = resources.find(({ code }) => code === topic.code)?.resources ?? 0;
    const topicDemand = asked?.demand ?? 0;
    return {
      topic,
      demand: exact(topicDemand, asked?.demandSystems ?? 0),
      waiting: exact(asked?.waiting ?? 0, asked?.waitingSystems ?? 0),
      specialists: exact(offered.specialists, offered.specialists),
      providers: exact(offered.organisations, offered.organisations),
      capacityHours: sumOver(offered.hours, hoursKnown.byTopic.get(topic.code)?.specialists ?? 0, offered.specialists),
      coverage: estimate(coverage({ topicHours: offered.hours, allHours: capacity.hours, topicDemand, allDemand })),
      resources: exact(current, current),
    };
  });
}
