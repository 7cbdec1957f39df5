import type { Column } from "../../chart/DataTable";
import { bare, count, valueText, written } from "../figure/format";
import { changeNumber, qText, rowLabel, unitOf, type Names, type Row } from "./compareRows";

const VERDICTS: Record<Row["verdict"], string> = { HIGHER: "higher", LOWER: "lower", UNCLEAR: "cannot be told", NOT_COMPARED: "not compared" };

const endText = (end: number | null, row: Row) => end !== null && bare(end, unitOf(row));

function sideColumns(side: "one" | "other", name: string): readonly Column<Row>[] {
  return [
    { header: name, value: (row) => written(row[side]), cell: (row) => valueText(row[side], unitOf(row)), numeric: true },
    { header: `${name}, low`, value: (row) => row[side].low, cell: (row) => endText(row[side].low, row), numeric: true },
    { header: `${name}, high`, value: (row) => row[side].high, cell: (row) => endText(row[side].high, row), numeric: true },
    { header: `${name}, n`, value: (row) => row[side].n, cell: ({ [side]: { n } }) => n !== null && count(n), numeric: true },
  ];
}

const changeEnd = (end: "value" | "low" | "high", header: string): Column<Row> => ({
  header,
  value: ({ change }) => change[end],
  cell: (row) => row.change[end] !== null && changeNumber(row.change[end], row),
  numeric: true,
});

/** Everything that is known of a row, for its table and exports. */
export const columnsOf = ({ one, other }: Names): readonly Column<Row>[] => [
  { header: "Figure", value: rowLabel },
  // Two parts of one name are told apart by their place.
  ...sideColumns("one", one === other ? `${one} (1)` : one),
  ...sideColumns("other", one === other ? `${other} (2)` : other),
  { header: "Compared by", value: ({ by }) => by.toLowerCase() },
  changeEnd("value", "Change"),
  changeEnd("low", "Change, low"),
  changeEnd("high", "Change, high"),
  { header: "p", value: ({ pValue }) => pValue, cell: ({ pValue }) => qText(pValue), numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
  { header: "Finding", value: ({ verdict }) => VERDICTS[verdict] },
  { header: "Why not compared", value: ({ why }) => why },
];
