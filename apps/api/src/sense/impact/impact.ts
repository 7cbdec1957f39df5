import { meanBounds, meanOfTally } from "@arl/analysis/mean";
import { wilson } from "@arl/analysis/proportion";
import { kaplanMeier, medianTime, survivalAt, type SurvivalCurve } from "@arl/analysis/survival";
import { LOCALES } from "@arl/schema/enums";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import { estimate, exact, scaled, sumOver, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Cell } from "../figure/key.type";
import { LOCALE_LABELS } from "../scope/labels";
import type { CallLevel, Followed, RelationshipFacts, RequestFacts, ServedFacts, SessionFacts } from "./impact.queries";
import type { CallLevel as CallLevelFigure, Impact, RatingTally, SurvivalPoint } from "./impact.type";

const SUSTAINED_DAYS = 4 * DAYS_PER_MONTH;
const RATINGS = [1, 2, 3, 4, 5] as const;

export interface ImpactFacts {
  readonly requests: RequestFacts;
  readonly sessions: SessionFacts;
  readonly served: ServedFacts;
  readonly relationships: RelationshipFacts;
}

/** The headline figures, from facts that were all read in one snapshot. */
export function impactFigures({ requests, sessions, served, relationships }: ImpactFacts): Impact {
  const lengths = curve(relationships.lengths);
  return {
    systemsRequesting: exact(requests.systems, requests.systems),
    requests: exact(requests.requests, requests.systems),
    daysToMatch: estimate(medianTime(curve(requests.toMatch))),
    daysToFirstSession: estimate(medianTime(curve(requests.toFirstSession))),
    ...reach(served),
    sessionsHeld: exact(sessions.sessions, sessions.systems),
    providersActive: exact(sessions.providers, sessions.systems),
    ...ratingFigures(sessions),
    relationships: exact(relationships.relationships, relationships.systems),
    returnRate: estimate(wilson(relationships.returned, relationships.relationships)),
    relationshipLengthMonths: scaled(estimate(medianTime(lengths)), 1 / DAYS_PER_MONTH),
    sustainedFourMonths: estimate(survivalAt(lengths, SUSTAINED_DAYS)),
    survival: survivalPoints(lengths),
    sessionsPerRelationshipMax:
      relationships.mostSessions === null ? withheld("NO_DATA", 0) : exact(relationships.mostSessions, relationships.relationships),
  };
}

const curve = (followed: readonly Followed[]): SurvivalCurve => kaplanMeier(followed.map(([time, event]) => ({ time, event })));

function survivalPoints({ points, n }: SurvivalCurve): SurvivalPoint[] {
  return points.map(({ time, atRisk, survival, low, high }) => ({
    months: time / DAYS_PER_MONTH,
    atRisk,
    survival: { value: survival, low, high, n, withheld: null },
  }));
}

function reach(served: ServedFacts) {
  const { systems, schools, schoolsKnown, students, studentsKnown, medianStudents, largestStudents } = served;
  const known = (value: number | null) => (value === null ? withheld("NO_DATA", 0) : exact(value, studentsKnown));
  return {
    systemsServed: exact(systems, systems),
    statesReached: exact(served.states, systems),
    schoolsReached: sumOver(schools, schoolsKnown, systems),
    studentsReached: sumOver(students, studentsKnown, systems),
    medianSystemStudents: known(medianStudents),
    largestSystemShare: known(students && largestStudents !== null ? largestStudents / students : null),
    titleIShare: estimate(wilson(served.titleI, served.titleIKnown)),
    localeMix: localeMix(served.locales),
  };
}

function localeMix(locales: ServedFacts["locales"]): Cell[] {
  const known = locales.reduce((sum, { systems }) => sum + systems, 0);
  return LOCALES.flatMap((locale) => {
    const systems = locales.find((row) => row.locale === locale)?.systems;
    if (systems === undefined) return [];
    const count = exact(systems, systems);
    const row = { key: locale, label: LOCALE_LABELS[locale] };
    return [{ row, column: null, count, systems: count, share: estimate(wilson(systems, known)) }];
  });
}

function ratingFigures({ sessions, ratings }: SessionFacts) {
  const tally: RatingTally[] = RATINGS.map((rating) => ({ rating, count: ratings.find((row) => row.rating === rating)?.count ?? 0 }));
  const answered = tally.reduce((all, { count }) => all + count, 0);
  const sum = tally.reduce((all, { rating, count }) => all + rating * count, 0);
  return {
    ratings: tally,
    sessionRating: estimate(meanOfTally(tally.map(({ rating, count }) => ({ value: rating, count })))),
    responseRate: estimate(wilson(answered, sessions)),
    ratingIfAllAnswered: boundsOf(meanBounds({ sum, answered, asked: sessions, min: 1, max: 5 }), sessions),
  };
}

/** No single value: the data allow anything between the bounds. */
const boundsOf = (bounds: { low: number | null; high: number | null }, n: number): Figure =>
  n === 0 ? withheld("NO_DATA", 0) : { value: null, low: bounds.low, high: bounds.high, n, withheld: null };

/** Mean challenge level at each call that has one. */
export function callLevelFigures(levels: readonly CallLevel[]): CallLevelFigure[] {
  const calls = [...new Set(levels.map(({ call }) => call))].sort((a, b) => a - b);
  return calls.map((call) => {
    const tally = levels.filter((row) => row.call === call).map(({ level, count }) => ({ value: level, count }));
    return { call, level: estimate(meanOfTally(tally)) };
  });
}
