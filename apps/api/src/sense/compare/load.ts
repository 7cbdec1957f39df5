import type { Database } from "../../db/client";
import { scopedRows, type ScopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import type { Evidence } from "../scope/scope.type";
import type { NamedThings } from "../scope/vocabulary.queries";
import { leftOver, sharedRecords, sideFacts, topicsBySystem, weeksOf, type TopicOfSystem } from "./compare.queries";
import type { ComparedSide, Comparison } from "./compare.type";
import { comparedRows, refusalOf, type Side } from "./comparison";
import { chosenBy, restWeeks } from "./exposure";

export interface CompareQuestion {
  readonly one: CheckedScope;
  readonly other: CheckedScope;
  /** Whether the records of the one are left out of the other. */
  readonly leavesOut: boolean;
  /** What topics are a share of. */
  readonly evidence: Evidence;
  readonly names: NamedThings;
  readonly now: Date;
}

/** Loads two scopes side by side, for who may see the rows of both. */
export async function loadComparison(db: Database, question: CompareQuestion): Promise<Comparison> {
  const { names, now, evidence } = question;
  const oneRows = scopedRows(question.one, now);
  const whole = scopedRows(question.other, now);
  const otherRows = question.leavesOut ? leftOver(whole, oneRows) : whole;
  const weeks = await exposures(db, question);
  const shared = await sharedRecords(db, oneRows, otherRows);
  const one = await loadSide(db, oneRows, evidence, weeks.one);
  const other = await loadSide(db, otherRows, evidence, weeks.other);
  const refusal = refusalOf(one, other, shared);
  const topics = names.topicRows.filter(({ kind }) => kind !== "domain").map(({ code, label }) => ({ key: code, label }));
  const rows = refusal === null ? comparedRows(one, other, topics, chosenBy(question.one, question.other)) : [];
  return { one: sideOf(question.one, one), other: sideOf(question.other, other), shared, rows, refusal };
}

async function loadSide(db: Database, scoped: ScopedRows, evidence: Evidence, weeks: number | null): Promise<Side> {
  const facts = await sideFacts(db, scoped);
  const topics = Map.groupBy(await topicsBySystem(db, scoped, evidence), ({ topic }) => topic);
  const of = (own: readonly TopicOfSystem[]) => new Map(own.map(({ system, count }) => [system, count] as const));
  return { ...facts, weeks, evidence, topics: new Map([...topics].map(([topic, own]) => [topic, of(own)] as const)) };
}

async function exposures(db: Database, { one, other, leavesOut, now }: CompareQuestion): Promise<{ one: number; other: number | null }> {
  const rest = leavesOut ? restWeeks(one, other) : null;
  const both = rest?.kind === "apart" ? rest.both : null;
  const [oneWeeks = 0, otherWeeks = 0, bothWeeks = 0] = await weeksOf(db, [one, other, ...(both === null ? [] : [both])], now);
  return { one: oneWeeks, other: rest?.kind === "unknown" ? null : otherWeeks - bothWeeks };
}

const sideOf = ({ from, to }: CheckedScope, { weeks, requests, sessions, relationships }: Side): ComparedSide => ({ from, to, weeks, requests, sessions, relationships });
