import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { graphql } from "../../gql";
import type { FunnelChart_FunnelFragment as Funnel } from "../../gql/graphql";
import { bare, count, counted, percent, percentMark, valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { scopeOfKey } from "../scope/scopeWords";
import classes from "./equity.module.css";
import { differs, funnelSentence, STAGES, untested, type FunnelGroup, type Step } from "./funnelFinding";
import { cutWord } from "./reachFinding";
import { shortLabel, type Cut } from "./reachView";

graphql(`
  fragment FunnelChart_step on FunnelStep {
    stage
    requests {
      ...FigureValue_figure @unmask
    }
    ofBefore {
      ...FigureValue_figure @unmask
    }
    ofAsked {
      ...FigureValue_figure @unmask
    }
    difference {
      ...FigureValue_figure @unmask
    }
    qValue
  }
`);

graphql(`
  fragment FunnelChart_funnel on ReachFunnel {
    followUpDays
    asked {
      ...FigureValue_figure @unmask
    }
    tooRecent {
      ...FigureValue_figure @unmask
    }
    unknown {
      ...FigureValue_figure @unmask
    }
    steps {
      ...FunnelChart_step @unmask
    }
    groups {
      key {
        key
        label
      }
      asked {
        ...FigureValue_figure @unmask
      }
      steps {
        ...FunnelChart_step @unmask
      }
    }
    refusal {
      reason
      why
      wouldLift
    }
  }
`);

interface Line {
  readonly group: FunnelGroup;
  readonly step: Step;
}

const qText = (q: number | null | undefined) => (q == null ? "not tested" : q < 0.001 ? "< 0.001" : q.toFixed(3));

const COLUMNS: readonly Column<Line>[] = [
  { header: "Group", value: ({ group }) => group.key.label },
  { header: "Step", value: ({ step }) => STAGES[step.stage].label },
  { header: "Requests", value: ({ step }) => step.requests.value, numeric: true },
  { header: "Of the step before", value: ({ step }) => written(step.ofBefore), cell: ({ step }) => valueText(step.ofBefore, "share"), numeric: true },
  { header: "Low", value: ({ step }) => step.ofBefore.low, cell: ({ step }) => step.ofBefore.low !== null && percent(step.ofBefore.low), numeric: true },
  { header: "High", value: ({ step }) => step.ofBefore.high, cell: ({ step }) => step.ofBefore.high !== null && percent(step.ofBefore.high), numeric: true },
  { header: "n", value: ({ step }) => step.ofBefore.n, numeric: true },
  { header: "Of all asked", value: ({ step }) => written(step.ofAsked), cell: ({ step }) => valueText(step.ofAsked, "share"), numeric: true },
  { header: "Against the rest", value: ({ step }) => (step.difference ? written(step.difference) : null), cell: ({ step }) => step.difference && valueText(step.difference, "shareChange"), numeric: true },
  { header: "Difference low", value: ({ step }) => step.difference?.low ?? null, cell: ({ step }) => ends(step.difference?.low), numeric: true },
  { header: "Difference high", value: ({ step }) => step.difference?.high ?? null, cell: ({ step }) => ends(step.difference?.high), numeric: true },
  { header: "q", value: ({ step }) => step.qValue ?? null, cell: ({ step }) => qText(step.qValue), numeric: true },
];

const ends = (value: number | null | undefined) => value != null && bare(value, "shareChange");

const WHOLE = { low: 0, high: 1 };
const TONES = { more: "rising", less: "falling" } as const;

function Multiple({ stage, funnel, by }: { readonly stage: Step["stage"]; readonly funnel: Funnel; readonly by: Cut }) {
  const all = funnel.steps.find((step) => step.stage === stage)?.ofBefore.value ?? null;
  return (
    <section className={classes["multiple"]} aria-label={STAGES[stage].label}>
      <h3>
        {STAGES[stage].label} <span>of {STAGES[stage].of}</span>
      </h3>
      <ul>
        <li className={classes["axis"]} aria-hidden>
          <span />
          <AxisStrip domain={WHOLE} marks={[0, 0.5, 1]} format={percentMark} />
          <span />
        </li>
        {funnel.groups.map((group) => {
          const step = group.steps.find((each) => each.stage === stage);
          if (step === undefined) return null;
          const off = differs(step);
          const filter = scopeOfKey(by, group.key.key);
          return (
            <li key={group.key.key}>
              <span>{shortLabel(group.key.label)}</span>
              <IntervalStrip {...step.ofBefore} domain={WHOLE} tone={off === null ? "noise" : TONES[off]} {...(all !== null && { reference: all })} />
              <FigureValue
                label={`${group.key.label}, ${STAGES[stage].label.toLowerCase()} of ${STAGES[stage].of}, n ${count(step.ofBefore.n ?? 0)}`}
                metric="funnel_share"
                figure={step.ofBefore}
                filter={filter}
                records={filter === null ? { kind: "requests" } : { kind: "requests", within: filter }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** From asking to a rated call, a panel for each step, a line for each group; the dashes are all groups together. */
export function FunnelChart({ funnel, by, asOf }: { readonly funnel: Funnel; readonly by: Cut; readonly asOf: string }) {
  const rows = funnel.groups.flatMap((group) => group.steps.map((step): Line => ({ group, step })));
  const few = untested(funnel.groups);
  const unknown = funnel.unknown.value ?? 0;
  return (
    <ChartFigure
      title={funnelSentence(funnel.groups, by)}
      subtitle={`Requests by ${cutWord(by)}, followed for ${funnel.followUpDays} days from asking: share of the step before, with 95% intervals; the dashed line is all groups. Coloured where a group differs from the rest with q under 0.05. n ${count(funnel.asked.value ?? 0)} requests; ${counted(funnel.tooRecent.value ?? 0, "request")} asked less than ${funnel.followUpDays} days ago ${funnel.tooRecent.value === 1 ? "is" : "are"} left out${unknown > 0 ? `, and ${count(unknown)} of unknown group` : ""}. As of ${asOf}.`}
      rows={rows}
      columns={COLUMNS}
    >
      <div className={classes["multiples"]}>
        {(["MATCHED", "SUSTAINED", "RATED"] as const).map((stage) => (
          <Multiple key={stage} stage={stage} funnel={funnel} by={by} />
        ))}
      </div>
      {few !== "" && <p className={classes["note"]}>Under ten requests, so not compared with the rest: {few}.</p>}
    </ChartFigure>
  );
}
