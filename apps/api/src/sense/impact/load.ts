import type { Database } from "../../db/client";
import type { Figure } from "../figure/figure.type";
import { maybeShown, TOO_FEW } from "../figure/protection";
import { conditionsOf } from "../scope/publishedScope";
import { scopedRows } from "../scope/rows.queries";
import type { Guard, Viewed } from "../scope/viewed";
import { callLevelFigures, impactFigures } from "./impact";
import { callLevels, relationshipFacts, requestFacts, servedFacts, sessionFacts } from "./impact.queries";
import type { CallLevel, Denominator, Impact, ReachShare } from "./impact.type";
import { callCells, relationshipCells, requestCells, sessionCells } from "./impactCells.queries";
import { exactReachByStudents, protectedReachByStudents, reachBySystems } from "./reach";
import { guardedStudentsByLocale, nationByLocale, studentsByLocale } from "./reach.queries";
import { protectedCallLevels, protectedImpact, type GuardedImpact } from "./protectedImpact";

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

async function guardedImpact(viewed: Viewed, guard: Guard): Promise<Impact> {
  const { db, scope, now, names } = viewed;
  const rows = scopedRows(scope, now);
  const facts: GuardedImpact = {
    requests: (await guard.mayShow("requests")) ? await requestCells(db, rows, guard.facts) : null,
    sessions: (await guard.mayShow("sessions")) ? await sessionCells(db, rows, guard.facts) : null,
    relationships: (await guard.mayShow("relationships")) ? await relationshipCells(db, rows, guard.facts) : null,
    protection: guard.protection,
    states: names.states.size,
    providers: names.providers.size,
  };
  const guarded = protectedImpact(facts);
  const { requests, sessions, relationships } = facts;
  const isWholeThick = [requests, sessions, relationships].every((cells) => cells !== null && maybeShown(cells.of("all")));
  const isHeadline = conditionsOf(scope, "select").length === 0 && isWholeThick;
  return isHeadline ? headline(await exactImpact(viewed), guarded) : guarded;
}

/**
 * The whole network as of the publication day, the one scope whose totals are published as they are. What rests on a single
 * system stays withheld, and so do the tables beneath the totals.
 */
function headline(exact: Impact, guarded: Impact): Impact {
  const { localeMix, ratings, survival, sessionsPerRelationshipMax, largestSystemShare } = guarded;
  return { ...exact, localeMix, ratings, survival, sessionsPerRelationshipMax, largestSystemShare, medianSystemStudents: rounded(exact.medianSystemStudents) };
}

/** To two digits: the middle system's own figure, looked up in a directory, would name it. */
const rounded = (figure: Figure): Figure => (figure.value === null ? TOO_FEW : { ...figure, value: Number(figure.value.toPrecision(2)) });

/** Loads how hard the work is by call number. */
export async function loadCallLevels({ db, scope, now, guard }: Viewed): Promise<CallLevel[]> {
  const rows = scopedRows(scope, now);
  if (guard === null) return callLevelFigures(await callLevels(db, rows, CALLS_SHOWN));
  const cells = (await guard.mayShow("relationships")) ? await callCells(db, rows, guard.facts, CALLS_SHOWN) : null;
  return protectedCallLevels(cells, guard.protection, CALLS_SHOWN);
}

/** Loads reach by locale; the nation's counts are open to all, and read as the viewer. */
export async function loadReach({ db, scope, now, guard }: Viewed, { localeMix }: Impact, viewersDb: Database, by: Denominator): Promise<ReachShare[]> {
  const nation = await nationByLocale(viewersDb);
  if (by === "SYSTEMS") return reachBySystems(localeMix, nation);
  const rows = scopedRows(scope, now);
  if (guard === null) return exactReachByStudents(await studentsByLocale(db, rows), nation);
  const facts = (await guard.mayShow("sessions")) ? await guardedStudentsByLocale(db, rows, guard.facts) : null;
  return protectedReachByStudents(facts, localeMix, nation, guard.protection);
}
