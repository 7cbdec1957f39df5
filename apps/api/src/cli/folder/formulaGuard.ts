/**
 * Text that a spreadsheet would run when it opens a file is written with an apostrophe before it. Text that
 * already looks guarded gets one more, so that taking one off always gives back what was written.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function guardFormula(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that {@link guardFormula} puts on. */
export function unguardFormula(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
