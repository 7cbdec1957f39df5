import { open, rm, type FileHandle } from "node:fs/promises";
import { csvLine } from "./csvLine";

/** One bad cell of a row that was not taken. */
export interface Reject {
  /** The file's name, with its ending. */
  readonly file: string;
  /** The physical line on which the row starts. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** Enough of a value to find it again. */
const MAX_VALUE_CHARACTERS = 200;
const MAX_REASON_CHARACTERS = 500;

const HEADER = csvLine(["file", "line", "column", "value", "reason"]);

/** Writes what was not taken, and why, for the sender to mend. Where all is taken there is no such file. */
export class RejectsFile {
  readonly #path: string;
  #handle: FileHandle | null = null;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Removes what an earlier import left at `path`. */
  static async start(path: string): Promise<RejectsFile> {
    await rm(path, { force: true });
    return new RejectsFile(path);
  }

  async write(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    if (!this.#handle) {
      this.#handle = await open(this.#path, "w");
      await this.#handle.appendFile(HEADER);
    }
    const lines = rejects.map(({ file, line, column, value, reason }) =>
      csvLine([file, String(line), column, cut(value, MAX_VALUE_CHARACTERS), cut(reason, MAX_REASON_CHARACTERS)]),
    );
    await this.#handle.appendFile(lines.join(""));
  }

  /** Where the rejects are; null where there are none. */
  get path(): string | null {
    return this.#handle && this.#path;
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }
}

function cut(text: string, most: number): string {
  // Twice as many code units hold at least that many characters, and a long text is not taken apart whole.
  const characters = Array.from(text.slice(0, most * 2));
  const isShort = text.length <= most * 2 && characters.length <= most;
  return isShort ? text : `${characters.slice(0, most).join("")}…`;
}
