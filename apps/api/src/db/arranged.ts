import { notFound } from "../errors";

/** One row for each id asked for, in the order asked; NOT_FOUND in the place of one that is not there. */
export function arranged<Row>(noun: string, ids: readonly string[], rows: readonly Row[], idOf: (row: Row) => string): (Row | Error)[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.map((id) => byId.get(id) ?? notFound(noun, id));
}

/** The rows of each id asked for, in the order asked; none is an empty list. */
export function grouped<Row>(ids: readonly string[], rows: readonly Row[], idOf: (row: Row) => string): Row[][] {
  const byId = Map.groupBy(rows, idOf);
  return ids.map((id) => byId.get(id) ?? []);
}
