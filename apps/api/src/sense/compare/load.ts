import type { Database } from "../../db/client";
import { countItems } from "../scope/counts.queries";
import { scopedRows, type ScopedRows } from "../scope/rows.queries";
import type { CheckedScope } from "../scope/scope";
import type { Evidence } from "../scope/scope.type";
import type { NamedThings } from "../scope/vocabulary.queries";
import { leftOver, sharedRecords, sideFacts, weeksOf } from "./compare.queries";
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
  const { cells } = await countItems(db, { scoped, rows: "TOPIC", columns: null, evidence, shownTopics: [] });
  const tagged = evidence === "REQUESTS" ? facts.requests : facts.sessions;
  return { ...facts, weeks, tagged, topics: new Map(cells.map(({ row, count }) => [row, count])) };
}

async function exposures(db: Database, { one, other, leavesOut, now }: CompareQuestion): Promise<{ one: number; other: number | null }> {
  const rest = leavesOut ? restWeeks(one, other) : null;
  const both = rest?.kind === "apart" ? rest.both : null;
  const [oneWeeks = 0, otherWeeks = 0, bothWeeks = 0] = await weeksOf(db, [one, other, ...(both === null ? [] : [both])], now);
  return { one: oneWeeks, other: rest?.kind === "unknown" ? null : otherWeeks - bothWeeks };
}

const sideOf = ({ from, to }: CheckedScope, { weeks, requests, sessions, relationships }: Side): ComparedSide => ({ from, to, weeks, requests, sessions, relationships });
