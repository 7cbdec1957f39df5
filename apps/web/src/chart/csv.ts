/** A cell of an export. Numbers stay numbers; null is an empty cell. */
export type CsvCell = string | number | null;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are never text. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV (RFC 4180), after a few lines that say what they are: each note stands alone in the
 * first column and starts with `#`.
 *
 * @param notes title, filters, as-of date and source, in words.
 */
export function csvText(
  notes: readonly string[],
  headers: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  const head = notes.map((note) => written(`# ${note}`));
  const body = [headers, ...rows].map((row) => row.map(written).join(","));
  return [...head, ...body].map((line) => `${line}\r\n`).join("");
}

/** A title as the name of a file: `leaders-ask-most-for-scheduling`. */
export function fileName(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ["figure"];
  return words.join("-").slice(0, 60).replace(/-+$/, "");
}
