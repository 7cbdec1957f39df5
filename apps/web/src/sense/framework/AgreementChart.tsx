import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { bare, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./framework.module.css";
import { agreementSentence, agreementTier, TENTATIVE, type Reliability } from "./frameworkFinding";

type Row = Reliability["topics"][number];

const TONES = { reliable: "accent", tentative: "accent", poor: "alert", unsure: "noise" } as const;

const end = (name: "low" | "high"): Column<Row> => ({
  header: `Agreement, ${name}`,
  value: ({ agreement }) => agreement[name],
  cell: ({ agreement }) => agreement[name] !== null && bare(agreement[name], "index"),
  numeric: true,
});

const COLUMNS: readonly Column<Row>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Agreement", value: ({ agreement }) => written(agreement), cell: ({ agreement }) => (agreement.value === null ? "too few to tell" : bare(agreement.value, "index")), numeric: true },
  end("low"),
  end("high"),
  { header: "Requests given it", value: ({ requests }) => requests.value, numeric: true },
];

const DOMAIN = { low: -0.2, high: 1.03 };
const MARKS = [0, 0.25, 0.5, 0.75, 1];

/** How far readers agree on each topic, in the framework's order; grey where it cannot be told whether well enough. */
export function AgreementChart({ reliability, asOf }: { readonly reliability: Reliability; readonly asOf: string }) {
  const { topics, requests, readers } = reliability;
  const told = topics.filter(({ agreement }) => agreement.value !== null);
  const untold = topics.filter(({ agreement }) => agreement.value === null);
  return (
    <ChartFigure
      title={agreementSentence(reliability)}
      subtitle={`Krippendorff's alpha on whether a topic is there, with 95% intervals, over ${requests} requests that ${readers === 2 ? "two" : readers} people tagged; in the framework's order. The dashed line is 0.67, under which nothing should be built on tags. As of ${asOf}.`}
      rows={topics}
      columns={COLUMNS}
    >
      <ul className={classes["agreement"]}>
        <li aria-hidden>
          <span />
          <AxisStrip domain={DOMAIN} marks={MARKS} format={String} />
          <span>Agreement</span>
          <span>Requests</span>
        </li>
        {told.map(({ topic, agreement, requests: given }) => (
          <li key={topic.code}>
            <span>{topic.label}</span>
            <IntervalStrip
              value={agreement.value}
              low={agreement.low === null ? null : Math.max(DOMAIN.low, agreement.low)}
              high={agreement.high}
              domain={DOMAIN}
              reference={TENTATIVE}
              tone={TONES[agreementTier(agreement)]}
            />
            <FigureValue label={`Agreement on ${topic.label}`} metric="topic_agreement" figure={agreement} />
            <FigureValue label={`Requests given ${topic.label} by anybody`} metric="topic_readings" figure={given} records={{ kind: "requests", within: { topics: [topic.code] } }} />
          </li>
        ))}
      </ul>
      {untold.length > 0 && (
        <p className={classes["untold"]}>
          {untold.length} more topics were given to fewer than five of these requests each: too few to tell. The table names them. A dot without a line: nobody disagreed, and how low agreement may be is not known.
        </p>
      )}
    </ChartFigure>
  );
}
