import { BandLineChart } from "../../chart/BandLineChart";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { graphql } from "../../gql";
import type { CourseChart_PointFragment as Point } from "../../gql/graphql";
import { isOfFewSystems } from "../figure/acrossSystems";
import { counted, percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { monthName } from "../scope/period";
import { changeWords, trendTarget, type Direction, type Evidence, type TopicLine } from "./topicsFinding";
import classes from "./topics.module.css";

graphql(`
  fragment CourseChart_point on TrendPoint {
    start
    count {
      ...FigureValue_figure @unmask
    }
    share {
      ...FigureValue_figure @unmask
    }
  }
`);

interface Course {
  readonly points: readonly Point[];
  readonly ratioPerMonth: FigureFields;
  readonly qValue: number | null;
  readonly direction: Direction;
  readonly acrossSystems: boolean | null;
}

interface Row {
  readonly evidence: Evidence;
  readonly point: Point;
}

const WORDS = { REQUESTS: "Asked for", SESSIONS: "Coached" } as const;

const COLUMNS: readonly Column<Row>[] = [
  { header: "Counted", value: ({ evidence }) => WORDS[evidence] },
  { header: "Month", value: ({ point }) => point.start, cell: ({ point }) => monthName(point.start) },
  { header: "Tagged", value: ({ point }) => written(point.count), numeric: true },
  { header: "Share", value: ({ point }) => written(point.share), cell: ({ point }) => valueText(point.share, "share"), numeric: true },
  { header: "Interval low", value: ({ point }) => point.share.low, cell: ({ point }) => point.share.low !== null && percent(point.share.low), numeric: true },
  { header: "Interval high", value: ({ point }) => point.share.high, cell: ({ point }) => point.share.high !== null && percent(point.share.high), numeric: true },
  { header: "n", value: ({ point }) => point.share.n, numeric: true },
];

const COLORS: Record<Direction, string> = { RISING: "var(--series-5)", FALLING: "var(--series-1)", STEADY: "var(--accent)", UNCLEAR: "var(--noise)" };

function Panel({ topic, evidence, course }: { readonly topic: TopicLine["topic"]; readonly evidence: Evidence; readonly course: Course }) {
  const { points, ratioPerMonth, qValue, direction } = course;
  const y = zeroBased(points.map(({ share }) => share.high ?? share.value ?? 0), 3);
  const hidden = points.filter(({ share }) => share.withheld === "TOO_FEW").length;
  const last = points.length - 1;
  return (
    <li className={classes["panel"]}>
      <h3>{WORDS[evidence]}</h3>
      <p>
        {ratioPerMonth.value === null ? (
          "too few to test for a trend"
        ) : (
          <>
            {changeWords(course) ?? "cannot be told from noise"}; ratio a month <FigureValue {...trendTarget(topic, ratioPerMonth, evidence)} />
            {qValue !== null && `, q ${qValue < 0.001 ? "< 0.001" : qValue.toFixed(3)}`}
            {isOfFewSystems(course) && "; with all of one system's as one event it does not stand out, so a few systems coming and going could look the same"}
          </>
        )}
      </p>
      {hidden === points.length ? (
        <p className={classes["hidden"]}>No single month has enough in it to show.</p>
      ) : (
        <BandLineChart
          dots
          small
          points={points.map(({ share }, x) => ({ x, value: share.value, band: share.low === null || share.high === null ? null : [share.low, share.high] }))}
          x={{ domain: { low: 0, high: Math.max(1, last) }, marks: [0, last], format: (x) => monthName(points[x]?.start ?? "2000-01-01") }}
          y={{ domain: y, marks: ticks(y, 3), format: percentMark }}
          color={COLORS[direction]}
        />
      )}
      {hidden > 0 && hidden < points.length && (
        <p>
          {hidden} of {counted(points.length, "month")} {hidden === 1 ? "has" : "have"} too few to show.
        </p>
      )}
    </li>
  );
}

interface Props {
  readonly topic: TopicLine["topic"];
  readonly asked: Course;
  readonly coached: Course;
  readonly basis: string;
}

function title({ asked, coached }: Pick<Props, "asked" | "coached">): string {
  const parts = [
    [changeWords(asked), "what is asked for"],
    [changeWords(coached), "what is coached"],
  ].flatMap(([change, what]) => (change == null ? [] : [`${what} is ${change}`]));
  if (asked.ratioPerMonth.value === null && coached.ratioPerMonth.value === null) return "Too few to test whether it rises or falls";
  const text = parts.length === 0 ? "whether it rises or falls cannot be told from noise" : parts.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The topic over time, asked for and coached, each in its band. */
export function CourseChart({ topic, asked, coached, basis }: Props) {
  const rows = [...asked.points.map((point) => ({ evidence: "REQUESTS", point }) as const), ...coached.points.map((point) => ({ evidence: "SESSIONS", point }) as const)];
  return (
    <ChartFigure title={title({ asked, coached })} subtitle={`Share of each month's requests and of its sessions that are on the topic, with 95% intervals; each on its own scale from zero. ${basis}`} rows={rows} columns={COLUMNS}>
      <ul className={classes["panels"]}>
        <Panel topic={topic} evidence="REQUESTS" course={asked} />
        <Panel topic={topic} evidence="SESSIONS" course={coached} />
      </ul>
    </ChartFigure>
  );
}
