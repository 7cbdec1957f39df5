import type { MetricId } from "@arl/schema/metrics";
import { SegmentedControl } from "@mantine/core";
import { memo } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, type Domain } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { graphql } from "../../gql";
import { Refused } from "../../ui/Refused";
import { bare, count, percentMark, valueText, written, type FigureFields, type Unit } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { UNIT_OF } from "../figure/units";
import classes from "./depth.module.css";
import { loadSentence, wouldHaveShown, type Effect } from "./depthFinding";
import type { LoadMeasure } from "./grouping";

graphql(`
  fragment LoadSection_watch on LoadWatch {
    coaches
    sessions
    reading
    series {
      measure
      median {
        ...FigureValue_figure @unmask
      }
      largest {
        ...FigureValue_figure @unmask
      }
      effects {
        outcome
        detectable
        qValue
        slope {
          ...FigureValue_figure @unmask
        }
        refusal {
          why
          wouldLift
        }
        bins {
          from
          to
          raw {
            ...FigureValue_figure @unmask
          }
          change {
            ...FigureValue_figure @unmask
          }
        }
      }
    }
  }
`);

interface Bin {
  readonly from: number;
  readonly to: number | null;
  readonly raw: FigureFields;
  readonly change: FigureFields;
}

interface LoadEffect extends Effect {
  readonly bins: readonly Bin[];
  readonly refusal?: { readonly why: string; readonly wouldLift: string } | null;
}

interface Watch {
  readonly coaches: number;
  readonly sessions: number;
  readonly reading: string;
  readonly series: readonly { readonly measure: LoadMeasure; readonly median: FigureFields; readonly largest: FigureFields; readonly effects: readonly LoadEffect[] }[];
}

const OUTCOMES: Readonly<Record<Effect["outcome"], { readonly name: string; readonly metric: MetricId; readonly rawUnit: Unit; readonly reach: number }>> = {
  RATING: { name: "Rating", metric: "load_rating_slope", rawUnit: "rating", reach: 0.25 },
  CHALLENGE: { name: "Challenge level", metric: "load_challenge_slope", rawUnit: "level", reach: 0.25 },
  RESPONSE: { name: "Share rated", metric: "load_response_slope", rawUnit: "share", reach: 0.1 },
};

/** `3–4`, `9 or more`; of hours, `25–50%`. */
export function binText({ from, to }: Pick<Bin, "from" | "to">, measure: LoadMeasure): string {
  if (measure === "HOURS") return to === null ? `${percentMark(from)} or more` : `${count(from * 100)}–${percentMark(to)}`;
  const low = Math.max(1, from);
  if (to === null) return `${count(low)} or more`;
  return low === to - 1 ? count(low) : `${count(low)}–${count(to - 1)}`;
}

/** Even on both sides of no difference, wide enough for every interval that is shown. */
function aroundZero(bins: readonly Bin[], reach: number): Domain {
  const high = Math.max(reach, ...bins.flatMap(({ change }) => [Math.abs(change.low ?? 0), Math.abs(change.high ?? 0)]));
  return { low: -high * 1.05, high: high * 1.05 };
}

function columnsOf(measure: LoadMeasure, rawUnit: Unit, changeUnit: Unit): readonly Column<Bin>[] {
  return [
    { header: measure === "HOURS" ? "Hours booked" : "Relationships", value: (bin) => binText(bin, measure) },
    { header: "Mean", value: ({ raw }) => written(raw), cell: ({ raw }) => valueText(raw, rawUnit), numeric: true },
    { header: "Mean low", value: ({ raw }) => raw.low, cell: ({ raw }) => raw.low !== null && bare(raw.low, rawUnit), numeric: true },
    { header: "Mean high", value: ({ raw }) => raw.high, cell: ({ raw }) => raw.high !== null && bare(raw.high, rawUnit), numeric: true },
    { header: "Within coaches", value: ({ change }) => written(change), cell: ({ change }) => valueText(change, changeUnit), numeric: true },
    { header: "Low", value: ({ change }) => change.low, cell: ({ change }) => change.low !== null && bare(change.low, changeUnit), numeric: true },
    { header: "High", value: ({ change }) => change.high, cell: ({ change }) => change.high !== null && bare(change.high, changeUnit), numeric: true },
    { header: "Sessions", value: ({ raw }) => raw.n, numeric: true },
  ];
}

const EffectChart = memo(function EffectChart({ effect, measure, largest, asOf }: { readonly effect: LoadEffect; readonly measure: LoadMeasure; readonly largest: number | null; readonly asOf: string }) {
  const { outcome, slope, qValue, bins, refusal } = effect;
  const { name, metric, rawUnit, reach } = OUTCOMES[outcome];
  if (refusal) return <Refused what={`${name} against load`} {...refusal} />;
  const unit = UNIT_OF[metric];
  const domain = aroundZero(bins, reach);
  const isFound = qValue !== null && qValue < 0.05;
  return (
    <ChartFigure
      title={loadSentence(effect, measure, largest)}
      subtitle={`${name} by load, against the lightest, within coaches, at the same call number and time; 95% intervals. n ${count(slope.n ?? 0)} sessions, as of ${asOf}.`}
      rows={bins}
      columns={columnsOf(measure, rawUnit, unit)}
    >
      <p className={classes["slope"]}>
        {measure === "HOURS" ? "A tenth more of the hours: " : "One more relationship: "}
        <FigureValue label={`${name}, for ${measure === "HOURS" ? "a tenth more of the hours" : "one more relationship"}`} metric={metric} figure={slope} />
        {slope.low !== null && ` (${bare(slope.low, unit)} to ${bare(slope.high ?? 0, unit)})`}
        {qValue !== null && `, q ${qValue < 0.001 ? "< 0.001" : qValue.toFixed(3)}`}. {wouldHaveShown(effect, measure)}
      </p>
      <ul className={classes["bins"]}>
        <li aria-hidden>
          <span>Load</span>
          <AxisStrip domain={domain} marks={ticks(domain, 4)} format={(mark) => (mark === 0 ? "0" : bare(mark, unit))} />
          <span>Mean</span>
        </li>
        {bins.map((bin) => (
          <li key={bin.from}>
            <span>{binText(bin, measure)}</span>
            <IntervalStrip {...bin.change} domain={domain} reference={0} tone={isFound ? "accent" : "noise"} />
            <span className={classes["mean"]} data-withheld={bin.raw.value === null || undefined}>
              {valueText(bin.raw, rawUnit)}
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
});

interface Props {
  readonly watch: Watch;
  readonly measure: LoadMeasure;
  readonly onMeasure: (measure: string) => void;
  readonly asOf: string;
}

/** Whether what comes of a call goes with how much its coach has on hand; of all coaches together. */
export function LoadSection({ watch, measure, onMeasure, asOf }: Props) {
  const series = watch.series.find((each) => each.measure === measure);
  if (series === undefined) return null;
  const unit = measure === "HOURS" ? percentMark : count;
  const spread =
    series.median.value === null || series.largest.value === null
      ? "No coach's load is known."
      : `Half of ${count(series.median.n ?? 0)} sessions were held under a load of ${unit(series.median.value)} or less, the heaviest under ${unit(series.largest.value)}.`;
  return (
    <section className={classes["section"]} aria-labelledby="load-watch">
      <header>
        <h2 id="load-watch">The load of coaches</h2>
        <p>
          {spread} {watch.reading}
        </p>
        <SegmentedControl
          aria-label="Count load by"
          value={measure}
          onChange={onMeasure}
          data={[
            { value: "RELATIONSHIPS", label: "By relationships" },
            { value: "HOURS", label: "By hours booked" },
          ]}
        />
      </header>
      <div className={classes["lead"]}>
        {series.effects.map((effect) => (
          <EffectChart key={effect.outcome} effect={effect} measure={measure} largest={series.largest.value} asOf={asOf} />
        ))}
      </div>
    </section>
  );
}
