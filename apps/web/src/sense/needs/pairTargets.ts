import type { FigureFields } from "../figure/format";
import type { FigureTarget } from "../figure/target";
import { pairName, sequenceName, type Pair, type Sequence } from "./pairFinding";

/** What the menu of a topic on the map offers. */
export function nodeTarget({ topic, systems }: { readonly topic: { readonly code: string; readonly label: string }; readonly systems: FigureFields }): FigureTarget {
  return {
    label: `Systems that asked for ${topic.label}`,
    metric: "hurdle_systems",
    figure: systems,
    filter: { topics: [topic.code] },
    records: { kind: "systems", stage: "REQUESTING", within: { topics: [topic.code] } },
  };
}

/** What the menu of a pair offers: its rows, where their ids are known. */
export function pairTarget(pair: Pair & { readonly systemIds?: readonly string[] }, of: "systems" | "lift"): FigureTarget {
  const records = pair.systemIds === undefined ? null : ({ kind: "systems", stage: "REQUESTING", ids: pair.systemIds } as const);
  return of === "systems"
    ? { label: `Systems that asked for ${pairName(pair)}`, metric: "hurdle_systems", figure: pair.systems, records }
    : { label: `Lift of ${pairName(pair)}`, metric: "hurdle_lift", figure: pair.lift, records };
}

/** What the menus of an order offer. */
export const sequenceTargets = (sequence: Sequence) => ({
  lift: { label: `Lift of ${sequenceName(sequence)}`, metric: "need_sequence_lift", figure: sequence.lift },
  share: { label: `Share of ${sequenceName(sequence)}`, metric: "need_sequence_share", figure: sequence.share },
}) as const satisfies Readonly<Record<string, FigureTarget>>;
