import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { incidenceAt, incidenceCurve } from "@arl/analysis/incidenceInterval";
import { expectedEvents, logRank, type LogRank } from "@arl/analysis/logRank";
import { kaplanMeier, medianTime, survivalAt, type Spell } from "@arl/analysis/survival";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import { estimate, exact, scaled, withheld } from "../figure/figure";
import type { Key } from "../figure/key.type";
import type { Refusal } from "../figure/refusal.type";
import { PLACE_DIMENSIONS, type PlaceDimension, type RelationshipSpell } from "./depth.queries";
import { haveEnough, thereAre, tooFew, unknownGroup } from "./refusals";
import type { IncidencePoint, SurvivalByGroup, SurvivalGroup } from "./survival.type";

const FOUR_MONTHS = 4 * DAYS_PER_MONTH;

/** A group with fewer relationships has no curve. */
const LEAST_RELATIONSHIPS = 10;

/**
 * A group of which fewer closings would be expected, were groups alike, is not tested: the chi-square would not hold. What is
 * asked of a group is what is expected of it, not what happened to it: choosing groups by their own closings would favour
 * those that close.
 */
const LEAST_EXPECTED = 5;

type Spells = readonly RelationshipSpell[];

interface Group {
  readonly key: Key;
  readonly spells: Spells;
}

/**
 * How long relationships last by group, and whether groups differ. The test's q is over all ways of grouping that can be chosen:
 * who tries them one after the other will find one in twenty to differ where nothing does.
 *
 * @param groupsOf the spells by a dimension, groups in the order of their own list.
 */
export function survivalByGroup(by: PlaceDimension, groupsOf: (by: PlaceDimension) => readonly Group[]): SurvivalByGroup {
  const groups = groupsOf(by);
  const { tested, test } = comparison(groups);
  const others = PLACE_DIMENSIONS.filter((other) => other !== by).flatMap((other) => comparison(groupsOf(other)).test?.pValue ?? []);
  const [qValue = 1] = test === null ? [] : benjaminiHochberg([test.pValue, ...others]);
  return {
    by,
    groups: groups.map((group) => groupFigures(group, refusalOf(group), tested.includes(group))),
    test: test && { statistic: test.chiSquare, df: test.df, pValue: test.pValue, qValue, comparisons: others.length + 1, groups: tested.length },
    refusal: test === null ? noTest(groups.length, tested.length) : null,
  };
}

function comparison(groups: readonly Group[]): { readonly tested: readonly Group[]; readonly test: LogRank | null } {
  const shown = groups.filter((group) => refusalOf(group) === null);
  const expected = expectedEvents(shown.map(({ spells }) => closings(spells)));
  const tested = shown.filter((_, at) => (expected[at]?.expected ?? 0) >= LEAST_EXPECTED);
  return { tested, test: logRank(tested.map(({ spells }) => closings(spells))) };
}

function refusalOf({ key, spells }: Group): Refusal | null {
  if (key.key === "UNKNOWN") return unknownGroup();
  if (spells.length >= LEAST_RELATIONSHIPS) return null;
  return tooFew(`${thereAre(spells.length, "relationship")} in this group.`, `A curve takes ${LEAST_RELATIONSHIPS} relationships.`);
}

const noTest = (groups: number, tested: number): Refusal =>
  tooFew(
    groups === 0 ? "There is no relationship in scope." : `${haveEnough(groups, tested)} enough relationships and closings to be compared.`,
    `A comparison takes two groups with ${LEAST_RELATIONSHIPS} relationships each, of which ${LEAST_EXPECTED} closings would be expected: a wider scope, or more time.`,
  );

/** Closing is the event; a relationship that was referred out counts until then. */
const closings = (spells: Spells): Spell[] => spells.map(({ days, ending }) => ({ time: days, event: ending === "closed" }));

function groupFigures({ key, spells }: Group, refusal: Refusal | null, isTested: boolean): SurvivalGroup {
  const n = spells.length;
  const ended = (how: string) => spells.filter(({ ending }) => ending === how).length;
  const counts = { key, relationships: exact(n, n), closed: ended("closed"), referred: ended("referred"), isTested, refusal };
  if (refusal !== null) {
    const none = withheld("TOO_FEW", n);
    return { ...counts, relationshipLengthMonths: none, sustainedFourMonths: none, closedFourMonths: none, referredFourMonths: none, survival: [], closing: [], referral: [] };
  }
  const lengths = kaplanMeier(closings(spells));
  const competing = spells.map(({ days, ending }) => ({ time: days, cause: ending }));
  const [closing, referral] = (["closed", "referred"] as const).map((cause) => incidenceCurve(competing, cause));
  if (!closing || !referral) throw new Error("There are two ways of ending.");
  return {
    ...counts,
    relationshipLengthMonths: scaled(estimate(medianTime(lengths)), 1 / DAYS_PER_MONTH),
    sustainedFourMonths: estimate(survivalAt(lengths, FOUR_MONTHS)),
    closedFourMonths: estimate(incidenceAt(closing, FOUR_MONTHS)),
    referredFourMonths: estimate(incidenceAt(referral, FOUR_MONTHS)),
    survival: lengths.points.map(({ time, atRisk, survival, low, high }) => ({ months: time / DAYS_PER_MONTH, atRisk, survival: { value: survival, low, high, n, withheld: null } })),
    closing: points(closing),
    referral: points(referral),
  };
}

const points = ({ steps, n }: ReturnType<typeof incidenceCurve>): IncidencePoint[] =>
  steps.map(({ time, atRisk, incidence, low, high }) => ({ months: time / DAYS_PER_MONTH, atRisk, incidence: { value: incidence, low, high, n, withheld: null } }));
