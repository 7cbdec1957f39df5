import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Column } from "./column";
import type { FileLoad } from "./fileLoad";
import { columnsOf } from "./header";
import type { ImportFile } from "./importFile";
import type { ReadRow } from "./rowReader";

/** Rows travel to the database this many at a time, or fewer where they are long. */
const BATCH_ROWS = 2000;
const BATCH_CHARACTERS = 4 * 1024 * 1024;

/** As much of a bad cell, and of what is wrong with it, as is kept to be told. */
const MAX_TOLD_CHARACTERS = 1000;

interface StagedColumn {
  readonly name: string;
  readonly pgType: string;
}

/** The rows of one file on their way into the network: see {@link FileLoad} for the tables they pass. */
export class Staging<Row> {
  readonly #tx: Database;
  readonly #load: FileLoad<Row>;
  readonly #fields: readonly [keyof Row, Column<Row[keyof Row]>][];
  readonly #places: ReadonlyMap<string, number>;
  #rows: string[] = [];
  #faults: string[] = [];
  #characters = 0;

  constructor(tx: Database, load: FileLoad<Row>) {
    this.#tx = tx;
    this.#load = load;
    this.#fields = fieldsOf(load.file);
    this.#places = new Map(columnsOf(load.file).map(({ header }, at) => [header, at]));
  }

  async create(): Promise<void> {
    const columns = stagedColumns(this.#load).map(({ name, pgType }) => `${name} ${pgType}`);
    await this.#tx.execute(sql`drop table if exists staged, faults, fresh, changed`);
    await this.#tx.execute(sql`create temporary table staged (${sql.raw(columns.join(", "))}) on commit drop`);
    await this.#tx.execute(sql`
      create temporary table faults (line integer, place integer, column_name text, value text, reason text) on commit drop`);
  }

  /** @returns whether enough has gathered for `flush` */
  add({ line, fields, cells, faults }: ReadRow<Row>): boolean {
    const staged: Record<string, unknown> = { line };
    for (const [field, { header }] of this.#fields) staged[header] = fields[field] ?? null;
    for (const { name, of } of this.#load.derived ?? []) staged[name] = faults.length === 0 ? of(fields) : null;
    staged["cells"] = Object.fromEntries(this.#load.faultColumns.map((header) => [header, cells[header]]));
    this.#gather(this.#rows, staged);
    for (const { column, value, reason } of faults) {
      const place = this.#places.get(column) ?? this.#places.size;
      this.#gather(this.#faults, { line, place, column_name: column, value: shortened(value), reason: shortened(reason) });
    }
    return this.#rows.length >= BATCH_ROWS || this.#characters >= BATCH_CHARACTERS;
  }

  async flush(): Promise<void> {
    const columns = stagedColumns(this.#load);
    if (this.#rows.length > 0) await this.#insert("staged", columns, this.#rows);
    if (this.#faults.length > 0) await this.#insert("faults", FAULT_COLUMNS, this.#faults);
    this.#rows = [];
    this.#faults = [];
    this.#characters = 0;
  }

  /** Asks the database about the cells that only it can judge, and keeps the rows that are to be written. */
  async settle(): Promise<void> {
    await this.#tx.execute(sql`analyze staged`);
    for (const query of this.#load.faults) {
      await this.#tx.execute(sql`
        insert into faults (line, place, column_name, value, reason)
        select found.line, ${this.#placeOf()}, column_name, left(coalesce(staged.cells ->> column_name, ''), ${MAX_TOLD_CHARACTERS}::int), left(found.reason, ${MAX_TOLD_CHARACTERS}::int)
        from (${sql.raw(query)}) found join staged on staged.line = found.line`);
    }
    await this.#tx.execute(sql`analyze faults`);
    const { file, held, settled = {}, derived = [] } = this.#load;
    const [id] = columnsOf(file).map(({ header }) => header);
    const kept = columnsOf(file).map(({ header, isSet }) => `${settled[header] ?? (isSet ? inOneOrder(header) : header)} as ${header}`);
    await this.#tx.execute(sql.raw(`
      create temporary table fresh on commit drop as
      select distinct on (staged.${id}) line, ${[...kept, ...derived.map(({ name }) => name)].join(", ")},
        count(*) over (partition by staged.${id})::integer as copies
      from staged where not exists (select from faults where faults.line = staged.line)
      order by staged.${id}, line desc`));
    await this.#tx.execute(sql`analyze fresh`);
    const compared = (row: string) => columnsOf(file).map(({ header }) => `${row}.${header}`).join(", ");
    await this.#tx.execute(sql.raw(`
      create temporary table changed on commit drop as
      select fresh.*, held.${id} is null as is_new from fresh left join (${held}) held on held.${id} = fresh.${id}
      where (${compared("fresh")}) is distinct from (${compared("held")})`));
    await this.#tx.execute(sql`analyze changed`);
  }

  /** The first fault that `settle` and the rows themselves brought; null where there is none. */
  async firstFault(): Promise<{ line: number; column: string; reason: string } | null> {
    const [fault] = await this.#tx.execute<{ line: number; column: string; reason: string }>(
      sql`select line, column_name as "column", reason from faults order by line, place limit 1`,
    );
    return fault ?? null;
  }

  #gather(into: string[], row: Readonly<Record<string, unknown>>): void {
    const json = JSON.stringify(row);
    into.push(json);
    this.#characters += json.length;
  }

  async #insert(table: string, columns: readonly StagedColumn[], rows: readonly string[]): Promise<void> {
    const typed = columns.map(({ name, pgType }) => `${name} ${pgType}`).join(", ");
    const names = columns.map(({ name }) => name).join(", ");
    await this.#tx.execute(sql`
      insert into ${sql.identifier(table)} (${sql.raw(names)})
      select ${sql.raw(names)} from json_to_recordset(${`[${rows.join(",")}]`}::text::json) as row (${sql.raw(typed)})`);
  }

  /** A column's place in the file, so that the faults of a row are told from left to right. */
  #placeOf(): SQL {
    const headers = [...this.#places.keys()];
    return sql`array_position(string_to_array(${headers.join(",")}, ','), column_name) - 1`;
  }
}

const FAULT_COLUMNS: readonly StagedColumn[] = [
  { name: "line", pgType: "integer" },
  { name: "place", pgType: "integer" },
  { name: "column_name", pgType: "text" },
  { name: "value", pgType: "text" },
  { name: "reason", pgType: "text" },
];

function stagedColumns<Row>({ file, derived = [] }: FileLoad<Row>): StagedColumn[] {
  return [
    { name: "line", pgType: "integer" },
    ...columnsOf(file).map(({ header, pgType }) => ({ name: header, pgType })),
    ...derived.map(({ name, pgType }) => ({ name, pgType })),
    { name: "cells", pgType: "json" },
  ];
}

function fieldsOf<Row>(file: ImportFile<Row>): [keyof Row, Column<Row[keyof Row]>][] {
  return Object.entries(file.columns) as [keyof Row, Column<Row[keyof Row]>][];
}

/** PostgreSQL takes no half of a surrogate pair, which a cut can leave. */
function shortened(text: string): string {
  return text.slice(0, MAX_TOLD_CHARACTERS).toWellFormed();
}

function inOneOrder(header: string): string {
  return `case when cardinality(${header}) < 2 then ${header} else array(select item from unnest(${header}) item order by item collate "C") end`;
}
