import { requireStaff } from "../../access/rights";
import type { Account, Viewer } from "../../access/viewer";
import type { Context } from "../../context";
import { commitmentsCarriedTo } from "../../network/learning/learning.loader";
import { dayAt, daysLater } from "../../network/learning/week.type";
import { loadRepresentation } from "../equity/load";
import { loadTopicGaps } from "../gaps/load";
import { loadHurdles } from "../hurdles/load";
import { loadImpact } from "../impact/load";
import { loadPatterns } from "../needs/load";
import { EVERY_ORGANISATION, loadLattice } from "../scope/lattice.queries";
import { viewedScope, type Guard, type Viewed } from "../scope/viewed";
import { loadTrends } from "../trends/load";
import type { Coached, PackFacts } from "./facts";
import { emergingFacts } from "./companions";
import { openedResources, startOfDay, waitingRequests, weekCounts } from "./pack.queries";

const USE = { topics: "show" } as const;

/**
 * The facts of a week as staff see them: exact, as of the Monday's midnight.
 * @throws DomainError UNAUTHENTICATED, or FORBIDDEN for who is not staff.
 */
export async function exactFacts(context: Context, week: string): Promise<PackFacts> {
  const account = requireStaff(context.viewer);
  const [viewed, before] = [await viewedScope(context, { to: week }, USE), await viewedScope(context, { to: daysLater(week, -7) }, USE)];
  const monday = await startOfDay(viewed.db, week);
  const waiting = await waitingRequests(viewed.db, monday);
  return {
    ...(await commonFacts(context, viewed, week, account)),
    weekly: await weekCounts(viewed.db, week, context.now),
    trendsBefore: await loadTrends(before, "SESSIONS"),
    waiting: { count: waiting.length, oldestDays: Math.floor(waiting[0]?.days ?? 0) },
    emerging: await emergingFacts(viewed, week),
  };
}

/**
 * The same facts as every organisation may see them at once: protected, as of the publication day, and of no cell that one
 * of them could see through by taking its own records away. What goes by the week has no such form.
 */
export async function protectedFacts(context: Context, week: string): Promise<{ facts: PackFacts; asOf: string }> {
  const reader = colleagueOf(requireStaff(context.viewer));
  const viewed = forEveryOrganisation(await viewedScope({ ...context, viewer: reader }, null, USE));
  const facts: PackFacts = {
    ...(await commonFacts(context, viewed, week, reader)),
    weekly: null,
    trendsBefore: null,
    waiting: null,
    emerging: null,
  };
  return { facts, asOf: viewed.guard?.publication.day ?? dayAt(viewed.now) };
}

type Common = Omit<PackFacts, "weekly" | "trendsBefore" | "waiting" | "emerging">;

async function commonFacts(context: Context, viewed: Viewed, week: string, reader: Viewer): Promise<Common> {
  const impact = await loadImpact(viewed);
  return {
    week,
    today: dayAt(context.now),
    totals: { requests: impact.requests, systems: impact.systemsRequesting, sessions: impact.sessionsHeld },
    trends: await loadTrends(viewed, "SESSIONS"),
    gaps: await loadTopicGaps(viewed, reader),
    opened: await openedResources(context.db, week),
    coached: await coachedTopics(viewed),
    hurdles: await loadHurdles(viewed),
    reach: (await loadRepresentation(viewed, "LOCALE", context.db)).groups,
    commitments: await context.use(commitmentsCarriedTo).load(week),
  };
}

async function coachedTopics(viewed: Viewed): Promise<Coached[]> {
  const { cells } = await loadPatterns(viewed, { scope: viewed.scope, now: viewed.now, rows: "TOPIC", columns: null, evidence: "SESSIONS" });
  const labels = new Map(viewed.names.topicRows.map(({ code, label }) => [code, label]));
  return cells.map(({ row, count }) => ({ code: row, label: labels.get(row) ?? row, sessions: count }));
}

/** Somebody who coaches in the network for no organisation: sees supply as colleagues do, and figures protected. */
const colleagueOf = (account: Account): Account => ({ ...account, roles: ["coach"], positions: [], providerId: null, coachId: null, key: null });

/** What may be shown whoever looks: the figures are the same for all, so only the judging differs. */
function forEveryOrganisation(viewed: Viewed): Viewed {
  const { guard, db, now } = viewed;
  if (guard === null) return viewed;
  const facts = { ...guard.facts, ownProvider: EVERY_ORGANISATION };
  const read = new Map<string, ReturnType<Guard["lattice"]>>();
  const lattice: Guard["lattice"] = (population) => {
    const judged = read.get(population) ?? loadLattice(db, population, { now, ownProvider: EVERY_ORGANISATION });
    read.set(population, judged);
    return judged;
  };
  return { ...viewed, guard: { ...guard, facts, lattice } };
}
