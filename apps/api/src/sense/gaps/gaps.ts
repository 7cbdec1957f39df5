import { coverage } from "@arl/analysis/coverage";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import { chanceCoverage } from "../figure/chanceCoverage";
import type { TopicDemand } from "./gap.queries";
import type { TopicGap } from "./gap.type";
import type { TopicSupply } from "./supply";

/** What is asked for on a topic, and what that makes of the supply. */
interface TopicNeed {
  readonly demand: Figure;
  readonly waiting: Figure;
  readonly coverage: Figure;
}

export interface GapFacts {
  needOf(code: string, supply: TopicSupply): TopicNeed;
  supplyOf(code: string): TopicSupply;
  readonly resources: readonly { readonly code: string; readonly resources: number }[];
}

/** Need against supply for each topic; shares are of all topics, whichever are shown. */
export function topicGaps(topics: readonly TopicRow[], { needOf, supplyOf, resources }: GapFacts): TopicGap[] {
  return topics.map((topic) => {
    const { hours, ...supply } = supplyOf(topic.code);
    const current = resources.find(({ code }) => code === topic.code)?.resources ?? 0;
    const need = needOf(topic.code, { hours, ...supply });
    return { topic, ...supply, ...need, coverageByChance: chanceCoverage(need), resources: exact(current, current) };
  });
}

/** Need for who may see the requests. */
export function exactNeed(demand: readonly TopicDemand[]): GapFacts["needOf"] {
  const allDemand = demand.reduce((sum, row) => sum + row.demand, 0);
  return (code, { hours }) => {
    const asked = demand.find((row) => row.code === code);
    const topicDemand = asked?.demand ?? 0;
    return {
      demand: exact(topicDemand, asked?.demandSystems ?? 0),
      waiting: exact(asked?.waiting ?? 0, asked?.waitingSystems ?? 0),
      coverage: estimate(coverage({ topicHours: hours?.topic ?? 0, allHours: hours?.all ?? 0, topicDemand, allDemand })),
    };
  };
}
