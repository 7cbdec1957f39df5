import { useCallback, use, useMemo } from "react";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { StateChart } from "../../chart/StateChart";
import type { StateMark } from "../../chart/stateMark";
import type { RepresentationChart_GroupFragment as Group } from "../../gql/graphql";
import { bare, intervalText, percent, spoken, valueText, written } from "../figure/format";
import { FigureMenuContext } from "../figure/menuContext";
import { target } from "./RepresentationChart";
import { chanceWords, ratioSentence, readingOf, verdict } from "./reachFinding";
import type { Counted } from "./reachView";

const SCALE = { kind: "ratio" } as const;

function markOf(group: Group, count: Counted): StateMark {
  const { key, byDistricts, byStudents } = group;
  const ratio = readingOf(group, count);
  const { share, universeShare } = count === "students" ? byStudents : byDistricts;
  const interval = intervalText(ratio, "ratio");
  const words = ratio.value === null ? valueText(ratio, "ratio") : `${valueText(ratio, "ratio")} its part (${interval ?? "no interval"}), ${share.value === null ? "" : percent(share.value)} of those reached, ${percent(universeShare)} of those there`;
  return {
    code: key.key,
    name: key.label,
    value: ratio.value,
    text: words,
    ...(ratio.value !== null && { label: bare(ratio.value, ratio.value < 10 ? "ratio" : "count") }),
    withheld: ratio.withheld === "TOO_FEW",
    unsure: verdict(ratio) === "even",
  };
}

const columnsOf = (count: Counted): readonly Column<Group>[] => [
  { header: "State", value: ({ key }) => key.label },
  { header: "Systems served", value: ({ systems }) => written(systems), cell: ({ systems }) => valueText(systems, "count"), numeric: true },
  { header: `Ratio by ${count}`, value: (group) => written(readingOf(group, count)), cell: (group) => valueText(readingOf(group, count), "ratio"), numeric: true },
  { header: "Interval low", value: (group) => readingOf(group, count).low, cell: (group) => intervalEnd(readingOf(group, count).low), numeric: true },
  { header: "Interval high", value: (group) => readingOf(group, count).high, cell: (group) => intervalEnd(readingOf(group, count).high), numeric: true },
];

const intervalEnd = (value: number | null) => value !== null && bare(value, "ratio");

interface Props {
  readonly groups: readonly Group[];
  readonly count: Counted;
  readonly basis: string;
}

/** Share over share of every state; a state that cannot be told from 1 is grey. */
export function ReachMapChart({ groups, count, basis }: Props) {
  const openMenu = use(FigureMenuContext);
  const marks = useMemo(() => groups.map((group) => markOf(group, count)), [groups, count]);
  const onOpen = useCallback(
    ({ code }: StateMark, element: Element) => {
      const group = groups.find(({ key }) => key.key === code);
      if (group) openMenu(target(group, "STATE", count), element);
    },
    [groups, count, openMenu],
  );
  return (
    <ChartFigure title={ratioSentence(groups, "STATE", count)} subtitle={`Share of ${count === "students" ? "the students reached" : "the systems served"} over share of all, by state; grey where 1 lies in the 95% interval.${chanceWords(groups, count)} ${basis}`} rows={groups} columns={columnsOf(count)}>
      <StateChart states={marks} scale={SCALE} unit={`Share over share by ${count}`} format={spoken} onOpen={onOpen} />
    </ChartFigure>
  );
}
