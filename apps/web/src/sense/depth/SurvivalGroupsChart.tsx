import { memo } from "react";
import { BandLineChart } from "../../chart/BandLineChart";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { graphql } from "../../gql";
import { Refused } from "../../ui/Refused";
import { bare, count, counted, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./depth.module.css";
import { isApart, survivalSentence, testWords } from "./depthFinding";
import { filterOf, GROUPINGS, type Grouping } from "./grouping";
import { Unshown } from "./Unshown";

graphql(`
  fragment SurvivalGroupsChart_survival on SurvivalByGroup {
    refusal {
      why
      wouldLift
    }
    test {
      statistic
      df
      pValue
      qValue
      comparisons
      groups
    }
    groups {
      key {
        key
        label
      }
      closed
      referred
      isTested
      refusal {
        why
        wouldLift
      }
      relationships {
        ...FigureValue_figure @unmask
      }
      relationshipLengthMonths {
        ...FigureValue_figure @unmask
      }
      sustainedFourMonths {
        ...FigureValue_figure @unmask
      }
      closedFourMonths {
        ...FigureValue_figure @unmask
      }
      referredFourMonths {
        ...FigureValue_figure @unmask
      }
      survival {
        months
        survival {
          value
          low
          high
        }
      }
    }
  }
`);

interface Refusal {
  readonly why: string;
  readonly wouldLift: string;
}

interface Group {
  readonly key: { readonly key: string; readonly label: string };
  readonly closed: number;
  readonly referred: number;
  readonly isTested: boolean;
  readonly refusal?: Refusal | null;
  readonly relationships: FigureFields;
  readonly relationshipLengthMonths: FigureFields;
  readonly sustainedFourMonths: FigureFields;
  readonly closedFourMonths: FigureFields;
  readonly referredFourMonths: FigureFields;
  readonly survival: readonly { readonly months: number; readonly survival: { readonly value?: number | null; readonly low?: number | null; readonly high?: number | null } }[];
}

export interface Survival {
  readonly refusal?: Refusal | null;
  readonly test?: { readonly statistic: number; readonly df: number; readonly pValue: number; readonly qValue: number; readonly comparisons: number; readonly groups: number } | null;
  readonly groups: readonly Group[];
}

const share = (header: string, pick: (group: Group) => FigureFields): readonly Column<Group>[] => [
  { header, value: (group) => written(pick(group)), cell: (group) => valueText(pick(group), "share"), numeric: true },
  { header: `${header}, low`, value: (group) => pick(group).low, cell: (group) => endText(pick(group).low), numeric: true },
  { header: `${header}, high`, value: (group) => pick(group).high, cell: (group) => endText(pick(group).high), numeric: true },
];
const endText = (end: number | null) => end !== null && bare(end, "share");

const COLUMNS: readonly Column<Group>[] = [
  { header: "Group", value: ({ key }) => key.label },
  { header: "Relationships", value: ({ relationships }) => relationships.value, numeric: true },
  { header: "Closed", value: ({ closed }) => closed, numeric: true },
  { header: "Referred out", value: ({ referred }) => referred, numeric: true },
  { header: "Half last, months", value: (group) => written(group.relationshipLengthMonths), cell: (group) => valueText(group.relationshipLengthMonths, "months"), numeric: true },
  ...share("Four months or more", ({ sustainedFourMonths }) => sustainedFourMonths),
  ...share("Closed within four", ({ closedFourMonths }) => closedFourMonths),
  ...share("Referred out within four", ({ referredFourMonths }) => referredFourMonths),
  { header: "Why not shown", value: ({ refusal }) => refusal?.why ?? null },
];

const START = { months: 0, survival: { value: 1, low: 1, high: 1 } };

function Panel({ group, by, last, color }: { readonly group: Group; readonly by: Grouping; readonly last: number; readonly color: string }) {
  const { key, relationships, relationshipLengthMonths, sustainedFourMonths, referredFourMonths, survival, isTested } = group;
  const filter = filterOf(by, key.key);
  const target = { filter, ...(filter !== null && { records: { kind: "engagements" as const, within: filter } }) };
  return (
    <li className={classes["panel"]}>
      <h3>{key.label}</h3>
      <p>
        <FigureValue label={`Relationships, ${key.label}`} metric="relationships" figure={relationships} {...target} /> {relationships.value === 1 ? "relationship" : "relationships"}, {count(group.closed)} closed; half last{" "}
        <FigureValue label={`Relationship length, ${key.label}`} metric="relationship_length" figure={relationshipLengthMonths} {...target} />
      </p>
      <BandLineChart
        step
        small
        points={[START, ...survival].map((point) => ({
          x: point.months,
          value: point.survival.value ?? null,
          band: point.survival.low == null || point.survival.high == null ? null : [point.survival.low, point.survival.high],
        }))}
        x={{ domain: { low: 0, high: last }, marks: [0, 4, last], format: (month) => (month === last ? `${month} mo` : String(month)) }}
        y={{ domain: { low: 0, high: 1 }, marks: [0, 0.5, 1], format: percentMark }}
        color={color}
        moment={{ x: 4, label: "" }}
      />
      <p>
        <FigureValue label={`Sustained four months, ${key.label}`} metric="sustained_four_months" figure={sustainedFourMonths} {...target} /> last four months
        {sustainedFourMonths.low !== null && ` (${bare(sustainedFourMonths.low, "share")}–${bare(sustainedFourMonths.high ?? 1, "share")})`};{" "}
        <FigureValue label={`Referred out within four months, ${key.label}`} metric="referred_four_months" figure={referredFourMonths} {...target} /> referred out by then
        {referredFourMonths.high !== null && ` (${bare(referredFourMonths.low ?? 0, "share")}–${bare(referredFourMonths.high, "share")})`}.{!isTested && " Too few closings expected to be in the test."}
      </p>
    </li>
  );
}

/** How long relationships last, a curve a group, in the groups' own order. */
export const SurvivalGroupsChart = memo(function SurvivalGroupsChart({ survival, by, asOf }: { readonly survival: Survival; readonly by: Grouping; readonly asOf: string }) {
  const { groups, test, refusal } = survival;
  const { word } = GROUPINGS[by];
  const what = `How long relationships last by ${word}`;
  if (groups.length === 0) return refusal ? <Refused what={what} {...refusal} /> : null;
  const shown = groups.filter((group) => !group.refusal);
  const refused = groups.filter((group) => group.refusal);
  const last = Math.max(5, Math.ceil(Math.max(0, ...shown.flatMap((group) => group.survival.map(({ months }) => months)))));
  const color = test && isApart(test) ? "var(--accent)" : "var(--noise)";
  return (
    <ChartFigure
      title={survivalSentence(test ?? null, word)}
      subtitle={`Share of relationships not yet closed, by months since the first call, with 95% bands; the dashed line is four months. Those referred out count until then. ${test ? `Log-rank test: ${testWords(test)}` : ""} As of ${asOf}.`}
      rows={groups}
      columns={COLUMNS}
    >
      {shown.length > 0 && (
        <ul className={classes["panels"]}>
          {shown.map((group) => (
            <Panel key={group.key.key} group={group} by={by} last={last} color={color} />
          ))}
        </ul>
      )}
      <Unshown what="a curve" groups={refused.map(({ key, relationships, refusal: own }) => ({ label: key.label, has: counted(relationships.value ?? 0, "relationship"), wouldLift: own?.wouldLift ?? "" }))} />
      {refusal && <Refused what="A comparison of the groups" {...refusal} />}
    </ChartFigure>
  );
});
