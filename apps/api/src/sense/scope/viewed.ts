import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import type { Database } from "../../db/client";
import { badInput } from "../../errors";
import { passGate } from "../figure/gate";
import { Protection, type RecordKind } from "../figure/protection";
import type { FactsProtection } from "./facts.queries";
import type { Span } from "./headings";
import type { Lattice } from "@arl/analysis/disclosure/lattice";
import { conditionsOf, type Condition } from "./conditions";
import { loadLattice } from "./lattice.queries";
import { publicationAt } from "./publication.queries";
import { publishedScope, type Publication, type TopicsUse } from "./publishedScope";
import { checkScope, type CheckedScope, type ScopeFault } from "./scope";
import type { Scope } from "./scope.type";
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
  /** What the scope asks of a record. */
  readonly conditions: readonly Condition[];
  /** Which cells of a population may be shown; read once for all figures of the operation's scope. */
  lattice(population: RecordKind): Promise<Lattice>;
}

/** The days that protected figures of a scope can be about. */
export const spanOf = ({ from, to }: CheckedScope, { publication }: Guard): Span => ({ from: from ?? publication.firstDay, to: to ?? publication.day });

/** What a query does with its scope, as far as its protection depends on it. */
export interface ScopeUse {
  readonly topics: TopicsUse;
  /** The argument that asks for figures by week, if one does. */
  readonly weeks?: string | undefined;
  /** Whether its figures are as of a moment, so that a period only says which. */
  readonly isOfMoment?: boolean;
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
  const topics = (given?.topics ?? []).map((code) => names.heirs.get(code) ?? code);
  const published = valid(publishedScope(scope, topics, use.topics, publication));
  if (use.isOfMoment && (published.from !== null || published.to !== null)) throw badInput("scope.to", "Protected figures of need against supply are published as of the first of the month alone.");
  const domains = new Set(names.topicRows.filter(({ kind }) => kind === "domain").map(({ code }) => code));
  const conditions = conditionsOf(published, topics, use.topics, (code) => domains.has(code));
  const guard = { protection: new Protection(secret), facts, publication, conditions, lattice: latticesOf(context, db, publication, facts) };
  return { scope: published, names, db, now: publication.at, guard };
}

/** Lattices are of whole populations, and so the same for every scope of an operation. */
function latticesOf({ use }: Context, db: Database, { at }: Publication, { ownProvider }: FactsProtection): Guard["lattice"] {
  const read = use(readLattices);
  return (population) => {
    const lattice = read.get(population) ?? loadLattice(db, population, { now: at, ownProvider });
    read.set(population, lattice);
    return lattice;
  };
}

/** Those that the operation has read. */
const readLattices = (): Map<RecordKind, Promise<Lattice>> => new Map();

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
