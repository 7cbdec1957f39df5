import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { compareGroups, type Answer, type ComparedGroups, type GroupAnswers } from "@arl/analysis/groupMeans";
import { meanBounds } from "@arl/analysis/mean";
import { wilson } from "@arl/analysis/proportion";
import { LEAST_SHRUNKEN, shrunkenMeans, type Shrunken } from "@arl/analysis/shrinkage";
import { estimate, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Key } from "../figure/key.type";
import type { Refusal } from "../figure/refusal.type";
import type { RatingGroup, RatingsByGroup } from "./rating.type";
import { counted, haveEnough, RATING_DIMENSIONS, thereAre, tooFew, unknownGroup, type RatingDimension } from "./refusals";

/** A group with fewer ratings, or from fewer relationships, has no mean. */
const LEAST_RATINGS = 10;
const LEAST_RATERS = 5;

const SCALE = { min: 1, max: 5 };

/** A session that counts in a group: a number for it, one for its relationship, and its rating. */
export type GroupedSession = readonly [session: number, relationship: number, rating: number | null];

export interface Group {
  readonly key: Key;
  readonly sessions: readonly GroupedSession[];
}

/**
 * How sessions were rated by group, and whether groups differ. The q of the test is over all ways of grouping that can be chosen,
 * and a group stands apart from the others only where the groups differ at all: who tries one grouping after the other would
 * otherwise find one in twenty to differ where nothing does.
 *
 * @param groupsOf the sessions by a dimension, groups in the order of their own list.
 */
export function ratingsByGroup(by: RatingDimension, groupsOf: (by: RatingDimension) => readonly Group[]): RatingsByGroup {
  const groups = groupsOf(by);
  const { shown, compared } = comparison(groups);
  const means = compared?.groups.filter((group) => group !== null) ?? [];
  const homogeneity = compared?.homogeneity ?? null;
  const shrunken = shrunkenMeans(means);
  const others = RATING_DIMENSIONS.filter((other) => other !== by).flatMap((other) => comparison(groupsOf(other)).compared?.homogeneity?.pValue ?? []);
  const [overall = 1] = homogeneity === null ? [] : benjaminiHochberg([homogeneity.pValue, ...others]);
  const qValues = homogeneity === null ? [] : benjaminiHochberg(means.map(({ pValue }) => pValue ?? 1)).map((q) => Math.max(q, overall));
  return {
    by,
    groups: groups.map((group) => {
      const place = shown.indexOf(group);
      return figuresOf(group, { refusal: refusalOf(group), mean: means[place], shrunken: shrunken?.groups[place], qValue: qValues[place] ?? null });
    }),
    test: homogeneity && { statistic: homogeneity.statistic, df: homogeneity.df, pValue: homogeneity.pValue, qValue: overall, comparisons: others.length + 1, groups: means.length },
    centre: shrunken?.centre ?? null,
    refusal: homogeneity === null ? noComparison(groups.length, shown.length, compared === null) : null,
    shrinkageRefusal: shrunken === null ? noShrinkage(means.length) : null,
  };
}

function comparison(groups: readonly Group[]): { readonly shown: readonly Group[]; readonly compared: ComparedGroups | null } {
  const shown = groups.filter((group) => refusalOf(group) === null);
  return { shown, compared: compareGroups(answersOf(shown), shown.length) };
}

/** Each session once, with the groups it is in. */
function answersOf(groups: readonly Group[]): Answer[] {
  const bySession = new Map<number, { value: number; giver: number; groups: number[] }>();
  groups.forEach(({ sessions }, place) => {
    for (const [session, giver, value] of sessions) {
      if (value === null) continue;
      const answer = bySession.get(session) ?? { value, giver, groups: [] };
      answer.groups.push(place);
      bySession.set(session, answer);
    }
  });
  return [...bySession.values()];
}

function refusalOf({ key, sessions }: Group): Refusal | null {
  if (key.key === "UNKNOWN") return unknownGroup();
  const rated = sessions.filter(([, , rating]) => rating !== null);
  const raters = new Set(rated.map(([, relationship]) => relationship)).size;
  if (rated.length >= LEAST_RATINGS && raters >= LEAST_RATERS) return null;
  return tooFew(
    rated.length === 0 ? "There are no ratings in this group." : `${thereAre(rated.length, "rating")} from ${counted(raters, "relationship")} in this group.`,
    `A mean takes ${LEAST_RATINGS} ratings from ${LEAST_RATERS} relationships.`,
  );
}

interface Found {
  readonly refusal: Refusal | null;
  readonly mean: GroupAnswers | undefined;
  readonly shrunken: Shrunken["groups"][number] | undefined;
  readonly qValue: number | null;
}

function figuresOf({ key, sessions }: Group, { refusal, mean, shrunken, qValue }: Found): RatingGroup {
  const ratings = sessions.flatMap(([, , rating]) => (rating === null ? [] : [rating]));
  const asked = sessions.length;
  const bounds = meanBounds({ sum: ratings.reduce((sum, rating) => sum + rating, 0), answered: ratings.length, asked, ...SCALE });
  const onScale = (end: number) => Math.min(SCALE.max, Math.max(SCALE.min, end));
  const shown = (found: { readonly low: number; readonly high: number } | undefined, value: number | undefined): Figure =>
    found === undefined || value === undefined || refusal !== null
      ? withheld("TOO_FEW", ratings.length)
      : { value: onScale(value), low: onScale(found.low), high: onScale(found.high), n: ratings.length, withheld: null };
  return {
    key,
    rating: shown(mean, mean?.mean),
    responseRate: estimate(wilson(ratings.length, asked)),
    ratingIfAllAnswered: { value: null, ...bounds, n: asked, withheld: asked === 0 ? "NO_DATA" : null },
    shrunken: shown(shrunken, shrunken?.value),
    qValue,
    refusal,
  };
}

function noComparison(groups: number, shown: number, alike: boolean): Refusal {
  if (shown >= 2 && alike) return tooFew("Every rating is the same.", "There is nothing to compare until ratings differ.");
  return tooFew(
    groups === 0 ? "There is no session in scope." : `${haveEnough(groups, shown)} enough ratings to be compared.`,
    `A comparison takes two groups with ${LEAST_RATINGS} ratings from ${LEAST_RATERS} relationships each: a wider scope, or more time.`,
  );
}

const noShrinkage = (groups: number): Refusal =>
  tooFew(`${groups} groups say too little of how groups differ to draw any of them to the others.`, `It takes ${LEAST_SHRUNKEN} groups with enough ratings: compare by something finer, or a wider scope.`);
