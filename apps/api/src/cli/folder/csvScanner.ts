import { CellBytes } from "./cellBytes";
import { Unreadable } from "./unreadable";

/** One record of a CSV file. */
export interface CsvRow {
  /** The physical line on which the record starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly (string | Unreadable)[];
  /** Whether the quoting broke in the last of `cells`, so that the cells after it are not known. */
  readonly broken: boolean;
}

/** What a record may hold before the rest of it is no longer kept, so that no file can fill the memory. */
const MAX_CELLS = 4096;
const MAX_ROW_BYTES = 8 * 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

type State = "cellStart" | "plain" | "quoted" | "quoteInQuoted" | "skipLine";

/**
 * Cuts bytes into CSV records, one at a time: feed it with `scan`, then `finish`, and `take` what each call completed.
 * It works on bytes because no byte of a character outside ASCII can be mistaken for a comma, quote or line end.
 */
export class CsvScanner {
  #state: State = "cellStart";
  #line = 1;
  #afterCr = false;
  #cell = new CellBytes();
  #cells: (string | Unreadable)[] = [];
  #rowLine = 1;
  #rowBytes = 0;
  #started = false;
  #broken = false;
  #done: CsvRow | null = null;
  /** Where reading goes on should the open quote turn out never to be closed: the line after it. */
  #resumeAt: number | null = null;
  #resumeLine = 0;

  /** The record that the last call completed, if it did. */
  take(): CsvRow | null {
    const row = this.#done;
    this.#done = null;
    return row;
  }

  /**
   * Reads on until a record is complete or the bytes end.
   *
   * @param start the place of the first byte in the file
   * @returns the place from which to read next; before `start` where a quote was not closed
   */
  scan(bytes: Uint8Array, start: number): number {
    for (let at = 0; at < bytes.length; at += 1) {
      const end = this.#endOfRun(bytes, at);
      if (end > at) {
        this.#takeRun(bytes, at, end);
        if (end === bytes.length) break;
        at = end;
      }
      const byte = bytes[at] ?? 0;
      const next = start + at + 1;
      const secondOfPair = this.#afterCr && byte === LF;
      this.#afterCr = byte === CR;
      if (secondOfPair && this.#state !== "quoted") continue;

      this.#started = true;
      if (this.#state === "quoted") this.#readQuoted(byte, next, secondOfPair);
      else this.#readMark(byte);
      if (this.#done) return this.#goBack() ?? next;
    }
    return start + bytes.length;
  }

  /**
   * Completes the record that the end of the file leaves open, if there is one.
   *
   * @param end the length of the file
   * @returns the place from which to read next
   */
  finish(end: number): number {
    if (!this.#started) return end;
    if (this.#state === "quoted") this.#breakOff("The quote that opens this cell is never closed.");
    if (!this.#done) this.#endRow();
    return this.#goBack() ?? end;
  }

  /** Where the bytes end that only add to the cell, or to what is skipped: most of a file is read in such runs. */
  #endOfRun(bytes: Uint8Array, from: number): number {
    const state = this.#state;
    if (state === "quoteInQuoted" || (state === "cellStart" && bytes[from] === QUOTE)) return from;
    const endsAtComma = state !== "quoted" && state !== "skipLine";
    const endsAtQuote = state === "quoted";
    let at = from;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte > COMMA) continue;
      if (byte === LF || byte === CR || (byte === COMMA && endsAtComma) || (byte === QUOTE && endsAtQuote)) break;
    }
    return at;
  }

  #takeRun(bytes: Uint8Array, from: number, to: number): void {
    this.#started = true;
    this.#afterCr = false;
    if (this.#state === "skipLine") return;
    if (this.#state === "cellStart") this.#state = "plain";
    this.#cell.push(bytes, from, to);
  }

  #readQuoted(byte: number, next: number, secondOfPair: boolean): void {
    if (byte === QUOTE) {
      this.#state = "quoteInQuoted";
      return;
    }
    if (secondOfPair) {
      if (this.#resumeAt === next - 1) this.#resumeAt = next;
    } else if (byte === LF || byte === CR) {
      this.#line += 1;
      if (this.#resumeAt === null) {
        this.#resumeAt = next;
        this.#resumeLine = this.#line;
      }
    }
    this.#cell.pushByte(byte);
  }

  /** A byte outside quotes that is more than text: a comma, the end of a line, a quote, or what follows a closing quote. */
  #readMark(byte: number): void {
    if (byte === LF || byte === CR) {
      this.#line += 1;
      this.#endRow();
    } else if (this.#state === "skipLine") {
      return;
    } else if (byte === COMMA) {
      this.#endCell();
    } else if (this.#state === "quoteInQuoted") {
      if (byte === QUOTE) {
        this.#cell.pushByte(byte);
        this.#state = "quoted";
      } else {
        const within = this.#resumeAt === null;
        this.#breakOff(
          within ? "Text follows the quote that closes this cell." : "The quote that opens this cell is not closed where a cell could end.",
        );
      }
    } else {
      this.#state = "quoted";
    }
  }

  #breakOff(reason: string): void {
    this.#cells.push(new Unreadable(reason, this.#cell.excerpt()));
    this.#cell.clear();
    this.#broken = true;
    this.#state = "skipLine";
    if (this.#resumeAt !== null) this.#endRow();
  }

  #endCell(): void {
    if (this.#cells.length < MAX_CELLS) {
      this.#rowBytes += this.#cell.length;
      this.#cells.push(
        this.#rowBytes > MAX_ROW_BYTES ? new Unreadable("The row is longer than 8 MiB.", this.#cell.excerpt()) : this.#cell.read(),
      );
    } else if (this.#cells.length === MAX_CELLS && this.#cell.length > 0) {
      this.#cells.push(new Unreadable("The row has more than 4,096 cells.", this.#cell.excerpt()));
    }
    this.#cell.clear();
    this.#state = "cellStart";
    this.#resumeAt = null;
  }

  #endRow(): void {
    const resumeAt = this.#resumeAt;
    if (!this.#broken) this.#endCell();
    this.#done = { line: this.#rowLine, cells: this.#cells, broken: this.#broken };
    this.#cells = [];
    this.#rowBytes = 0;
    this.#state = "cellStart";
    this.#started = false;
    this.#resumeAt = this.#broken ? resumeAt : null;
    this.#broken = false;
    this.#rowLine = this.#line;
  }

  /** After a record that broke across lines: the place of its second line, from which the file is read again. */
  #goBack(): number | null {
    const resumeAt = this.#resumeAt;
    if (resumeAt === null) return null;
    this.#resumeAt = null;
    this.#line = this.#resumeLine;
    this.#rowLine = this.#line;
    this.#afterCr = false;
    return resumeAt;
  }
}
