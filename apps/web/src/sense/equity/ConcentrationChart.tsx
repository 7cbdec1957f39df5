import { BandLineChart } from "../../chart/BandLineChart";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { graphql } from "../../gql";
import type { ConcentrationChart_ConcentrationFragment as Concentration } from "../../gql/graphql";
import { count, percent, percentMark } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./equity.module.css";

graphql(`
  fragment ConcentrationChart_concentration on ReachConcentration {
    systems {
      ...FigureValue_figure @unmask
    }
    unknown {
      ...FigureValue_figure @unmask
    }
    gini {
      ...FigureValue_figure @unmask
    }
    largestShare {
      ...FigureValue_figure @unmask
    }
    largestFiveShare {
      ...FigureValue_figure @unmask
    }
    effectiveSystems {
      ...FigureValue_figure @unmask
    }
    lorenz {
      systems
      students
    }
    refusal {
      reason
      why
      wouldLift
    }
  }
`);

type Point = Concentration["lorenz"][number];

const COLUMNS: readonly Column<Point>[] = [
  { header: "Systems, the smallest first", value: ({ systems }) => systems, cell: ({ systems }) => percent(systems), numeric: true },
  { header: "Their part of all students", value: ({ students }) => students, cell: ({ students }) => percent(students), numeric: true },
];

const WHOLE = { domain: { low: 0, high: 1 }, marks: [0, 0.25, 0.5, 0.75, 1], format: percentMark };

/** How much a few large systems are of all students reached. */
export function ConcentrationChart({ concentration, asOf }: { readonly concentration: Concentration; readonly asOf: string }) {
  const { systems, unknown, gini, largestShare, largestFiveShare, effectiveSystems, lorenz } = concentration;
  const n = systems.value ?? 0;
  const records = { kind: "systems", stage: "SERVED" } as const;
  return (
    <ChartFigure
      title={`Five of ${count(n)} systems have ${percent(largestFiveShare.value ?? 0)} of the students reached: as concentrated as ${count(effectiveSystems.value ?? 0)} systems of equal size`}
      subtitle={`Part of the students that the smallest systems have together, counted in full; the shade is what is missing to an even spread. n ${count(n)} served systems with a known enrollment${(unknown.value ?? 0) > 0 ? `, ${count(unknown.value ?? 0)} without` : ""}. As of ${asOf}.`}
      rows={lorenz}
      columns={COLUMNS}
    >
      <div className={classes["concentration"]}>
        <BandLineChart points={lorenz.map((point) => ({ x: point.systems, value: point.students, band: [point.students, point.systems] as const }))} x={WHOLE} y={WHOLE} color="var(--accent)" />
        <ul>
          <li>
            <FigureValue show="headline" label="Concentration of students" caption="Gini coefficient" metric="reach_gini" figure={gini} records={records} />
          </li>
          <li>
            <FigureValue show="headline" label="Share of the largest system" caption="of students are in the largest system" metric="largest_system_share" figure={largestShare} records={records} />
          </li>
          <li>
            <FigureValue show="headline" label="Share of the largest five" caption="in the largest five" metric="largest_five_share" figure={largestFiveShare} records={records} />
          </li>
          <li>
            <FigureValue show="headline" label="Effective number of systems" caption="systems of equal size would be as concentrated" metric="effective_systems" figure={effectiveSystems} records={records} />
          </li>
        </ul>
      </div>
    </ChartFigure>
  );
}
