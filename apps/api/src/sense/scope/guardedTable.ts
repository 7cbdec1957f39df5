import { alsoWithheld, maybeShown, nothing, type CellFacts } from "../figure/protection";
import { placeKey, type GuardedFacts } from "./guardedCounts.queries";
import type { Dimension } from "./scope.type";

/** A place of a protected table, whether or not there is anything in it. */
export interface GuardedCell {
  readonly row: string;
  /** "" without columns. */
  readonly column: string;
  readonly facts: CellFacts;
  /** All of the column. */
  readonly total: CellFacts;
  readonly shown: boolean;
}

/** Dimensions by which records have several keys or none: what their cells add up to is no total. */
const OVERLAPPING: ReadonlySet<Dimension> = new Set(["TOPIC", "DOMAIN", "PROVIDER"]);

/** Dimensions that are the system's own, so that no system is in two of their cells. */
const OF_SYSTEMS: ReadonlySet<Dimension> = new Set(["STATE", "REGION", "LOCALE", "TITLE_I", "POVERTY_BAND", "ENROLLMENT_BAND", "GOVERNANCE"]);

export interface TableShape {
  readonly rows: { readonly dimension: Dimension; readonly keys: readonly string[] };
  readonly columns: { readonly dimension: Dimension; readonly keys: readonly string[] } | null;
  readonly hasOwnProvider: boolean;
  /** Whether anything of the table may be shown. */
  readonly mayShow: boolean;
}

/** Every place of a table, row by row, with what is thin withheld, and with it what would give it away. */
export function guardedTable({ cells, totals }: GuardedFacts, { rows, columns, hasOwnProvider, mayShow }: TableShape): GuardedCell[] {
  const empty = nothing(hasOwnProvider);
  const table = rows.keys.map((row) =>
    (columns?.keys ?? [""]).map((column): GuardedCell => {
      const facts = cells.get(placeKey(row, column)) ?? empty;
      return { row, column, facts, total: totals.get(column) ?? empty, shown: mayShow && maybeShown(facts) };
    }),
  );
  const acrossColumns = (shown: GuardedCell[][]) => (columns === null ? shown : shown.map((line) => withComplement(line, columns.dimension)));
  const downRows = (shown: GuardedCell[][]) => transposed(transposed(shown).map((line) => withComplement(line, rows.dimension)));
  return settled(table, (shown) => downRows(acrossColumns(shown))).flat();
}

/** Withholding for the sake of a row can leave a column with too little withheld, and the other way round. */
function settled(table: GuardedCell[][], step: (table: GuardedCell[][]) => GuardedCell[][]): GuardedCell[][] {
  const countShown = (each: GuardedCell[][]) => each.flat().filter(({ shown }) => shown).length;
  const next = step(table);
  return countShown(next) === countShown(table) ? next : settled(next, step);
}

function withComplement(line: GuardedCell[], along: Dimension): GuardedCell[] {
  if (OVERLAPPING.has(along)) return line;
  const also = new Set(alsoWithheld(line, OF_SYSTEMS.has(along)));
  return also.size === 0 ? line : line.map((cell) => (also.has(cell) ? { ...cell, shown: false } : cell));
}

const transposed = (table: GuardedCell[][]): GuardedCell[][] => (table[0] ?? []).map((_, column) => table.flatMap((line) => line[column] ?? []));
