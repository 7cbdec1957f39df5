import type { FrameworkPageQuery } from "../../gql/graphql";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { Refused } from "../../ui/Refused";
import { counted, percent, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./framework.module.css";

interface Row {
  readonly label: string;
  readonly accepted: FigureFields;
  /** What the method said of itself. */
  readonly said: number | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { header: "Suggestions", value: ({ label }) => label },
  { header: "Taken", value: ({ accepted }) => written(accepted), cell: ({ accepted }) => valueText(accepted, "share"), numeric: true },
  { header: "Low", value: ({ accepted }) => accepted.low, cell: ({ accepted }) => accepted.low !== null && percent(accepted.low), numeric: true },
  { header: "High", value: ({ accepted }) => accepted.high, cell: ({ accepted }) => accepted.high !== null && percent(accepted.high), numeric: true },
  { header: "Of", value: ({ accepted }) => accepted.n, numeric: true },
  { header: "As sure as it said", value: ({ said }) => said, cell: ({ said }) => said !== null && percent(said), numeric: true },
];

/** What became of suggested topics, beside what the method promised. */
export function AcceptanceChart({ acceptance }: { readonly acceptance: FrameworkPageQuery["suggestionAcceptance"] }) {
  const { refusal, overall, byRank, byConfidence, suggestions, undecided } = acceptance;
  if (refusal) return <Refused what="How often suggested topics are taken" {...refusal} />;
  const rows: Row[] = [
    ...byRank.map(({ rank, accepted }) => ({ label: `Suggestion ${rank}`, accepted, said: null })),
    ...byConfidence.filter(({ said }) => said !== null).map(({ from, to, said, accepted }) => ({ label: `${percent(from)} to ${percent(to)} sure`, accepted, said })),
  ];
  return (
    <ChartFigure
      title={`${valueText(overall, "share")} of suggested topics were taken.`}
      subtitle={`Share of suggestions whose topic a person tagged afterwards, with 95% intervals; ${counted(suggestions, "suggestion")}, ${undecided} of them not decided yet. The tick is how sure the method said it was.`}
      rows={rows}
      columns={COLUMNS}
    >
      <ul className={classes["confusions"]}>
        {rows.map(({ label, accepted, said }) => (
          <li key={label}>
            <span>{label}</span>
            <IntervalStrip value={accepted.value} low={accepted.low} high={accepted.high} domain={{ low: 0, high: 1 }} {...(said !== null && { beside: said })} tone="accent" />
            <FigureValue label={`Taken: ${label}`} metric="suggestion_acceptance" figure={accepted} />
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
