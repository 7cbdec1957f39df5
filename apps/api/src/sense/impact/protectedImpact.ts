import { lifeTable, lifeTableAt, lifeTableMedian, type LifeTable } from "@arl/analysis/disclosure/lifeTable";
import { meanBounds } from "@arl/analysis/mean";
import { LOCALES } from "@arl/schema/enums";
import { exact } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Cell } from "../figure/key.type";
import { maybeShown, protectedEstimate, TOO_FEW, type CellFacts, type Protection, type RecordKind } from "../figure/protection";
import type { Condition } from "../scope/conditions";
import { LOCALE_LABELS } from "../scope/labels";
import { LENGTH_MONTHS, LEVEL_SCALE, RATING_SCALE, WAIT_DAYS, type Cells } from "./impactCells.queries";
import type { CallLevel, Impact, RatingTally, SurvivalPoint } from "./impact.type";

/** One population's cells, and which parts of the scope may be shown. */
export interface GuardedCells extends Cells {
  /** Whether those of the scope for which these hold as well may be shown. */
  mayShow(...conditions: readonly Condition[]): boolean;
}

/** The populations; null where none of its figures may be shown. */
export interface GuardedImpact {
  readonly requests: GuardedCells | null;
  readonly sessions: GuardedCells | null;
  readonly relationships: GuardedCells | null;
  readonly protection: Protection;
  /** States and organisations that there are. */
  readonly states: number;
  readonly providers: number;
  /** Whether the scope is the whole network. */
  readonly isWhole: boolean;
  /** Students of the middle system, for the whole network alone. */
  readonly medianStudents: number | null;
  /** Months from the network's first record to the publication day: nothing can have lasted longer. */
  readonly ageMonths: number;
}

const SUSTAINED_MONTHS = 4;
const RATINGS = [1, 2, 3, 4, 5] as const;

/** Those followed are given in tens: from month to month the difference is how many ended, mostly few. */
const AT_RISK_STEP = 10;

/** The headline figures from protected numbers; what rests on a single system, largest or middle, is withheld. */
export function protectedImpact(facts: GuardedImpact): Impact {
  return {
    ...requestFigures(facts),
    ...sessionFigures(facts),
    ...reach(facts),
    ...relationshipFigures(facts),
    medianSystemStudents: middle(facts),
    largestSystemShare: TOO_FEW,
    sessionsPerRelationshipMax: TOO_FEW,
  };
}

/** To two digits, and of the whole network alone: the middle system's own figure, looked up in a directory, would name it. */
function middle({ sessions, medianStudents, protection }: GuardedImpact): Figure {
  if (medianStudents === null) return TOO_FEW;
  return shownOf(sessions?.of("all"), (cell) => ({ value: Number(medianStudents.toPrecision(2)), low: null, high: null, n: protection.systemsFigure(cell).n, withheld: null }));
}

/** Without what it rests on, which would tell of how many it is not known. */
const withoutN = (figure: Figure): Figure => ({ ...figure, n: null });

/** The figure of a cell, where the cell may be shown. */
const shownOf = (cell: CellFacts | undefined, figure: (cell: CellFacts) => Figure): Figure => (cell && maybeShown(cell) ? figure(cell) : TOO_FEW);

function requestFigures({ requests, protection }: GuardedImpact) {
  const all = requests?.of("all");
  const median = (event: string, censored: string) =>
    shownOf(all, (cell) => protectedEstimate(lifeTableMedian(tableOf(requests, cell, protection, "requests", { ends: WAIT_DAYS, event, censored }))));
  return {
    systemsRequesting: shownOf(all, (cell) => protection.systemsFigure(cell)),
    requests: shownOf(all, (cell) => protection.countFigure(cell, "requests")),
    daysToMatch: median("match", "matchless"),
    daysToFirstSession: median("call", "callless"),
  };
}

interface Spells {
  readonly ends: readonly number[];
  readonly event: string;
  readonly censored: string;
}

function tableOf(cells: Cells | null, all: CellFacts, protection: Protection, kind: RecordKind, { ends, event, censored }: Spells): LifeTable {
  const numberOf = (name: string, interval: number) => {
    const cell = cells?.of(name, String(interval));
    // Nothing is left as nothing: every empty cell would have the same noise.
    return cell && cell.all.records > 0 ? protection.records(cell, kind) : { raw: 0, reach: 0, deviation: 0 };
  };
  return lifeTable(
    protection.records(all, kind),
    ends.map((end, index) => ({ end, events: numberOf(event, index + 1), censored: numberOf(censored, index + 1) })),
  );
}

function sessionFigures({ sessions, protection, providers, isWhole }: GuardedImpact) {
  const [all, rated] = [sessions?.of("all"), sessions?.mayShow("RATED=true") ? sessions.of("rated") : undefined];
  const squares = sessions?.of("rated squared");
  const sessionRating = shownOf(rated, (cell) => (squares ? protection.meanFigure(cell, squares, "rating", "sessions", RATING_SCALE) : TOO_FEW));
  return {
    sessionsHeld: shownOf(all, (cell) => protection.countFigure(cell, "sessions")),
    // Which organisations work in the network is no secret; where they do is.
    providersActive: shownOf(all, (cell) =>
      isWhole ? { ...exact(cell.all.organisations, 0), n: protection.systemsFigure(cell).n } : protection.distinctFigure(cell.all.organisations, cell, "organisations", [3, providers]),
    ),
    sessionRating,
    responseRate: shownOf(all, (cell) => shownOf(rated, (part) => protection.shareFigure(part, cell, "sessions"))),
    ratingIfAllAnswered: shownOf(all, (cell) => shownOf(rated, (part) => boundsOf(sessionRating, protection.records(part, "sessions").raw, protection.records(cell, "sessions").raw))),
    ratings: ratingTallies(sessions, protection),
  };
}

/** What the published mean and counts leave open. */
function boundsOf({ value }: Figure, answeredRaw: number, askedRaw: number): Figure {
  const asked = Math.max(1, Math.round(askedRaw));
  const answered = Math.min(asked, Math.max(0, Math.round(answeredRaw)));
  if (value === null) return TOO_FEW;
  const [min, max] = RATING_SCALE;
  return { value: null, ...meanBounds({ sum: value * answered, answered, asked, min, max }), n: asked, withheld: null };
}

/** Ratings that many were given; the others are left out. */
function ratingTallies(sessions: GuardedCells | null, protection: Protection): RatingTally[] {
  return RATINGS.flatMap((rating) => {
    const { value } = sessions?.mayShow(`RATING=${rating}`) ? shownOf(sessions.of("rating", String(rating)), (cell) => protection.countFigure(cell, "sessions")) : TOO_FEW;
    return value === null ? [] : [{ rating, count: value }];
  });
}

function reach({ sessions, protection, states }: GuardedImpact) {
  const all = sessions?.of("all");
  const ofStates = sessions?.keysOf("state").length ?? 0;
  const known = sessions?.mayShow("TITLE_I_KNOWN=true") ? sessions.of("title_i known") : undefined;
  const summed = (name: string, measure: string, condition: Condition) => {
    const figure = shownOf(sessions?.of(name), (cell) => protection.sumFigure(cell, measure));
    return sessions?.mayShow(condition) ? figure : withoutN(figure);
  };
  return {
    systemsServed: shownOf(all, (cell) => protection.systemsFigure(cell)),
    statesReached: shownOf(all, (cell) => protection.distinctFigure(ofStates, cell, "states", [1, states])),
    schoolsReached: summed("schools known", "schools", "SCHOOLS_KNOWN=true"),
    studentsReached: summed("students known", "students", "STUDENTS_KNOWN=true"),
    titleIShare: shownOf(known, (cell) => protection.shareFigure(sessions?.of("title_i", "true") ?? cell, cell, "systems")),
    localeMix: localeMix(sessions, protection),
  };
}

/** Every locale, whether or not there is anything in it: what is nothing and what is too few look alike. */
function localeMix(sessions: GuardedCells | null, protection: Protection): Cell[] {
  const known = sessions?.mayShow("LOCALE_KNOWN=true") ? sessions.of("locale known") : undefined;
  return LOCALES.map((locale): Cell => {
    const facts = sessions?.mayShow(`LOCALE=${locale}`) ? sessions.of("locale", locale) : undefined;
    const count = shownOf(facts, (cell) => protection.systemsFigure(cell));
    const share = shownOf(known, (whole) => shownOf(facts, (part) => protection.shareFigure(part, whole, "systems")));
    return { row: { key: locale, label: LOCALE_LABELS[locale] }, column: null, count, systems: count, share };
  });
}

function relationshipFigures({ relationships, protection, ageMonths }: GuardedImpact) {
  const all = relationships?.of("all");
  const table = all && maybeShown(all) ? tableOf(relationships, all, protection, "relationships", { ends: LENGTH_MONTHS.filter((month) => month <= ageMonths), event: "closed", censored: "open" }) : null;
  const returned = relationships?.of("returned");
  return {
    relationships: shownOf(all, (cell) => protection.countFigure(cell, "relationships")),
    returnRate: shownOf(all, (cell) => (returned ? protection.shareFigure(returned, cell, "relationships") : TOO_FEW)),
    relationshipLengthMonths: table ? protectedEstimate(lifeTableMedian(table)) : TOO_FEW,
    sustainedFourMonths: table ? protectedEstimate(lifeTableAt(table, SUSTAINED_MONTHS)) : TOO_FEW,
    survival: table ? survivalPoints(table) : [],
  };
}

const survivalPoints = ({ points, n }: LifeTable): SurvivalPoint[] =>
  points.map(({ end, atRisk, survival, low, high }) => ({ months: end, atRisk: Math.round(atRisk / AT_RISK_STEP) * AT_RISK_STEP, survival: { value: survival, low, high, n, withheld: null } }));

/** Mean challenge level at each call; calls with too few are withheld. */
export function protectedCallLevels(cells: GuardedCells | null, protection: Protection, calls: number): CallLevel[] {
  return Array.from({ length: calls }, (_, index) => index + 1).map((call) => ({
    call,
    level: shownOf(cells?.of("level", String(call)), (cell) =>
      cells ? withoutN(protection.meanFigure(cell, cells.of("level squared", String(call)), "level", "relationships", LEVEL_SCALE)) : TOO_FEW,
    ),
  }));
}
