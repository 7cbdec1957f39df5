import { SegmentedControl } from "@mantine/core";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { graphql } from "../../gql";
import { count, percent, percentMark, valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { scopeOfKey } from "../scope/scopeWords";
import classes from "./impact.module.css";
import { reachSentence, type ReachBy, type ReachShare } from "./reach";

graphql(`
  fragment ReachChart_share on ReachShare {
    key {
      key
      label
    }
    served {
      ...FigureValue_figure @unmask
    }
    nation
  }
`);

const COLUMNS: readonly Column<ReachShare>[] = [
  { header: "Locale", value: ({ key }) => key.label },
  { header: "Share of those served", value: ({ served }) => written(served), cell: ({ served }) => valueText(served, "share"), numeric: true },
  { header: "Interval low", value: ({ served }) => served.low, cell: ({ served }) => served.low !== null && percent(served.low), numeric: true },
  { header: "Interval high", value: ({ served }) => served.high, cell: ({ served }) => served.high !== null && percent(served.high), numeric: true },
  { header: "n", value: ({ served }) => served.n, numeric: true },
  { header: "Share in the nation", value: ({ nation }) => nation, cell: ({ nation }) => percent(nation), numeric: true },
];

const MEASURE = {
  systems: { metric: "locale_mix", of: "systems served", nation: "regular districts" },
  students: { metric: "locale_student_mix", of: "students of the systems served", nation: "students of regular districts" },
} as const;

function subtitle(shares: readonly ReachShare[], by: ReachBy, asOf: string): string {
  const { of, nation } = MEASURE[by];
  const rest = shares.find(({ served }) => served.n !== null)?.served.n;
  const intervals = shares.some(({ served }) => served.low !== null) ? ", with 95% intervals" : "";
  const n = rest == null ? "" : ` n ${count(rest)} systems with a known locale,`;
  return `Share of the ${of} by locale${intervals}, beside the share of the nation's ${nation}.${n} ${n === "" ? "As" : "as"} of ${asOf}.`;
}

function Locale({ share: { key, served, nation }, by, domain }: { readonly share: ReachShare; readonly by: ReachBy; readonly domain: { readonly low: number; readonly high: number } }) {
  const filter = scopeOfKey("LOCALE", key.key);
  const records = { kind: "systems", stage: "SERVED" } as const;
  return (
    <li>
      <span>{key.label}</span>
      <IntervalStrip {...served} domain={domain} tone="accent" beside={nation} />
      <FigureValue
        label={`${key.label}, share of the ${MEASURE[by].of}`}
        metric={MEASURE[by].metric}
        figure={served}
        filter={filter}
        records={filter === null ? records : { ...records, within: filter }}
      />
      <span className={classes["nation"]}>{percent(nation)}</span>
    </li>
  );
}

interface Props {
  readonly shares: Readonly<Record<ReachBy, readonly ReachShare[]>>;
  readonly by: ReachBy;
  readonly onBy: (by: ReachBy) => void;
  readonly asOf: string;
}

/** Whom the network reaches beside who is there to be reached; by systems and by students the two often disagree. */
export function ReachChart({ shares: all, by, onBy, asOf }: Props) {
  const shares = all[by];
  const domain = zeroBased([...all.systems, ...all.students].flatMap(({ served, nation }) => [served.high ?? served.value ?? 0, nation]));
  return (
    <ChartFigure
      title={reachSentence(shares, by)}
      subtitle={subtitle(shares, by, asOf)}
      rows={shares}
      columns={COLUMNS}
      controls={
        <SegmentedControl
          size="xs"
          aria-label="Count reach by"
          value={by}
          onChange={(value) => onBy(value === "students" ? "students" : "systems")}
          data={[
            { value: "systems", label: "by systems" },
            { value: "students", label: "by students" },
          ]}
        />
      }
    >
      <ul className={classes["reach"]}>
        <li className={classes["reachHead"]}>
          <span />
          <AxisStrip domain={domain} marks={ticks(domain, 2)} format={percentMark} />
          <span>
            <span className={classes["dot"]} aria-hidden /> served
          </span>
          <span>
            <span className={classes["tick"]} aria-hidden /> nation
          </span>
        </li>
        {shares.map((share) => (
          <Locale key={share.key.key} share={share} by={by} domain={domain} />
        ))}
      </ul>
    </ChartFigure>
  );
}
