import type { CellKind } from "./cells";
import type { Rules } from "./rules";
import { Unreadable } from "./unreadable";

/** One column of an import file: how it is called, read, staged and written. */
export interface Column<Value> {
  readonly header: string;
  /** Whether a blank cell is a fault. */
  readonly required: boolean;
  /** The type of the column that holds its values while a file is imported. */
  readonly pgType: string;
  /** Whether it holds a list whose order says nothing, so that another order is no change. */
  readonly isSet?: boolean;
  /** From a blank cell too, where the column is not required. */
  read(cell: string, rules: Rules): Value | Unreadable;
  write(value: Value): string;
}

/** A column in which every row says something. */
export function required<Value>(header: string, kind: CellKind<Value>): Column<Value> {
  return {
    header,
    required: true,
    pgType: kind.pgType,
    read: (cell, rules) => (cell.trim() === "" ? new Unreadable("Missing.") : kind.read(cell, rules)),
    write: (value) => kind.write(value),
  };
}

/** A column whose blank cells read as null. */
export function optional<Value>(header: string, kind: CellKind<Value>): Column<Value | null> {
  return {
    header,
    required: false,
    pgType: kind.pgType,
    read: (cell, rules) => (cell.trim() === "" ? null : kind.read(cell, rules)),
    write: (value) => (value === null ? "" : kind.write(value)),
  };
}

/** A list separated by semicolons: empty items are dropped and repeats count once. Its order says nothing. */
export function list<Value>(header: string, kind: CellKind<Value>): Column<readonly Value[]> {
  return {
    header,
    required: false,
    pgType: `${kind.pgType}[]`,
    isSet: true,
    read: (cell, rules) => readList(cell, kind, rules),
    write: (values) => values.map((value) => kind.write(value)).join(";"),
  };
}

/** A list that names at least one, the first before the others. */
export function requiredList<Value>(header: string, kind: CellKind<Value>): Column<readonly Value[]> {
  const column = list(header, kind);
  return {
    ...column,
    required: true,
    isSet: false,
    read(cell, rules) {
      const values = column.read(cell, rules);
      return values instanceof Unreadable || values.length > 0 ? values : new Unreadable("Missing.");
    },
  };
}

function readList<Value>(cell: string, kind: CellKind<Value>, rules: Rules): readonly Value[] | Unreadable {
  const values = new Set<Value>();
  const bad = new Map<string, string>();
  for (const item of cell.split(";")) {
    const written = item.trim();
    if (written === "") continue;
    const value = kind.read(written, rules);
    if (value instanceof Unreadable) bad.set(written, value.reason);
    else values.add(value);
  }
  if (bad.size === 0) return [...values];
  const [reason] = bad.values();
  return new Unreadable(`${[...bad.keys()].join(", ")}: ${reason}`);
}
