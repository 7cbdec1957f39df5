import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { aroundOne, ratioMarks } from "../../chart/domain";
import { Fold } from "../../chart/Fold";
import { IntervalStrip, type Tone } from "../../chart/IntervalStrip";
import { bare, counted, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { topicPath } from "../scope/topicPath";
import { countTarget, gapTarget, trendTarget, type TopicLine } from "./topicsFinding";
import classes from "./topics.module.css";

const TONES: Record<TopicLine["direction"], Tone> = { RISING: "rising", FALLING: "falling", STEADY: "accent", UNCLEAR: "noise" };

const COLUMNS: readonly Column<TopicLine>[] = [
  { header: "Topic", value: ({ topic }) => topic.label, cell: ({ topic }) => <a href={topicPath(topic.code)}>{topic.label}</a> },
  { header: "Code", value: ({ topic }) => topic.code },
  { header: "Domain", value: ({ topic }) => topic.domain?.label ?? "" },
  { header: "Requests", value: ({ requests }) => written(requests), cell: ({ topic, requests }) => <FigureValue {...countTarget(topic, requests, "REQUESTS")} />, numeric: true },
  { header: "Sessions", value: ({ sessions }) => written(sessions), cell: ({ topic, sessions }) => <FigureValue {...countTarget(topic, sessions, "SESSIONS")} />, numeric: true },
  { header: "Direction", value: ({ direction }) => direction.toLowerCase() },
  { header: "Ratio a month", value: ({ ratioPerMonth }) => written(ratioPerMonth), cell: ({ topic, ratioPerMonth }) => <FigureValue {...trendTarget(topic, ratioPerMonth, "SESSIONS")} />, numeric: true },
  { header: "Interval low", value: ({ ratioPerMonth: { low } }) => low, cell: ({ ratioPerMonth: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
  { header: "Interval high", value: ({ ratioPerMonth: { high } }) => high, cell: ({ ratioPerMonth: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
  { header: "Coverage", value: ({ coverage }) => written(coverage), cell: ({ topic, coverage }) => <FigureValue {...gapTarget(topic, "coverage", coverage)} />, numeric: true },
  { header: "Resources", value: ({ resources }) => written(resources), cell: ({ topic, resources }) => <FigureValue {...gapTarget(topic, "resources", resources)} />, numeric: true },
];

interface Props {
  readonly lines: readonly TopicLine[];
  readonly search: string;
  readonly basis: string;
}

/** Every topic by domain, in the framework's order: a place to begin from, not a ranking. */
export function TopicsChart({ lines, search, basis }: Props) {
  const domain = aroundOne(lines.flatMap(({ ratioPerMonth: { low, high } }) => [low ?? 1, high ?? 1]));
  const groups = [...Map.groupBy(lines, ({ topic }) => topic.domain?.label ?? "Outside the framework")];
  return (
    <ChartFigure
      title={search === "" ? "All topics, in the framework's order" : `${counted(lines.length, "topic")} found for “${search}”`}
      subtitle={`Requests and coaching sessions by topic; the rate ratio a month of its share of sessions with 95% interval, grey where it cannot be told from noise; coverage (share of specialist hours over share of demand), red where it is short beyond chance; and current resources. ${basis}`}
      rows={lines}
      columns={COLUMNS}
    >
      <div className={classes["listHead"]} aria-hidden>
        <span>Topic</span>
        <span>Requests</span>
        <span>Sessions</span>
        <AxisStrip domain={domain} marks={ratioMarks(domain)} format={(mark) => (mark === 1 ? "no change" : `×${mark}`)} scale="log" />
        <span>Ratio</span>
        <span>Coverage</span>
        <span>Resources</span>
      </div>
      <Fold what={`all ${lines.length} topics`}>
        {groups.map(([label, topics]) => (
          <section key={label} className={classes["domain"]}>
            <h3>{label}</h3>
            <ul>
              {topics.map(({ topic, requests, sessions, ratioPerMonth, direction, coverage, isShort, resources }) => (
                <li key={topic.code}>
                  <a href={topicPath(topic.code)}>{topic.label}</a>
                  <span data-label="Requests">
                    <FigureValue {...countTarget(topic, requests, "REQUESTS")} />
                  </span>
                  <span data-label="Sessions">
                    <FigureValue {...countTarget(topic, sessions, "SESSIONS")} />
                  </span>
                  <IntervalStrip {...ratioPerMonth} domain={domain} scale="log" reference={1} tone={TONES[direction]} />
                  <span data-label="Ratio">
                    <FigureValue {...trendTarget(topic, ratioPerMonth, "SESSIONS")} />
                  </span>
                  <span data-label="Coverage" data-alarm={isShort}>
                    <FigureValue {...gapTarget(topic, "coverage", coverage)} />
                  </span>
                  <span data-label="Resources">
                    <FigureValue {...gapTarget(topic, "resources", resources)} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Fold>
    </ChartFigure>
  );
}
