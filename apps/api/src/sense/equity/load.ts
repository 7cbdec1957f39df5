import type { Database } from "../../db/client";
import { headingsFor } from "../scope/headings";
import { scopedRows } from "../scope/rows.queries";
import type { Dimension } from "../scope/scope.type";
import type { Guard, Viewed } from "../scope/viewed";
import { reachConcentration } from "./concentration";
import { servedSizes } from "./concentration.queries";
import type { ReachConcentration } from "./concentration.type";
import { followUp, funnelDimension, reachFunnel } from "./funnel";
import { funnelCounts } from "./funnel.queries";
import type { ReachFunnel } from "./funnel.type";
import { placeDimension, placeKeys, type PlaceDimension } from "./place";
import { protectedRepresentation, shownCell, type ShownCells } from "./protectedRepresentation";
import { exactRepresentation } from "./representation";
import { guardedServed, servedGroups } from "./representation.queries";
import type { Representation } from "./representation.type";
import { universeBy } from "./universe.queries";

/**
 * Loads whom the network reaches beside who is there, in the form in which its viewer may see it.
 *
 * @param openDb the viewer's own transaction, which reads the directory; where figures are protected, that of `viewed` may not.
 * @throws DomainError BAD_USER_INPUT for a dimension by which the country's districts are not counted.
 */
export async function loadRepresentation(viewed: Viewed, by: Dimension, openDb: Database = viewed.db): Promise<Representation> {
  const dimension = placeDimension(by);
  const { db, scope, now, names, guard } = viewed;
  const universe = await universeBy(openDb, scope, dimension);
  const compared = { by: dimension, keys: placeKeys(dimension, names), universe };
  if (guard === null) return exactRepresentation(compared, await servedGroups(db, scopedRows(scope, now), dimension));
  return protectedRepresentation(compared, await shownCells(viewed, guard, dimension), guard.protection);
}

/** Which cells the lattice allows: of a whole, of each group, and of those of no known group. */
async function shownCells({ db, scope, now }: Viewed, guard: Guard, by: PlaceDimension): Promise<ShownCells> {
  const lattice = await guard.lattice("sessions");
  const facts = await guardedServed(db, scopedRows(scope, now), by, guard.facts);
  const found = (row: "systems" | "students", column: string) => facts.find((each) => each.row === row && each.column === column);
  const { conditions } = guard;
  const sized = [...conditions, "STUDENTS_KNOWN=true"];
  const mayShow = lattice.mayShow(conditions);
  const at = (row: "systems" | "students", key: string) => shownCell(found(row, key), lattice.mayShow([...(row === "systems" ? conditions : sized), `${by}=${key}`]));
  const unknown = at("systems", "UNKNOWN");
  // Of all dimensions only locales have a cell of their own for those that are known; of the others the unknown are taken off.
  if (by === "LOCALE") {
    const areSized = mayShow && lattice.leavesNoThinRest(conditions, [...sized, "LOCALE_KNOWN=true"]);
    return {
      systems: { whole: shownCell(found("systems", "known"), lattice.mayShow([...conditions, "LOCALE_KNOWN=true"])), off: undefined, of: (key) => at("systems", key) },
      students: { whole: shownCell(found("students", "known"), areSized), off: undefined, of: (key) => at("students", key) },
      unknown,
    };
  }
  const areSized = mayShow && lattice.leavesNoThinRest(conditions, sized);
  return {
    systems: { whole: shownCell(found("systems", "all"), mayShow), off: unknown, of: (key) => at("systems", key) },
    students: { whole: shownCell(found("students", "all"), areSized), off: at("students", "UNKNOWN"), of: (key) => at("students", key) },
    unknown,
  };
}

/** Loads how far requests come from asking to a rated call, by group. Exact: for staff alone. */
export async function loadFunnel({ db, scope, now, names }: Viewed, by: Dimension, followUpDays: number): Promise<ReachFunnel> {
  const dimension = funnelDimension(by);
  const days = followUp(followUpDays);
  const counts = await funnelCounts(db, scopedRows(scope, now), dimension, days);
  const { keys } = headingsFor(dimension, counts.map(({ key }) => key), names);
  return reachFunnel(dimension, days, counts, keys);
}

/** Loads how unevenly the students reached are spread over systems. Exact: for staff alone. */
export async function loadConcentration({ db, scope, now }: Viewed): Promise<ReachConcentration> {
  return reachConcentration(await servedSizes(db, scopedRows(scope, now)));
}
