import type { Database } from "../../db/client";
import { countItems, type Counts } from "../scope/counts.queries";
import { baseScope } from "../scope/dimension.queries";
import { guardedFacts, type GuardedFacts } from "../scope/guardedCounts.queries";
import type { FactsProtection } from "../scope/facts.queries";
import { scopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import type { Dimension, Evidence } from "../scope/scope.type";

export interface PatternQuestion {
  readonly scope: CheckedScope;
  readonly now: Date;
  readonly rows: Dimension;
  readonly columns: Dimension | null;
  readonly evidence: Evidence;
}

/** Requests or sessions in each cell of a table, the distinct systems they come from, and what shares are of. */
export function patternCounts(db: Database, { scope, now, rows, columns, evidence }: PatternQuestion): Promise<Counts> {
  const scoped = scopedRows(baseScope(scope, [rows, columns]), now);
  return countItems(db, { scoped, rows, columns, evidence, shownTopics: scope.topics });
}

/** The same with who stands behind each cell, of every topic. */
export function patternFacts(db: Database, { scope, now, rows, columns, evidence }: PatternQuestion, protection: FactsProtection): Promise<GuardedFacts> {
  const scoped = scopedRows(baseScope(scope, [rows, columns]), now);
  return guardedFacts(db, { scoped, rows, columns, evidence, protection });
}
