import type { Database } from "../../db/client";
import type { RecordKind } from "../figure/protection";
import { monthsFrom } from "../scope/period";
import { scopedRows } from "../scope/rows.queries";
import type { Guard, Viewed } from "../scope/viewed";
import { callLevelFigures, impactFigures } from "./impact";
import { callLevels, relationshipFacts, requestFacts, servedFacts, sessionFacts } from "./impact.queries";
import type { CallLevel, Denominator, Impact, ReachShare } from "./impact.type";
import { callCells, relationshipCells, requestCells, sessionCells, type Cells } from "./impactCells.queries";
import { exactReachByStudents, protectedReachByStudents, reachBySystems } from "./reach";
import { guardedStudentsByLocale, nationByLocale, studentsByLocale } from "./reach.queries";
import { protectedCallLevels, protectedImpact, type GuardedCells } from "./protectedImpact";

/** Calls of a relationship that are told apart; later ones are too few. */
const CALLS_SHOWN = 8;

/** Loads the headline figures in the form in which their viewer may see them. */
export function loadImpact(viewed: Viewed): Promise<Impact> {
  return viewed.guard === null ? exactImpact(viewed) : guardedImpact(viewed, viewed.guard);
}

async function exactImpact({ db, scope, now }: Viewed): Promise<Impact> {
  const rows = scopedRows(scope, now);
  const [requests, sessions, served, relationships] = await Promise.all([
    requestFacts(db, rows),
    sessionFacts(db, rows),
    servedFacts(db, rows),
    relationshipFacts(db, rows),
  ]);
  return impactFigures({ requests, sessions, served, relationships });
}

async function guardedImpact({ db, scope, now, names }: Viewed, guard: Guard): Promise<Impact> {
  const rows = scopedRows(scope, now);
  return protectedImpact({
    requests: await guardedCells(guard, "requests", () => requestCells(db, rows, guard.facts)),
    sessions: await guardedCells(guard, "sessions", () => sessionCells(db, rows, guard.facts)),
    relationships: await guardedCells(guard, "relationships", () => relationshipCells(db, rows, guard.facts)),
    protection: guard.protection,
    states: names.states.size,
    providers: names.providers.size,
    isWhole: guard.conditions.length === 0,
    ageMonths: monthsFrom(guard.publication.firstDay, guard.publication.day) + 1,
    medianStudents: guard.conditions.length === 0 ? (await servedFacts(db, rows)).medianStudents : null,
  });
}

/** The cells of a population with what may be shown of them; null where the scope as a whole may not be. */
async function guardedCells(guard: Guard, population: RecordKind, load: () => Promise<Cells>): Promise<GuardedCells | null> {
  const lattice = await guard.lattice(population);
  if (!lattice.mayShow(guard.conditions)) return null;
  return { ...(await load()), mayShow: (...conditions) => lattice.mayShow([...guard.conditions, ...conditions]) };
}

/** Loads how hard the work is by call number. */
export async function loadCallLevels({ db, scope, now, guard }: Viewed): Promise<CallLevel[]> {
  const rows = scopedRows(scope, now);
  if (guard === null) return callLevelFigures(await callLevels(db, rows, CALLS_SHOWN));
  const cells = await guardedCells(guard, "relationships", () => callCells(db, rows, guard.facts, CALLS_SHOWN));
  return protectedCallLevels(cells, guard.protection, CALLS_SHOWN);
}

/** Loads reach by locale; the nation's counts are open to all, and read as the viewer. */
export async function loadReach({ db, scope, now, guard }: Viewed, { localeMix }: Impact, viewersDb: Database, by: Denominator): Promise<ReachShare[]> {
  const nation = await nationByLocale(viewersDb);
  if (by === "SYSTEMS") return reachBySystems(localeMix, nation);
  const rows = scopedRows(scope, now);
  if (guard === null) return exactReachByStudents(await studentsByLocale(db, rows), nation);
  const lattice = await guard.lattice("sessions");
  const located = [...guard.conditions, "STUDENTS_KNOWN=true"];
  const facts = lattice.mayShow(guard.conditions) && lattice.leavesNoThinRest(guard.conditions, [...located, "LOCALE_KNOWN=true"]) ? await guardedStudentsByLocale(db, rows, guard.facts) : [];
  return protectedReachByStudents(facts, (locale) => lattice.mayShow([...located, `LOCALE=${locale}`]), localeMix, nation, guard.protection);
}
