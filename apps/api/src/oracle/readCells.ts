import { DAY, HOUR, instantsAt } from "./calendar";
import type { CsvRow } from "./readCsv";
import { STATES } from "./states";

/** What a cell cannot be read as; the column is named in the row's faults. */
const BAD = Symbol("bad");
type Read<T> = (cell: string) => T | typeof BAD;

const two = (digits: string | undefined): string => (digits ?? "").padStart(2, "0");

/** The instant at a wall time; where the clock skips it, an hour on. */
function local(day: string, hour: number, minute: string, second: string): Date | null {
  const wall = (h: number): string => `${day}T${two(String(h))}:${minute}:${second}`;
  const asUtc = new Date(`${wall(hour)}Z`);
  if (hour > 23 || Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 10) !== day) return null;
  return instantsAt(wall(hour))[0] ?? instantsAt(wall(hour + 1))[0] ?? null;
}

export function readTime(cell: string): Date | null {
  const iso = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|([+-])(\d\d):(\d\d))?)?$/.exec(cell);
  if (iso) {
    const [, day = "", hour = "00", minute = "00", second = "00", zone, sign, hours, minutes] = iso;
    if (zone === undefined) return local(day, Number(hour), minute, second);
    const utc = new Date(`${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== day) return null;
    const offset = zone === "Z" ? 0 : (Number(hours) + Number(minutes) / 60) * (sign === "-" ? -1 : 1);
    return new Date(utc.getTime() - offset * HOUR);
  }
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d) ([AP])M)?$/i.exec(cell);
  if (!us) return null;
  const [, month, date, year, hour, minute = "00", half] = us;
  if (hour !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hourOfDay = hour === undefined ? 0 : (Number(hour) % 12) + (half?.toUpperCase() === "P" ? 12 : 0);
  return local(`${year}-${two(month)}-${two(date)}`, hourOfDay, minute, "00");
}

/** Reads one row cell by cell, and remembers the columns of bad cells. */
export class RowReader {
  readonly faults = new Set<string>();
  readonly #cells: ReadonlyMap<string, string | null>;
  readonly #now: Date;

  constructor(header: readonly string[], row: CsvRow, now: Date) {
    this.#cells = new Map(header.map((column, place) => [column, row.cells[place] ?? (place < row.cells.length ? null : "")]));
    this.#now = now;
    for (const [column, cell] of this.#cells) if (cell === null) this.faults.add(column);
  }

  /** Names a bad column. */
  fault(column: string): void {
    this.faults.add(column);
  }

  #read<T>(column: string, read: Read<T>): T | null {
    const cell = this.#cells.get(column) ?? "";
    if (cell === "") return null;
    const value = read(cell);
    if (value !== BAD) return value;
    this.fault(column);
    return null;
  }

  /** What stands in for a missing required value: the row is rejected anyway. */
  required<T>(column: string, value: T | null, instead: T): T {
    if (value === null) this.fault(column);
    return value ?? instead;
  }

  text(column: string): string | null {
    return this.#read(column, (cell) => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell));
  }

  match(column: string, pattern: RegExp): string | null {
    return this.#read(column, (cell) => (pattern.test(cell) ? cell : BAD));
  }

  word<W extends string>(column: string, words: readonly W[]): W | null {
    return this.#read(column, (cell) => words.find((word) => word.toLowerCase() === cell.trim().toLowerCase()) ?? BAD);
  }

  number(column: string, isFine: (value: number) => boolean = () => true): number | null {
    return this.#read(column, (cell) => (/^-?\d+(\.\d+)?$/.test(cell) && isFine(Number(cell)) ? Number(cell) : BAD));
  }

  share(column: string): number | null {
    return this.#read(column, (cell) => {
      const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(cell) ?? [];
      const value = Number(digits) / (percent === "%" ? 100 : 1);
      return value <= 1 ? value : BAD;
    });
  }

  time(column: string): Date | null {
    return this.#read(column, (cell) => {
      const time = readTime(cell);
      return time === null || time.getTime() > this.#now.getTime() + DAY ? BAD : time;
    });
  }

  list(column: string, item: Read<string>): string[] {
    const cell = this.#cells.get(column) ?? "";
    const items = cell.split(";").map((part) => part.trim()).filter((part) => part !== "").map(item);
    if (items.includes(BAD)) this.fault(column);
    return [...new Set(items.filter((one) => one !== BAD))];
  }

  codes(column: string, codes: readonly string[]): string[] {
    return this.list(column, (item) => codes.find((code) => code === item.toUpperCase()) ?? BAD);
  }

  ids(column: string, known: ReadonlySet<string>): string[] {
    return this.list(column, (item) => (known.has(item) ? item : BAD));
  }

  states(column: string): string[] {
    return this.list(column, (item) => {
      const wanted = item.toLowerCase();
      return STATES.find(({ postal, name }) => postal.toLowerCase() === wanted || name.toLowerCase() === wanted)?.postal ?? BAD;
    });
  }

  id(column: string, known: ReadonlyMap<string, unknown>): string | null {
    return this.#read(column, (cell) => (known.has(cell) ? cell : BAD));
  }

  /** Names the later one's column where two known times stand in the wrong order. */
  order(earlier: Date | null | undefined, later: Date | null, column: string): void {
    if (earlier && later && later < earlier) this.fault(column);
  }
}
