/** A step over a table: rows down, columns right. */
export type Move = readonly [rows: number, columns: number];

const parts = (at: string): readonly [number, number] => {
  const [row, column] = at.split(":").map(Number);
  return [row ?? 0, column ?? 0];
};

/**
 * The cell an arrow key leads to, over blank ones; null at the edge.
 *
 * @param at the cell now, as `row:column`.
 * @param filled the cells there are.
 */
export function nextCell(at: string, [rows, columns]: Move, filled: readonly string[]): string | null {
  const [row, column] = parts(at);
  const ahead = filled
    .map((cell) => ({ cell, place: parts(cell) }))
    .filter(({ place: [r, c] }) => (rows === 0 ? r === row && (c - column) * columns > 0 : c === column && (r - row) * rows > 0))
    .sort((a, b) => Math.abs(a.place[0] - row) + Math.abs(a.place[1] - column) - Math.abs(b.place[0] - row) - Math.abs(b.place[1] - column));
  return ahead[0]?.cell ?? null;
}
