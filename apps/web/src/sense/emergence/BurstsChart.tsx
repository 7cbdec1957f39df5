import { memo } from "react";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { WeekColumns } from "../../chart/WeekColumns";
import { bare, count, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { dayName } from "../scope/period";
import type { Burst, Bursts, Evidence } from "./emerging";
import { qText } from "./emerging";
import classes from "./emergence.module.css";
import { burstsSentence, burstWeeks } from "./emergingFinding";
import { burstTarget } from "./emergingTargets";

interface WeekRow {
  readonly burst: Burst;
  readonly point: Burst["points"][number];
}

const isIn = ({ burst: { from, to }, point: { start } }: WeekRow): boolean => start >= from && start < to;

const COLUMNS: readonly Column<WeekRow>[] = [
  { header: "Topic", value: ({ burst }) => burst.topic.label },
  { header: "Week of", value: ({ point }) => point.start, cell: ({ point }) => dayName(point.start) },
  { header: "In the burst", value: (row) => (isIn(row) ? "yes" : "") },
  { header: "Came up", value: ({ point }) => written(point.count), numeric: true },
  { header: "Expected", value: ({ point }) => written(point.expected), cell: ({ point }) => point.expected.value?.toFixed(1), numeric: true },
  { header: "By chance from", value: ({ point }) => point.expected.low, numeric: true },
  { header: "By chance to", value: ({ point }) => point.expected.high, numeric: true },
  { header: "All", value: ({ point }) => point.count.n, numeric: true },
];

function Panel({ burst, evidence }: { readonly burst: Burst; readonly evidence: Evidence }) {
  const { topic, points, expected, qValue } = burst;
  const domain = zeroBased(points.flatMap(({ count: { value }, expected: { high } }) => [value ?? 0, high ?? 0]), 3);
  return (
    <li className={classes["panel"]}>
      <h3>{topic.label}</h3>
      <p>
        <FigureValue {...burstTarget(burst, evidence, "count")} /> in {burstWeeks(burst)}, {expected.toFixed(1)} expected: <FigureValue {...burstTarget(burst, evidence, "ratio")} />{" "}
        ({bare(burst.ratio.low ?? 0, "ratio")}–{bare(burst.ratio.high ?? 0, "ratio")}), q {qText(qValue)}
      </p>
      <WeekColumns
        weeks={points.map((point) => ({
          count: point.count.value ?? 0,
          expected: point.expected.value ?? 0,
          low: point.expected.low ?? 0,
          high: point.expected.high ?? 0,
          isMarked: isIn({ burst, point }),
        }))}
        domain={domain}
        marks={ticks(domain, 3)}
        labels={{ first: dayName(points[0]?.start ?? ""), last: dayName(points.at(-1)?.start ?? "") }}
      />
    </li>
  );
}

interface Props {
  readonly found: Bursts;
  readonly evidence: Evidence;
  readonly basis: string;
}

/** One panel a burst: every week's count over what was to be expected of it. */
export const BurstsChart = memo(function BurstsChart({ found, evidence, basis }: Props) {
  const { bursts, windowsTested, topicsTested } = found;
  const word = evidence === "REQUESTS" ? "requests" : "sessions";
  return (
    <ChartFigure
      title={burstsSentence(found)}
      subtitle={`Columns: ${word} on the topic by week; line: expected from the other weeks' level and trend; grey band: where chance alone keeps 95 weeks of 100. ${count(windowsTested)} windows of one to three weeks tested over ${topicsTested} topics; a burst counts when q < 0.05. ${basis}`}
      rows={bursts.flatMap((burst) => burst.points.map((point) => ({ burst, point })))}
      columns={COLUMNS}
    >
      <ul className={classes["panels"]} data-few={bursts.length < 3 ? "yes" : undefined}>
        {bursts.map((burst) => (
          <Panel key={`${burst.topic.code} ${burst.from}`} burst={burst} evidence={evidence} />
        ))}
      </ul>
    </ChartFigure>
  );
});

/** In words, where nothing stands out. */
export const noBurstWords = ({ windowsTested, topicsTested }: Bursts): string =>
  `${count(windowsTested)} windows of one to three weeks were tested over ${topicsTested} topics. What looked high in some is what chance gives among so many.`;

