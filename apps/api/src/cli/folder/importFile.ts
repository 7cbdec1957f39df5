import type { Column } from "./column";
import type { Rules } from "./rules";

/** A cell that keeps its row from being taken, and why. */
export interface CellFault {
  /** The column's header. */
  readonly column: string;
  readonly reason: string;
}

/** What one of the import files holds: the one place where its format stands, for reading and writing alike. */
export interface ImportFile<Row> {
  /** The file's name without `.csv`. */
  readonly name: string;
  /** By field, in the order in which they are written. The first is the row's id. */
  readonly columns: { readonly [Field in keyof Row]: Column<Row[Field]> };
  /** Sets of headers of which one must be there, beside those of the required columns. */
  readonly headersAnyOf?: readonly (readonly string[])[];
  /** Faults that only show between the cells of a row. Fields that could not be read are absent. */
  check?(row: Partial<Row>, rules: Rules): readonly CellFault[];
}
