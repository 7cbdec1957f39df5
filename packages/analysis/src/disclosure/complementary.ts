/** What a table's cell is to the choice of what else to withhold. */
export interface LineCell<Cell> {
  readonly cell: Cell;
  readonly records: number;
  /** Whether the cell is withheld for its own sake, or for another line's. */
  readonly withheld: boolean;
}

/**
 * Complementary suppression in one line of a table whose cells add up to a total: while the withheld cells together are
 * not safe, the total less the shown ones would tell what they hold, so the smallest cell shown is withheld as well.
 *
 * @param line the cells of one row or column, zeros among them.
 * @param isSafe whether cells are safe to be told together: thick, or empty.
 * @returns the cells that must be withheld beyond those that are.
 * @see Cox (1980), Suppression methodology and statistical disclosure control, J. Am. Stat. Assoc. 75(370), 377–385.
 */
export function complementary<Cell>(line: readonly LineCell<Cell>[], isSafe: (cells: readonly Cell[]) => boolean): Cell[] {
  const hidden = line.filter(({ withheld }) => withheld).map(({ cell }) => cell);
  const smallestFirst = line.filter(({ withheld }) => !withheld).toSorted((a, b) => a.records - b.records);
  const also: Cell[] = [];
  for (const { cell } of smallestFirst) {
    if (isSafe([...hidden, ...also])) break;
    also.push(cell);
  }
  return also;
}
