import type { Database } from "../../db/client";
import type { ImportFile } from "./importFile";

/** A column that a row does not say, but that follows from what it says. */
interface DerivedColumn<Row> {
  readonly name: string;
  readonly pgType: string;
  of(row: Partial<Row>): string | null;
}

/**
 * How the rows of one file reach the database. While a file is read its rows stand in the temporary table `staged`
 * (its columns called as the file's headers, and `line`); those without fault, the last of each id, move on to
 * `fresh`, and of these the ones that the network does not hold already to `changed`.
 * All SQL here is constant text.
 */
export interface FileLoad<Row> {
  readonly file: ImportFile<Row>;
  /** Selects what the network holds, in the file's columns: what an export writes, and what a row is compared with. */
  readonly held: string;
  /** Queries of `staged` that give `line`, `column_name` and `reason` of cells that the database contradicts. */
  readonly faults: readonly string[];
  /** Headers of the columns that `faults` may name. */
  readonly faultColumns: readonly string[];
  /** Expressions over `staged` for columns that a row may leave to the network, by header. */
  readonly settled?: Readonly<Record<string, string>>;
  readonly derived?: readonly DerivedColumn<Row>[];
  /** Makes the network hold the rows of `changed`; `is_new` tells those whose id it did not know. */
  write(tx: Database, now: Date): Promise<void>;
}

/** A query of the rows whose `column` names something that is not there. */
export function unknownReference(column: string, table: string, reason: string): string {
  return `select line, '${column}' as column_name, '${reason}' as reason from staged
    where ${column} is not null and not exists (select from ${table} t where t.id = staged.${column})`;
}

/** A query of the rows whose list `column` names something that is not there. */
export function unknownReferences(column: string, table: string, reason: string): string {
  return `select line, '${column}' as column_name, string_agg(item, ', ') || ': ${reason}' as reason
    from staged, unnest(${column}) as item
    where not exists (select from ${table} t where t.id = item) group by line`;
}

/** An expression for the items that `table` lists for one row, in an order that does not change. */
export function listed(item: string, table: string, condition: string): string {
  return `array(select ${item} from ${table} where ${condition} order by ${item} collate "C")`;
}
