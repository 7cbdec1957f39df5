import type { Evidence } from "../scope/scope.type";
import type { Viewed } from "../scope/viewed";
import { weeklyCounts } from "./burst.queries";
import type { TopicBursts } from "./burst.type";
import { topicBursts } from "./bursts";
import { driftRecords } from "./drift.queries";
import type { TopicDrifts } from "./drift.type";
import { topicDrifts } from "./drifts";
import { narrativesOf, properNames } from "./phrase.queries";
import type { RisingPhrases } from "./phrase.type";
import { phraseRules } from "./phraseRules";
import { phrasesOnTheRise } from "./phrases";

/** How many weeks are recent where nobody says. */
export const RECENT_WEEKS = 8;

/** What is new is told from rows that only staff see: it has no protected form. @throws Error for a viewer with a guard. */
function requireExact({ guard }: Viewed): void {
  if (guard !== null) throw new Error("What is new has no protected form.");
}

const topicsOf = ({ names }: Viewed) => names.topicRows.filter(({ kind }) => kind !== "domain");
const isShown = ({ scope }: Viewed, code: string): boolean => scope.topics.length === 0 || scope.topics.includes(code);

/** Weeks in which topics came up more than expected; the scope's topics choose which are shown. */
export async function loadBursts(viewed: Viewed, evidence: Evidence): Promise<TopicBursts> {
  requireExact(viewed);
  const found = topicBursts(topicsOf(viewed), await weeklyCounts(viewed.db, viewed.scope, viewed.now, evidence));
  return { ...found, bursts: found.bursts.filter(({ topic }) => isShown(viewed, topic.code)) };
}

/** Phrases on the rise in the last weeks before as of; the scope's topics select the requests. */
export async function loadPhrases(viewed: Viewed, weeks = RECENT_WEEKS): Promise<RisingPhrases> {
  requireExact(viewed);
  const { db, scope, now, names } = viewed;
  const window = await narrativesOf(db, scope, now, weeks);
  const rules = phraseRules(names.topicRows, await properNames(db, scope, now), window.narratives);
  return phrasesOnTheRise(window, rules, weeks);
}

/** From asked to tagged to coached; the scope's topics choose which are shown. */
export async function loadDrift(viewed: Viewed): Promise<TopicDrifts> {
  requireExact(viewed);
  const drifts = topicDrifts(topicsOf(viewed), await driftRecords(viewed.db, viewed.scope, viewed.now));
  return { ...drifts, topics: drifts.topics.filter(({ topic }) => isShown(viewed, topic.code)) };
}
