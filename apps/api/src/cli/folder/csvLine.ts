import { guardFormula } from "./formulaGuard";

/** One line of a CSV file (RFC 4180, ending in LF) that a spreadsheet can open without running anything. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(guardFormula(cell))).join(",")}\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
