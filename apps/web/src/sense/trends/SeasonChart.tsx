import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import type { TopicSeasonsQuery } from "../../gql/graphql";
import { counted, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import type { FigureTarget } from "../figure/target";
import { qText } from "./trendGroups";
import classes from "./trends.module.css";
import type { Evidence } from "./trendTarget";

type Season = TopicSeasonsQuery["topicSeasons"]["topics"][number];

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const monthOf = ({ peakMonth }: Season): string => (peakMonth === null ? "" : (MONTHS[peakMonth - 1] ?? ""));

/** The finding: what comes back with the year, the surest first. */
export function seasonSentence(seasons: readonly Season[]): string {
  const yearly = seasons.filter(({ peakMonth }) => peakMonth !== null);
  const [first] = yearly;
  if (first === undefined) return `None of ${counted(seasons.length, "topic")} comes and goes with the year beyond chance`;
  return `${counted(yearly.length, "topic")} ${yearly.length === 1 ? "comes and goes" : "come and go"} with the year; ${first.topic.label} most surely, with its peak in ${monthOf(first)}`;
}

const COLUMNS: readonly Column<Season>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Peak", value: monthOf },
  { header: "Peak over trough", value: ({ peakToTrough }) => written(peakToTrough), numeric: true },
  { header: "Interval low", value: ({ peakToTrough: { low } }) => low, numeric: true },
  { header: "Interval high", value: ({ peakToTrough: { high } }) => high, numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
];

interface Props {
  readonly seasons: readonly Season[];
  /** Months of records. */
  readonly months: number;
  readonly evidence: Evidence;
  readonly basis: string;
}

/** How far each topic swings in a year, with the room for doubt. */
export function SeasonChart({ seasons, months, evidence, basis }: Props) {
  const tested = seasons.filter(({ qValue }) => qValue !== null).toSorted((a, b) => (a.qValue ?? 1) - (b.qValue ?? 1));
  const domain = { low: 1, high: Math.min(8, Math.max(2, ...tested.map(({ peakToTrough }) => peakToTrough.high ?? 1))) };
  const targetOf = ({ topic, peakToTrough }: Season): FigureTarget => ({
    label: `Yearly season of ${topic.label}`,
    metric: "need_season",
    figure: peakToTrough,
    filter: { topics: [topic.code] },
    records: { kind: evidence === "REQUESTS" ? "requests" : "sessions", at: [{ dimension: "TOPIC", key: topic.code }] },
  });
  return (
    <ChartFigure
      title={seasonSentence(tested)}
      subtitle={`Peak over trough of a yearly wave on top of the trend, from ${months} months of records, with 95% intervals, on a log scale; q corrects for testing ${tested.length} topics at once. ${basis}`}
      rows={tested}
      columns={COLUMNS}
    >
      <ul className={classes["forest"]}>
        <li className={classes["forestHead"]} aria-hidden>
          <span>Topic</span>
          <span>Peak</span>
          <AxisStrip domain={domain} marks={[1, 1.5, 2, 4, 8].filter((mark) => mark <= domain.high)} format={(mark) => (mark === 1 ? "no season" : `${mark} times`)} scale="log" />
          <span>Ratio</span>
          <span>q</span>
        </li>
        {tested.map((season) => (
          <li key={season.topic.id}>
            <span className={classes["forestLabel"]}>{season.topic.label}</span>
            <span>{monthOf(season)}</span>
            <IntervalStrip {...season.peakToTrough} domain={domain} scale="log" reference={1} tone={season.peakMonth === null ? "noise" : "accent"} />
            <FigureValue {...targetOf(season)} />
            <span className={classes["q"]}>{qText(season.qValue)}</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
