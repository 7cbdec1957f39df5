import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { scopeOfKey } from "../scope/scopeWords";
import classes from "./impact.module.css";
import { localeSentence } from "./impactFinding";

interface Cell {
  readonly row: { readonly key: string; readonly label: string } | null;
  readonly count: FigureFields;
  readonly share: FigureFields;
}

const COLUMNS: readonly Column<Cell>[] = [
  { header: "Locale", value: ({ row }) => row?.label ?? "" },
  { header: "Systems", value: ({ count }) => written(count), numeric: true },
  { header: "Share", value: ({ share }) => written(share), cell: ({ share }) => valueText(share, "share"), numeric: true },
  { header: "Interval low", value: ({ share }) => share.low, cell: ({ share }) => share.low !== null && percent(share.low), numeric: true },
  { header: "Interval high", value: ({ share }) => share.high, cell: ({ share }) => share.high !== null && percent(share.high), numeric: true },
];

/** Where served systems are: city, suburb, town or country. */
export function LocaleMixChart({ mix, asOf }: { readonly mix: readonly Cell[]; readonly asOf: string }) {
  const domain = zeroBased(mix.map(({ share }) => share.high ?? share.value ?? 0));
  return (
    <ChartFigure
      title={localeSentence(mix)}
      subtitle={`Share of served systems with a known locale, with 95% intervals. n ${mix[0]?.share.n ?? 0} systems, as of ${asOf}.`}
      rows={mix}
      columns={COLUMNS}
    >
      <ul className={classes["rows"]}>
        <li aria-hidden>
          <span />
          <AxisStrip domain={domain} marks={ticks(domain)} format={percentMark} />
          <span />
        </li>
        {mix.map(({ row, share }) => {
          const filter = scopeOfKey("LOCALE", row?.key ?? "");
          const records = { kind: "systems", stage: "SERVED" } as const;
          return (
            <li key={row?.key}>
              <span>{row?.label}</span>
              <IntervalStrip {...share} domain={domain} tone="accent" bar />
              <FigureValue
                label={`${row?.label ?? ""} systems, share of served`}
                metric="locale_mix"
                figure={share}
                filter={filter}
                records={filter === null ? records : { ...records, within: filter }}
              />
            </li>
          );
        })}
      </ul>
    </ChartFigure>
  );
}
