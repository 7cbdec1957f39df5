import { isUtf8 } from "node:buffer";
import { Unreadable } from "./unreadable";

/** The longest cell that is read, in bytes of UTF-8. */
const MAX_CELL_BYTES = 64 * 1024;

/** As much of an unreadable cell as is worth showing. */
const EXCERPT_BYTES = 200;

/** Gathers one cell's bytes, however many arrive, and keeps no more than the longest cell allowed. */
export class CellBytes {
  readonly #kept = Buffer.allocUnsafe(MAX_CELL_BYTES);
  #length = 0;
  #seen = 0;
  /** All bytes or-ed together: under 0x80 the cell is plain ASCII. */
  #bits = 0;
  #hasNul = false;

  /** Bytes seen since `clear`, kept or not. */
  get length(): number {
    return this.#seen;
  }

  pushByte(byte: number): void {
    this.push([byte], 0, 1);
  }

  /** Adds the bytes from `from` up to `to`. */
  push(bytes: ArrayLike<number>, from: number, to: number): void {
    this.#seen += to - from;
    const kept = this.#kept;
    const end = Math.min(to, from + MAX_CELL_BYTES - this.#length);
    let bits = 0;
    let hasNul = false;
    for (let at = from, place = this.#length; at < end; at += 1, place += 1) {
      const byte = bytes[at] ?? 0;
      kept[place] = byte;
      bits |= byte;
      hasNul ||= byte === 0;
    }
    this.#length += end - from;
    this.#bits |= bits;
    this.#hasNul ||= hasNul;
  }

  clear(): void {
    this.#length = 0;
    this.#seen = 0;
    this.#bits = 0;
    this.#hasNul = false;
  }

  read(): string | Unreadable {
    if (this.#seen === 0) return "";
    if (this.#seen > MAX_CELL_BYTES) return new Unreadable("Longer than 64 KiB.", this.excerpt());
    if (this.#hasNul) return new Unreadable("Holds a NUL character.", this.excerpt());
    if (this.#bits < 0x80) return this.#kept.toString("latin1", 0, this.#length);
    if (!isUtf8(this.#kept.subarray(0, this.#length))) return new Unreadable("Is not UTF-8 text.", this.excerpt());
    return this.#kept.toString("utf8", 0, this.#length);
  }

  /** The beginning of the cell as text, with � for what is none. */
  excerpt(): string {
    const start = this.#kept.toString("utf8", 0, Math.min(this.#length, EXCERPT_BYTES)).replaceAll("\0", "�");
    return this.#seen > EXCERPT_BYTES ? `${start}…` : start;
  }
}
