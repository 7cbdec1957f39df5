import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased, type Domain } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { bare, count, counted, percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./intake.module.css";
import { FIELD_WORDS, flowSentence, type FieldFlow, type Visits } from "./intakeFinding";

interface Flow extends Visits {
  readonly tooRecent: number;
  readonly submitted: FigureFields;
}

interface Row {
  readonly label: string;
  readonly reached: FigureFields | null;
  readonly left: FigureFields | null;
  readonly ofLeavers: FigureFields | null;
  readonly seconds: FigureFields | null;
}

type Measure = "reached" | "left" | "ofLeavers" | "seconds";

const share = (value: number | null | undefined) => value != null && percent(value);
const columnsOf = (name: Measure, header: string, unit: "share" | "seconds"): readonly Column<Row>[] => {
  const end = (side: "low" | "high"): Column<Row> => ({
    header: `${header}, ${side}`,
    value: (row) => row[name]?.[side] ?? null,
    cell: (row) => (unit === "share" ? share(row[name]?.[side]) : row[name]?.[side] != null && bare(row[name][side], unit)),
    numeric: true,
  });
  return [
    { header, value: (row) => (row[name] === null ? null : written(row[name])), cell: (row) => row[name] !== null && valueText(row[name], unit), numeric: true },
    end("low"),
    end("high"),
    { header: `${header}, n`, value: (row) => row[name]?.n ?? null, numeric: true },
  ];
};

const COLUMNS: readonly Column<Row>[] = [
  { header: "Field", value: ({ label }) => label },
  ...columnsOf("reached", "Reached, of all who open", "share"),
  ...columnsOf("left", "Left here, of those who reached it", "share"),
  ...columnsOf("ofLeavers", "Left here, of all who left", "share"),
  ...columnsOf("seconds", "Median seconds on it", "seconds"),
];

const rowOf = ({ field, reached, left, ofLeavers, seconds }: FieldFlow): Row => ({ label: FIELD_WORDS[field], reached, left, ofLeavers, seconds });

const WHOLE: Domain = { low: 0, high: 1 };

const PANELS = [
  { name: "reached", title: "Reached", of: "of all who open", metric: "intake_reached_share", bar: true },
  { name: "left", title: "Left there", of: "of those who reached it", metric: "intake_left_share", bar: false },
  { name: "seconds", title: "Time on it", of: "median", metric: "intake_field_seconds", bar: false },
] as const;

function Panel({ panel, flow }: { readonly panel: (typeof PANELS)[number]; readonly flow: Flow }) {
  const isTime = panel.name === "seconds";
  const highest = (figures: readonly FigureFields[]) => zeroBased(figures.flatMap(({ value, high }) => [value ?? 0, high ?? 0]));
  const domain = panel.name === "reached" ? WHOLE : highest(flow.fields.map((field) => field[panel.name]));
  return (
    <section className={classes["panel"]} aria-label={`${panel.title}, ${panel.of}`}>
      <h3>
        {panel.title} <span>{panel.of}</span>
      </h3>
      <ul>
        <li className={classes["axis"]} aria-hidden>
          <span />
          <AxisStrip domain={domain} marks={panel.name === "reached" ? [0, 0.5, 1] : ticks(domain, 2)} format={isTime ? (mark) => `${mark} s` : percentMark} />
          <span />
        </li>
        {flow.fields.map((field) => (
          <li key={field.field}>
            <span>{FIELD_WORDS[field.field]}</span>
            <IntervalStrip {...field[panel.name]} domain={domain} tone="accent" bar={panel.bar} />
            <FigureValue label={`${FIELD_WORDS[field.field]}: ${panel.title.toLowerCase()}, ${panel.of}`} metric={panel.metric} figure={field[panel.name]} />
          </li>
        ))}
        {panel.name === "reached" && (
          <li className={classes["sent"]}>
            <span>Sent</span>
            <IntervalStrip {...flow.submittedShare} domain={domain} tone="accent" bar />
            <FigureValue label="Sent, of all who open" metric="intake_submitted_share" figure={flow.submittedShare} />
          </li>
        )}
      </ul>
    </section>
  );
}

interface Props {
  readonly flow: Flow;
  /** The days in which the visits were opened, in words. */
  readonly when: string;
}

/** Field by field: how many come to it, how many leave there, and how long it takes. */
export function FlowChart({ flow, when }: Props) {
  const rows: Row[] = [
    { label: "Before the first field", reached: null, left: null, ofLeavers: flow.leftBeforeAny, seconds: null },
    ...flow.fields.map(rowOf),
    { label: "Sent", reached: flow.submittedShare, left: null, ofLeavers: null, seconds: null },
  ];
  const recent = flow.tooRecent === 0 ? "" : ` ${counted(flow.tooRecent, "visit")} of the last hour may still be under way and ${flow.tooRecent === 1 ? "is" : "are"} left out.`;
  return (
    <ChartFigure
      title={flowSentence(flow)}
      subtitle={`Visits to the form${when}, with 95% intervals. n ${count(flow.opened.value ?? 0)} visits.${recent}`}
      rows={rows}
      columns={COLUMNS}
    >
      <div className={classes["panels"]}>
        {PANELS.map((panel) => (
          <Panel key={panel.name} panel={panel} flow={flow} />
        ))}
      </div>
      <p className={classes["note"]}>
        Of all who left, <FigureValue label="Left before the first field, of all who left" metric="intake_left_mix" figure={flow.leftBeforeAny} /> reached no field. Name and state are asked of those alone whose district is not in the list. A visit knows neither who nor where: filters of place,
        organisation and topic do not narrow visits; the period does.
      </p>
    </ChartFigure>
  );
}
