import { guardedTable } from "../scope/guardedTable";
import { everyKey } from "../scope/headings";
import type { Dimension } from "../scope/scope.type";
import { spanOf, type Guard, type Viewed } from "../scope/viewed";
import { exactCells, protectedCells, type PatternCell } from "./pattern";
import { patternCounts, patternFacts, type PatternQuestion } from "./need.queries";

/** A table's cells, and what is in its headings whether or not it is in a cell. */
export interface PatternTable {
  readonly cells: readonly PatternCell[];
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
}

/** Loads a table in the form in which its viewer may see it. */
export async function loadPatterns(viewed: Viewed, question: PatternQuestion): Promise<PatternTable> {
  if (viewed.guard !== null) return protectedPatterns(viewed, viewed.guard, question);
  const counts = await patternCounts(viewed.db, question);
  return { cells: exactCells(counts), rowKeys: counts.rowKeys, columnKeys: counts.columnKeys };
}

async function protectedPatterns(viewed: Viewed, guard: Guard, question: PatternQuestion): Promise<PatternTable> {
  const { rows, columns, evidence } = question;
  const kind = evidence === "REQUESTS" ? "requests" : "sessions";
  const lattice = await guard.lattice(kind);
  const facts = await patternFacts(viewed.db, question, guard.facts);
  const keysOf = (dimension: Dimension) => everyKey(dimension, viewed.names, spanOf(viewed.scope, guard));
  const cells = guardedTable(facts, {
    rows: { dimension: rows, keys: keysOf(rows) },
    columns: columns && { dimension: columns, keys: keysOf(columns) },
    hasOwnProvider: guard.facts.ownProvider !== null,
    scope: guard.conditions,
    mayShow: (conditions) => lattice.mayShow(conditions),
  });
  const [rowKeys, columnKeys] = [rows, columns].map((dimension) => (dimension ? keysOf(dimension).filter(isLookedAt(viewed, dimension)) : []));
  const [inRows, inColumns] = [new Set(rowKeys), new Set(columnKeys)];
  const lookedAt = cells.filter(({ row, column }) => inRows.has(row) && (columns === null || inColumns.has(column)));
  return { cells: protectedCells(lookedAt, columns !== null, kind, guard.protection), rowKeys: rowKeys ?? [], columnKeys: columnKeys ?? [] };
}

/** Which keys of a dimension a scope's topics choose: a domain for any topic in it. */
function isLookedAt({ scope, names }: Viewed, dimension: Dimension): (key: string) => boolean {
  if (scope.topics.length === 0 || (dimension !== "TOPIC" && dimension !== "DOMAIN")) return () => true;
  const chosen = new Set(scope.topics);
  if (dimension === "TOPIC") return (key) => chosen.has(key);
  const domains = new Set(names.topicRows.filter(({ code }) => chosen.has(code)).map(({ code, domainCode }) => domainCode ?? code));
  return (key) => domains.has(key);
}
