/** Stands where a cell's value would, when the cell could not be read. */
export class Unreadable {
  /**
   * @param reason what is wrong, in words that the sender of the file understands
   * @param value what stood in the cell, where it can be shown; else the cell's own text is shown
   */
  constructor(
    readonly reason: string,
    readonly value: string | null = null,
  ) {}
}
