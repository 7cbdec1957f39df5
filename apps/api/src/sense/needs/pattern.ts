import { wilson } from "@arl/analysis/proportion";
import { estimate, exact } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { CellFacts, Protection, RecordKind } from "../figure/protection";
import { TOO_FEW } from "../figure/protection";
import type { Counts } from "../scope/counts.queries";
import type { GuardedCell } from "../scope/guardedTable";

/** A cell of a needPatterns table, by its keys as the database gives them. */
export interface PatternCell {
  readonly row: string;
  readonly column: string | null;
  readonly count: Figure;
  readonly systems: Figure;
  readonly share: Figure;
}

/** Figures for who may see the rows. */
export function exactCells({ cells, totals }: Pick<Counts, "cells" | "totals">): PatternCell[] {
  const totalOf = new Map(totals.map(({ key, count }) => [key, count]));
  return cells.map(({ row, column, count, systems }) => ({
    row,
    column,
    count: exact(count, systems),
    systems: exact(systems, systems),
    share: estimate(wilson(count, totalOf.get(column) ?? 0)),
  }));
}

/** Figures for everybody else. */
export const protectedCells = (cells: readonly GuardedCell[], hasColumns: boolean, kind: RecordKind, protection: Protection): PatternCell[] =>
  cells.map((cell) => ({ row: cell.row, column: hasColumns ? cell.column : null, ...protectedFigures(cell, kind, protection) }));

interface CellFigures {
  readonly count: Figure;
  readonly systems: Figure;
  readonly share: Figure;
}

function protectedFigures({ facts, total, shown }: { facts: CellFacts; total: CellFacts; shown: boolean }, kind: RecordKind, protection: Protection): CellFigures {
  if (!shown) return { count: TOO_FEW, systems: TOO_FEW, share: TOO_FEW };
  return { count: protection.countFigure(facts, kind), systems: protection.systemsFigure(facts), share: protection.shareFigure(facts, total, kind) };
}
