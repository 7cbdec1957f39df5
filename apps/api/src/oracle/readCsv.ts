/** A record of a CSV file. */
export interface CsvRow {
  /** The physical line on which it starts. */
  readonly line: number;
  /** Null where the bytes are no UTF-8, too many, or hold a NUL. */
  readonly cells: readonly (string | null)[];
  /** False where a quotation mark is never closed. */
  readonly closed: boolean;
}

const MAX_BYTES = 64 * 1024;

/** @param bytes one character for each byte. */
function decode(bytes: string): string | null {
  if (bytes.length > MAX_BYTES || bytes.includes("\0")) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, "latin1"));
  } catch {
    return null;
  }
}

/** RFC 4180, byte by byte; a mark of byte order at the start says nothing. */
export function readCsv(file: Uint8Array): CsvRow[] {
  const all = Buffer.from(file).toString("latin1");
  const bytes = all.startsWith("\u00ef\u00bb\u00bf") ? all.slice(3) : all;
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let inQuotes = false;
  let line = 1;
  let start = 1;
  const endRow = (): void => {
    rows.push({ line: start, cells: [...cells, cell].map(decode), closed: !inQuotes });
    [cells, cell, start] = [[], "", line];
  };
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes.charAt(i);
    if (byte === "\n") line += 1;
    if (inQuotes && byte === '"' && bytes.charAt(i + 1) === '"') {
      cell += '"';
      i += 1;
    } else if (byte === '"') inQuotes = !inQuotes;
    else if (inQuotes) cell += byte;
    else if (byte === ",") [cells, cell] = [[...cells, cell], ""];
    else if (byte === "\r" && bytes.charAt(i + 1) === "\n") continue;
    else if (byte === "\n") endRow();
    else cell += byte;
  }
  if (cells.length > 0 || cell !== "" || inQuotes) endRow();
  return rows;
}
