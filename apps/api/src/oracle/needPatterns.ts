import { keyOf, type Cell, type Key } from "./cell";
import { isTopical, keysListed, keysOf, type Dimension } from "./dimensions";
import { evidenceIn, systemsOf, type Evidence, type EvidenceKind } from "./evidence";
import { count, share } from "./figure";
import { topicsMeant } from "./framework";
import type { Network } from "./network";
import type { Scope } from "./scope";

export interface NeedPatterns {
  readonly rows: readonly Key[];
  readonly columns: readonly Key[];
  readonly cells: readonly Cell[];
}

/**
 * Requests or sessions counted under the keys of one or two dimensions. Where topics or domains are shown, the
 * scope's topics choose which of them; else they select what is counted.
 */
export function needPatterns(
  network: Network,
  scope: Scope,
  now: Date,
  rows: Dimension = "TOPIC",
  columns: Dimension | null = null,
  kind: EvidenceKind = "REQUESTS",
): NeedPatterns {
  const topical = isTopical(rows) || (columns !== null && isTopical(columns));
  const shown = topical && scope.topics != null ? topicsMeant(scope.topics) : null;
  const evidence = evidenceIn(network, topical ? { ...scope, topics: null } : scope, now, kind);

  const rowKeys = keysListed(network, rows, evidence, shown);
  const columnKeys = columns === null ? [] : keysListed(network, columns, evidence, shown);
  const cells = rowKeys.flatMap((row) =>
    (columns === null ? [null] : columnKeys).map((column): Cell => {
      const falls = (chosen: ReadonlySet<string> | null) => (one: Evidence) =>
        columns === null || column === null || keysOf(one, columns, chosen).includes(column.key);
      // What a share is of does not depend on which topics are shown.
      const inColumn = evidence.filter(falls(null));
      const inCell = evidence.filter(falls(shown)).filter((one) => keysOf(one, rows, shown).includes(row.key));
      return {
        row: keyOf(row.key, row.label),
        column,
        count: count(inCell.length, systemsOf(inCell)),
        systems: count(systemsOf(inCell)),
        share: share(inCell.length, inColumn.length),
      };
    }),
  );
  return { rows: rowKeys, columns: columnKeys, cells: cells.filter((cell) => cell.count.value !== 0) };
}
