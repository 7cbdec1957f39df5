import { coverage } from "@arl/analysis/coverage";
import type { Figure } from "../figure/figure.type";
import { maybeShown, protectedEstimate, TOO_FEW, type CellFacts, type Protection } from "../figure/protection";
import type { Condition } from "../scope/conditions";
import type { DemandFacts } from "./gap.queries";
import type { GapFacts } from "./gaps";
import type { TopicSupply } from "./supply";

/** Whether the requests of the scope for which these hold as well may be shown. */
export type MayShow = (...conditions: readonly Condition[]) => boolean;

/** Need for everybody else. A request that nobody was matched with belongs to no organisation, so waiting is hardly ever shown. */
export function protectedNeed({ demand, waiting, all }: DemandFacts, mayShow: MayShow, protection: Protection): GapFacts["needOf"] {
  const countOf = (cell: CellFacts | undefined, ...conditions: readonly Condition[]): Figure => (cell && maybeShown(cell) && mayShow(...conditions) ? protection.countFigure(cell, "requests") : TOO_FEW);
  const allTags = all && maybeShown(all) && mayShow("DEMAND=true") ? Math.round(protection.sum(all, "tags", "records").raw) : null;
  return (code, { hours }) => {
    const asked = countOf(demand.get(code), `TOPIC=${code}`, "DEMAND=true");
    return { demand: asked, waiting: countOf(waiting.get(code), `TOPIC=${code}`, "DEMAND=true", "WAITING=true"), coverage: coverageOf(asked, allTags, hours) };
  };
}

/** From the published demand; its interval is that of the demand. */
function coverageOf({ value, low, high }: Figure, allTags: number | null, hours: TopicSupply["hours"]): Figure {
  if (value === null || allTags === null || hours === null) return TOO_FEW;
  const at = (topicDemand: number) =>
    protectedEstimate(coverage({ topicHours: hours.topic, allHours: hours.all, topicDemand, allDemand: Math.max(allTags, topicDemand) }));
  return { ...at(value), n: value, low: at(high ?? value).value, high: at(low ?? value).value };
}
