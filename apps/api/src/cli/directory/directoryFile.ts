import type { CsvRow } from "../folder/csvScanner";
import type { Rules } from "../folder/rules";
import { Unreadable } from "../folder/unreadable";
import { plainHeaders } from "./elsiHeaders";

/** The header row of a directory file, its headers replaced by those of the plain format, and the rows below it. */
export interface DirectoryFile {
  /** Undefined where no row looks like a header. */
  readonly header: CsvRow | undefined;
  readonly rows: AsyncIterable<CsvRow>;
}

/** What the table generator writes above its header. */
const MAX_PREAMBLE_ROWS = 30;

/** Not applicable, missing, below the quality standard: no value. */
const NO_VALUE = new Set(["†", "–", "—", "‡"]);

const FOOTNOTE = /^(?:data source|notes?)\s*:|^[†–—‡]/i;

/** Finds the header of a plain or an ELSI file and makes its rows look like those of a plain one. */
export async function openDirectory(rows: AsyncGenerator<CsvRow>, rules: Rules): Promise<DirectoryFile> {
  const passed: CsvRow[] = [];
  while (passed.length < MAX_PREAMBLE_ROWS) {
    const next = await rows.next();
    if (next.done) break;
    passed.push(next.value);
    const headers = next.value.cells.map((cell) => (typeof cell === "string" ? cell.trim() : ""));
    const plain = plainHeaders(headers);
    if (plain) return { header: { ...next.value, cells: plain }, rows: plainRows(rows, plain, rules) };
  }
  // No header that is known: the first row is taken for it, so that what it lacks is told.
  return { header: passed[0], rows: noRows() };
}

async function* noRows(): AsyncGenerator<CsvRow> {}

async function* plainRows(rows: AsyncIterable<CsvRow>, headers: readonly string[], rules: Rules): AsyncGenerator<CsvRow> {
  const place = { leaid: headers.indexOf("leaid"), state: headers.indexOf("state") };
  for await (const row of rows) {
    if (isFootnote(row, place.leaid)) continue;
    const cells = row.cells.map(withoutMarks);
    const id = cells[place.leaid];
    const state = cells[place.state];
    if (typeof id === "string" && typeof state === "string") cells[place.leaid] = withItsZero(id, state, rules);
    yield { ...row, cells };
  }
}

/** Footnotes stand in the first cell, or run over the next where they hold a comma, and have no id. */
function isFootnote({ cells: [first, ...others] }: CsvRow, idPlace: number): boolean {
  const id = idPlace === 0 ? first : others[idPlace - 1];
  const isDistrict = typeof id === "string" && /^(?:=")?\d{6,7}"?$/.test(id.trim());
  if (isDistrict || typeof first !== "string") return false;
  return FOOTNOTE.test(first.trim());
}

function withoutMarks(cell: string | Unreadable): string | Unreadable {
  if (cell instanceof Unreadable) return cell;
  // ELSI writes ids as ="0100005" at times, so that spreadsheets keep their zeros.
  const text = (/^="(.*)"$/.exec(cell.trim())?.[1] ?? cell).trim();
  return NO_VALUE.has(text) ? "" : text;
}

/** An id whose leading zero a spreadsheet took away, where its state begins with that zero. */
function withItsZero(id: string, state: string, { states, statesByFips }: Rules): string {
  const whole = `0${id}`;
  const itsState = states.get(state.toUpperCase());
  return /^\d{6}$/.test(id) && itsState !== undefined && statesByFips.get(whole.slice(0, 2)) === itsState ? whole : id;
}
