import { fisherGreater, type Overlap } from "@arl/analysis/association";
import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { wilson } from "@arl/analysis/proportion";
import { REGIONS } from "@arl/schema/enums";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import { maybeShown, TOO_FEW, type CellFacts, type Protection } from "../figure/protection";
import { conditionAt, type Condition } from "../scope/conditions";
import { placeKey } from "../scope/guardedCounts.queries";
import { guardedTable } from "../scope/guardedTable";
import { REGION_LABELS } from "../scope/labels";
import type { RegionNeed } from "./opportunity.type";
import type { RegionFacts, RegionSystems } from "./region.queries";

const headings = REGIONS.map((key) => ({ key, label: REGION_LABELS[key] }));

/** A topic that fewer systems of the nation asked for is not tested. */
const LEAST_TESTED = 5;

/** Regions for who may see the rows: those where somebody asked. */
export function exactRegions(topics: readonly TopicRow[], counts: readonly RegionSystems[]): RegionNeed[] {
  const systemsOf = new Map(counts.map(({ region, topic, systems }) => [placeKey(region, topic ?? ""), systems]));
  const inRegion = (region: string, topic: string) => systemsOf.get(placeKey(region, topic)) ?? 0;
  const inNation = (topic: string) => headings.reduce((sum, { key }) => sum + inRegion(key, topic), 0);
  const places = headings
    .filter(({ key }) => inRegion(key, "") > 0)
    .flatMap((region) =>
      topics.map((topic) => ({ region, topic, both: inRegion(region.key, topic.code), first: inRegion(region.key, ""), second: inNation(topic.code), all: inNation("") })),
    );
  const isTested = ({ second, first, all }: Overlap) => second >= LEAST_TESTED && first < all;
  const qValues = benjaminiHochberg(places.filter(isTested).map(twoSided));
  const qOf = new Map(places.filter(isTested).map((place, index) => [place, qValues[index] ?? 1]));
  return places
    .filter(({ both }) => both > 0)
    .map((place): RegionNeed => {
      const { region, topic, both, first, second, all } = place;
      return { region, topic, systems: exact(both, both), share: estimate(wilson(both, first)), nationShare: estimate(wilson(second, all)), qValue: qOf.get(place) ?? null };
    });
}

/** Fisher's exact test of the region against the others: twice the smaller of both sides. */
function twoSided({ both, first, second, all }: Overlap): number {
  const fewer = fisherGreater({ both: second - both, first: all - first, second, all });
  return Math.min(1, 2 * Math.min(fisherGreater({ both, first, second, all }), fewer));
}

export interface ProtectedRegions {
  readonly facts: RegionFacts;
  readonly protection: Protection;
  readonly hasOwnProvider: boolean;
  /** What the scope asks of a record. */
  readonly conditions: readonly Condition[];
  readonly mayShow: (conditions: readonly Condition[]) => boolean;
}

/** Regions for everybody else: every place, and nothing that rests on few. */
export function protectedRegions(topics: readonly TopicRow[], { facts, protection, hasOwnProvider, conditions, mayShow }: ProtectedRegions): RegionNeed[] {
  const { regions, nation } = facts;
  const cells = guardedTable(regions, {
    rows: { dimension: "TOPIC", keys: topics.map(({ code }) => code) },
    columns: { dimension: "REGION", keys: REGIONS },
    hasOwnProvider,
    scope: conditions,
    mayShow,
  });
  const cellAt = new Map(cells.map((cell) => [placeKey(cell.row, cell.column), cell]));
  const isShown = (cell: CellFacts | undefined, ...own: readonly Condition[]): cell is CellFacts => cell !== undefined && maybeShown(cell) && mayShow([...conditions, ...own]);
  const shareOf = (part: CellFacts | undefined, whole: CellFacts | undefined, own: readonly Condition[], around: readonly Condition[]): Figure =>
    isShown(part, ...own) && isShown(whole, ...around) ? protection.shareFigure(part, whole, "systems") : TOO_FEW;
  const all = nation.totals.get("");
  return headings.flatMap((region) =>
    topics.map((topic) => {
      const cell = cellAt.get(placeKey(topic.code, region.key));
      const [here, about] = [conditionAt("REGION", region.key), conditionAt("TOPIC", topic.code)];
      return {
        region,
        topic,
        systems: cell?.shown === true ? protection.systemsFigure(cell.facts) : TOO_FEW,
        share: cell?.shown === true ? shareOf(cell.facts, cell.total, [here, about], [here]) : TOO_FEW,
        nationShare: shareOf(nation.cells.get(placeKey(topic.code, "")), all, [about], []),
        qValue: null,
      };
    }),
  );
}
