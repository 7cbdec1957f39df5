import { THRESHOLDS } from "@arl/analysis/disclosure/thickness";
import { badInput } from "../../errors";
import { nothing } from "../figure/protection";
import { guardedFacts } from "../scope/guardedCounts.queries";
import { loadSystemLattice, pairCondition } from "../scope/lattice.queries";
import { scopedRows } from "../scope/rows.queries";
import { withoutTopics } from "../scope/scope";
import type { Guard, Viewed } from "../scope/viewed";
import { askingSystems } from "./asked.queries";
import type { Hurdle } from "./hurdle.type";
import { exactHurdles, shownHurdles } from "./hurdles";
import { needMap } from "./needMap";
import type { NeedMap } from "./needMap.type";
import type { NeedSequences } from "./needSequence.type";
import { needSequences } from "./needSequences";
import { pairFacts } from "./pairFacts.queries";
import { sharedNeeds } from "./pairs";
import { protectedHurdles, type GuardedHurdles } from "./protectedHurdles";
import { coachedCalls } from "./sequence.queries";

/**
 * Loads the hurdles of a scope in the form in which their viewer may see them.
 * @throws DomainError BAD_USER_INPUT where protected ones are asked for by period.
 */
export async function loadHurdles(viewed: Viewed): Promise<Hurdle[]> {
  const { db, scope, names, now, guard } = viewed;
  const topics = names.topicRows.filter(({ kind }) => kind !== "domain");
  const hurdles = guard === null ? exactHurdles(topics, await askingSystems(db, scope, now)) : protectedHurdles(topics, await guardedHurdles(viewed, guard, topics));
  return shownHurdles(hurdles, scope.topics);
}

async function guardedHurdles({ db, scope, names, now }: Viewed, guard: Guard, topics: readonly { readonly code: string }[]): Promise<GuardedHurdles> {
  if (scope.from !== null || scope.to !== null) throw badInput(scope.from === null ? "scope.to" : "scope.from", "Protected figures of what systems share cover the network's whole time: a system is asked about over all its requests.");
  const hasOwnProvider = guard.facts.ownProvider !== null;
  const scoped = scopedRows(withoutTopics(scope), now);
  const [systems, facts, pairs, requests, ofSystems] = await Promise.all([
    askingSystems(db, scope, now),
    guardedFacts(db, { scoped, rows: "TOPIC", columns: null, evidence: "REQUESTS", protection: guard.facts }),
    pairFacts(db, scope, now, guard.facts, THRESHOLDS.systems),
    guard.lattice("requests"),
    loadSystemLattice(db, { now, ownProvider: guard.facts.ownProvider }),
  ]);
  return {
    needs: sharedNeeds(
      topics.map(({ code }) => code),
      systems,
    ),
    topics: new Map([...facts.cells].map(([place, cell]) => [place.slice(0, place.indexOf("\n")), cell])),
    pairs,
    whole: facts.totals.get("") ?? nothing(hasOwnProvider),
    mayShowTopic: (code) => requests.mayShow([...guard.conditions, ...(code === undefined ? [] : [`TOPIC=${code}`])]),
    mayShowPair: (one, other) => ofSystems.mayShow([...guard.conditions, pairCondition(one, other)]),
    protection: guard.protection,
    hasOwnProvider,
    states: names.states.size,
    providers: names.providers.size,
  };
}

/** Loads the map of needs, for staff. */
export async function loadNeedMap({ db, scope, names, now }: Viewed): Promise<NeedMap> {
  return needMap(
    names.topicRows.filter(({ kind }) => kind !== "domain"),
    await askingSystems(db, scope, now),
  );
}

/** Loads what follows what, for staff. */
export async function loadNeedSequences({ db, scope, names, now }: Viewed, most: number): Promise<NeedSequences> {
  return needSequences(
    names.topicRows.filter(({ kind }) => kind !== "domain"),
    await coachedCalls(db, scope, now),
    scope.topics,
    most,
  );
}
