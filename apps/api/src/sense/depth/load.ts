import { baseScope } from "../scope/dimension.queries";
import { headingsFor } from "../scope/headings";
import { scopedRows } from "../scope/rows.queries";
import type { Dimension } from "../scope/scope.type";
import type { Viewed } from "../scope/viewed";
import { callCurve, CALLS, CHALLENGE_READING, DOSE_READING, LEVEL, RATING, WANTS_MORE } from "./callCurve";
import type { ChallengeProgression, DoseCurve } from "./curve.type";
import { asOfDay, coachHistories, numberedCalls, ratedRelationships, relationshipSpells } from "./depth.queries";
import type { LoadWatch } from "./load.type";
import { groupSessions } from "./grouped";
import { loadWatch } from "./loadWatch";
import type { RatingsByGroup } from "./rating.type";
import { ratingsByGroup } from "./ratings";
import { isPlace, isRatingDimension, ratingsRefusal, survivalRefusal } from "./refusals";
import { survivalByGroup } from "./survival";
import type { SurvivalByGroup } from "./survival.type";

/** Loads how long relationships last by group; refused by dimensions of which a relationship has several. */
export async function loadSurvivalByGroup({ db, scope, now, names }: Viewed, by: Dimension): Promise<SurvivalByGroup> {
  if (!isPlace(by)) return { by, groups: [], test: null, refusal: survivalRefusal(by) };
  const all = await relationshipSpells(db, scopedRows(scope, now));
  return survivalByGroup(by, (dimension) => {
    const byKey = Map.groupBy(all, ({ keys }) => keys[dimension]);
    return inOrder(dimension, [...byKey].map(([key, spells]) => ({ key, spells })), names);
  });
}

/** Loads how hard the work is from call to call. */
export async function loadChallengeProgression({ db, scope, now }: Viewed): Promise<ChallengeProgression> {
  return { level: callCurve(await numberedCalls(db, scopedRows(scope, now), CALLS), LEVEL), reading: CHALLENGE_READING };
}

/** Loads what leaders say from call to call. */
export async function loadDoseCurve({ db, scope, now }: Viewed): Promise<DoseCurve> {
  const calls = await numberedCalls(db, scopedRows(scope, now), CALLS);
  return { rating: callCurve(calls, RATING), wantsMore: callCurve(calls, WANTS_MORE), reading: DOSE_READING };
}

/** Loads how sessions were rated by group; refused by organisation and by time. */
export async function loadRatingsByGroup({ db, scope, now, names }: Viewed, by: Dimension): Promise<RatingsByGroup> {
  if (!isRatingDimension(by)) return { by, groups: [], test: null, centre: null, refusal: ratingsRefusal(by), shrinkageRefusal: null };
  const base = baseScope(scope, [by]);
  const all = await ratedRelationships(db, scopedRows(base, now));
  // Where topics choose what is shown, they do so for topics and domains alike; where they select rows, they have done so.
  const shownTopics = base === scope ? [] : scope.topics;
  return ratingsByGroup(by, (dimension) => {
    const grouped = groupSessions(dimension, all, names.topicRows, shownTopics);
    return inOrder(dimension, [...grouped].map(([key, sessions]) => ({ key, sessions })), names);
  });
}

/** Loads outcomes against the load of coaches, all coaches together. */
export async function loadLoadWatch({ db, scope, now }: Viewed): Promise<LoadWatch> {
  const rows = scopedRows(scope, now);
  const [histories, asOf] = await Promise.all([coachHistories(db, rows), asOfDay(db, rows)]);
  return loadWatch(histories, asOf);
}

/** What was found, under its headings, in the order of the headings' own list. */
function inOrder<Found extends { readonly key: string }>(by: Dimension, found: readonly Found[], names: Viewed["names"]) {
  const headings = headingsFor(by, found.map(({ key }) => key), names);
  const byKey = new Map(found.map((each) => [headings.of(each.key).key, each]));
  return headings.keys.flatMap((key) => {
    const own = byKey.get(key.key);
    return own ? [{ ...own, key }] : [];
  });
}
