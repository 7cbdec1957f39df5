import type { CellFault } from "./importFile";

/** Two times of a row that must not stand the wrong way round; the later one is at fault. */
export function inOrder(
  earlier: Date | null | undefined,
  later: Date | null | undefined,
  fault: CellFault,
): readonly CellFault[] {
  return earlier && later && later < earlier ? [fault] : [];
}
