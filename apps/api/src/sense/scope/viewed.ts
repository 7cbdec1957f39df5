import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import type { Database } from "../../db/client";
import { badInput } from "../../errors";
import { passGate } from "../figure/gate";
import { Protection, type RecordKind } from "../figure/protection";
import type { FactsProtection } from "./facts.queries";
import type { Span } from "./headings";
import { publicationAt } from "./publication.queries";
import { publishedScope, type Publication, type TopicsUse } from "./publishedScope";
import { checkScope, type CheckedScope, type ScopeFault } from "./scope";
import type { Scope } from "./scope.type";
import { cutsNoThinSlice } from "./slices.queries";
import { namedThings, type NamedThings } from "./vocabulary.queries";

/** A scope as its viewer may see it, and what its figures are computed with. */
export interface Viewed {
  readonly scope: CheckedScope;
  readonly names: NamedThings;
  /** The transaction that may read what the figures are made of. */
  readonly db: Database;
  /** As of when: the network's clock, or, for protected figures, the publication day. */
  readonly now: Date;
  /** Null where figures are exact. */
  readonly guard: Guard | null;
}

/** What stands between protected figures and who asks for them. */
export interface Guard {
  readonly protection: Protection;
  readonly facts: FactsProtection;
  readonly publication: Publication;
  /** Whether figures of a population may be shown at all in this scope; asked of the database once. */
  mayShow(population: RecordKind): Promise<boolean>;
}

/** The days that protected figures of a scope can be about. */
export const spanOf = ({ from, to }: CheckedScope, { publication }: Guard): Span => ({ from: from ?? publication.firstDay, to: to ?? publication.day });

/** What a query does with its scope, as far as its protection depends on it. */
export interface ScopeUse {
  readonly topics: TopicsUse;
  /** The argument that asks for figures by week, if one does. */
  readonly weeks?: string | undefined;
}

/**
 * The scope that an analysis is asked for, checked, for a viewer who may see its figures.
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, or BAD_USER_INPUT with the field at fault.
 */
export async function viewedScope(context: Context, given: Scope | null | undefined, use: ScopeUse): Promise<Viewed> {
  const standing = passGate(context.viewer, given?.providers ?? []);
  const names = await context.use(namedThings);
  const scope = valid(checkScope(given ?? {}, names));
  if (standing.form === "exact" && standing.of === "all") return { scope, names, db: context.db, now: context.now, guard: null };
  const { db, secret } = await context.statistics();
  if (standing.form === "exact" || context.disclosure === "off") return { scope, names, db, now: context.now, guard: null };
  if (use.weeks !== undefined) throw badInput(use.weeks, "Protected figures are published by month and by quarter, not by week.");
  const publication = await publicationAt(db, context.now);
  const facts = { secret, ownProvider: standing.ownProvider };
  const slices = { scope: valid(publishedScope(scope, given?.topics ?? [], use.topics, publication)), topicsUse: use.topics, now: publication.at, protection: facts };
  const answers = new Map<RecordKind, Promise<boolean>>();
  const mayShow = (population: RecordKind): Promise<boolean> => {
    const answer = answers.get(population) ?? cutsNoThinSlice(db, population, slices);
    answers.set(population, answer);
    return answer;
  };
  return { scope: slices.scope, names, db, now: publication.at, guard: { protection: new Protection(secret), facts, publication, mayShow } };
}

/**
 * The scope whose rows are asked for, checked, for a viewer who may see some of them; the database decides which.
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, or BAD_USER_INPUT with the field at fault.
 */
export async function rowScope({ viewer, use }: Context, scope: Scope | null | undefined): Promise<CheckedScope> {
  requireRowRights(viewer);
  return valid(checkScope(scope ?? {}, await use(namedThings)));
}

function valid(result: CheckedScope | ScopeFault): CheckedScope {
  if ("message" in result) throw badInput(result.field, result.message);
  return result;
}
