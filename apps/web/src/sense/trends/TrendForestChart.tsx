import { memo } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { aroundOne, ratioMarks } from "../../chart/domain";
import { Fold } from "../../chart/Fold";
import { IntervalStrip, type Tone } from "../../chart/IntervalStrip";
import { Sparkline } from "../../chart/Sparkline";
import { isOfFewSystems } from "../figure/acrossSystems";
import { bare, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { forestSentence } from "./trendFinding";
import { monthlyChange, qText, type Trend } from "./trendGroups";
import classes from "./trends.module.css";
import { trendTarget, type Evidence } from "./trendTarget";

const TONES: Record<Trend["direction"], Tone> = { RISING: "rising", FALLING: "falling", STEADY: "accent", UNCLEAR: "noise" };

const directionWords = (trend: Trend) => (isOfFewSystems(trend) ? `${trend.direction.toLowerCase()}, but not across systems` : trend.direction.toLowerCase());

function columnsOf(evidence: Evidence): readonly Column<Trend>[] {
  return [
    { header: "Topic", value: ({ topic }) => topic.label },
    { header: "Direction", value: directionWords },
    {
      header: "Ratio a month",
      value: ({ ratioPerMonth }) => written(ratioPerMonth),
      cell: (trend) => <FigureValue {...trendTarget(trend, evidence)} />,
      numeric: true,
    },
    { header: "Interval low", value: ({ ratioPerMonth: { low } }) => low, cell: ({ ratioPerMonth: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
    { header: "Interval high", value: ({ ratioPerMonth: { high } }) => high, cell: ({ ratioPerMonth: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
    { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
    { header: "Tags", value: ({ ratioPerMonth }) => ratioPerMonth.n, numeric: true },
  ];
}

interface Props {
  /** Tested topics, the surest first. */
  readonly trends: readonly Trend[];
  readonly evidence: Evidence;
  readonly basis: string;
}

/** Every tested topic: its course, grey, and how fast it changes, with the room for doubt. */
export const TrendForestChart = memo(function TrendForestChart({ trends, evidence, basis }: Props) {
  const domain = aroundOne(trends.flatMap(({ ratioPerMonth: { low, high } }) => [low ?? 1, high ?? 1]));
  return (
    <ChartFigure
      title={forestSentence(trends)}
      subtitle={`Rate ratio a month of each topic's share, with 95% intervals, on a log scale; q corrects for testing ${trends.length} topics at once. ${basis}`}
      rows={trends}
      columns={columnsOf(evidence)}
    >
      <Fold what={`all ${trends.length} topics`}>
        <ul className={classes["forest"]}>
          <li className={classes["forestHead"]} aria-hidden>
            <span>Topic</span>
            <span>Share by month</span>
            <AxisStrip domain={domain} marks={ratioMarks(domain)} format={(mark) => (mark === 1 ? "no change" : monthlyChange(mark))} scale="log" />
            <span>Ratio</span>
            <span>q</span>
          </li>
          {trends.map((trend) => {
            const { topic, points, ratioPerMonth, qValue, direction } = trend;
            const shares = points.map(({ share }) => share.value);
            return (
              <li key={topic.id}>
                <span className={classes["forestLabel"]}>{topic.label}</span>
                <Sparkline values={shares} max={Math.max(0, ...shares.map((share) => share ?? 0))} />
                <IntervalStrip {...ratioPerMonth} domain={domain} scale="log" reference={1} tone={TONES[direction]} />
                <FigureValue {...trendTarget(trend, evidence)} />
                <span className={classes["q"]}>{qText(qValue)}{isOfFewSystems(trend) && "*"}</span>
              </li>
            );
          })}
        </ul>
      </Fold>
      {trends.some(isOfFewSystems) && <p className={classes["footnote"]}>* By the count of sessions. Where all sessions of one system count as one event, it cannot be told from a few systems coming and going.</p>}
    </ChartFigure>
  );
});
