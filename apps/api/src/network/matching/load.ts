import type { Ask } from "@arl/analysis/matching/ask";
import type { Candidate } from "@arl/analysis/matching/candidate";
import type { Weights } from "@arl/analysis/matching/weights";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Database } from "../../db/client";
import { askRows, type AskRow } from "./ask.queries";
import { askOf, nextMonday } from "./asks";
import { candidatesOf, loadOf, type CoachLoad } from "./candidates";
import type { MatchSettingsRow } from "./offer.table";
import { pastRows, poolRows, ratingVariance, recentMatches, strengthRows, type PoolRow } from "./pool.queries";
import { learnedWeights, readSettings } from "./settings.queries";

/** What a matching is made from, as of one moment. */
export interface Matching {
  readonly settings: MatchSettingsRow;
  readonly weights: Weights;
  /** Choices that the weights were learned from. */
  readonly learnedFrom: number;
  readonly asks: readonly Ask[];
  readonly requests: ReadonlyMap<string, AskRow>;
  readonly candidates: readonly Candidate[];
  readonly loads: ReadonlyMap<string, CoachLoad>;
  readonly coaches: ReadonlyMap<string, PoolRow>;
}

/**
 * Loads the pool and the requests that are to be matched; for staff, who see all rows.
 * @param only requests; null = all that wait for coaches.
 */
export async function loadMatching(db: Database, now: Date, only: readonly string[] | null): Promise<Matching> {
  const settings = await readSettings(db);
  const [rows, coaches, strengths, variance, past, matches, learned] = await Promise.all([
    askRows(db, now, only),
    poolRows(db, now, settings.hoursAMonth),
    strengthRows(db, now),
    ratingVariance(db, now),
    pastRows(db, now),
    recentMatches(db, now),
    learnedWeights(db, settings.learnSince),
  ]);
  const week = nextMonday(now, NETWORK_TIME_ZONE);
  return {
    settings,
    weights: learned.weights,
    learnedFrom: learned.used,
    asks: rows.map((row) => askOf(row, settings.hoursAMonth, week)),
    requests: new Map(rows.map((row) => [row.id, row])),
    candidates: candidatesOf({ coaches, strengths, ratingVariance: variance, past, matches }),
    loads: new Map(coaches.map((row) => [row.id, loadOf(row)])),
    coaches: new Map(coaches.map((row) => [row.id, row])),
  };
}
