import { lifeTable, lifeTableAt, lifeTableMedian, type LifeTable } from "@arl/analysis/disclosure/lifeTable";
import { meanBounds } from "@arl/analysis/mean";
import { LOCALES } from "@arl/schema/enums";
import type { Figure } from "../figure/figure.type";
import type { Cell } from "../figure/key.type";
import { alsoWithheld, maybeShown, protectedEstimate, TOO_FEW, type CellFacts, type Protection, type RecordKind } from "../figure/protection";
import { LOCALE_LABELS } from "../scope/labels";
import { LENGTH_MONTHS, LEVEL_SCALE, RATING_SCALE, WAIT_DAYS, type Cells } from "./impactCells.queries";
import type { CallLevel, Impact, RatingTally, SurvivalPoint } from "./impact.type";

/** One population's cells; null where none of its figures may be shown. */
export interface GuardedImpact {
  readonly requests: Cells | null;
  readonly sessions: Cells | null;
  readonly relationships: Cells | null;
  readonly protection: Protection;
  /** States and organisations that there are. */
  readonly states: number;
  readonly providers: number;
}

const SUSTAINED_MONTHS = 4;
const RATINGS = [1, 2, 3, 4, 5] as const;

/** The headline figures from protected numbers; what rests on a single system, largest or middle, is withheld. */
export function protectedImpact(facts: GuardedImpact): Impact {
  return {
    ...requestFigures(facts),
    ...sessionFigures(facts),
    ...reach(facts),
    ...relationshipFigures(facts),
    medianSystemStudents: TOO_FEW,
    largestSystemShare: TOO_FEW,
    sessionsPerRelationshipMax: TOO_FEW,
  };
}

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

function sessionFigures({ sessions, protection, providers }: GuardedImpact) {
  const [all, rated] = [sessions?.of("all"), sessions?.of("rated")];
  const squares = sessions?.of("rated squared");
  const sessionRating = shownOf(rated, (cell) => (squares ? protection.meanFigure(cell, squares, "rating", "sessions", RATING_SCALE) : TOO_FEW));
  return {
    sessionsHeld: shownOf(all, (cell) => protection.countFigure(cell, "sessions")),
    providersActive: shownOf(all, (cell) => protection.distinctFigure(cell.all.organisations, cell, "organisations", [3, providers])),
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
function ratingTallies(sessions: Cells | null, protection: Protection): RatingTally[] {
  if (sessions === null || !maybeShown(sessions.of("rated"))) return [];
  const line = RATINGS.map((rating) => ({ rating, facts: sessions.of("rating", String(rating)) })).map((cell) => ({ ...cell, shown: maybeShown(cell.facts) }));
  const also = new Set(alsoWithheld(line, false));
  return line.flatMap((cell) => {
    const { value } = cell.shown && !also.has(cell) ? protection.countFigure(cell.facts, "sessions") : TOO_FEW;
    return value === null ? [] : [{ rating: cell.rating, count: value }];
  });
}

function reach({ sessions, protection, states }: GuardedImpact) {
  const all = sessions?.of("all");
  const ofStates = sessions?.keysOf("state").length ?? 0;
  const known = sessions?.of("title_i known");
  return {
    systemsServed: shownOf(all, (cell) => protection.systemsFigure(cell)),
    statesReached: shownOf(all, (cell) => protection.distinctFigure(ofStates, cell, "states", [1, states])),
    schoolsReached: shownOf(sessions?.of("schools known"), (cell) => protection.sumFigure(cell, "schools")),
    studentsReached: shownOf(sessions?.of("students known"), (cell) => protection.sumFigure(cell, "students")),
    titleIShare: shownOf(known, (cell) => protection.shareFigure(sessions?.of("title_i", "true") ?? cell, cell, "systems")),
    localeMix: localeMix(sessions, protection),
  };
}

/** Every locale, whether or not there is anything in it: what is nothing and what is too few look alike. */
function localeMix(sessions: Cells | null, protection: Protection): Cell[] {
  const known = sessions?.of("locale known");
  const line = [...LOCALES, "UNKNOWN" as const].map((locale) => {
    const facts = sessions?.of("locale", locale);
    return { locale, facts, shown: facts !== undefined && known !== undefined && maybeShown(known) && maybeShown(facts) };
  });
  const counted = line.flatMap(({ facts, ...cell }) => (facts ? [{ ...cell, facts }] : []));
  const also = new Set(alsoWithheld(counted, true).map(({ locale }) => locale));
  return line.flatMap(({ locale, facts, shown }): Cell[] => {
    if (locale === "UNKNOWN") return [];
    const row = { key: locale, label: LOCALE_LABELS[locale] };
    if (!facts || !known || !shown || also.has(locale)) return [{ row, column: null, count: TOO_FEW, systems: TOO_FEW, share: TOO_FEW }];
    const count = protection.systemsFigure(facts);
    return [{ row, column: null, count, systems: count, share: protection.shareFigure(facts, known, "systems") }];
  });
}

function relationshipFigures({ relationships, protection }: GuardedImpact) {
  const all = relationships?.of("all");
  const table = all && maybeShown(all) ? tableOf(relationships, all, protection, "relationships", { ends: LENGTH_MONTHS, event: "closed", censored: "open" }) : null;
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
  points.map(({ end, atRisk, survival, low, high }) => ({ months: end, atRisk, survival: { value: survival, low, high, n, withheld: null } }));

/** Mean challenge level at each call; calls with too few are withheld. */
export function protectedCallLevels(cells: Cells | null, protection: Protection, calls: number): CallLevel[] {
  return Array.from({ length: calls }, (_, index) => index + 1).map((call) => ({
    call,
    level: shownOf(cells?.of("level", String(call)), (cell) =>
      cells ? protection.meanFigure(cell, cells.of("level squared", String(call)), "level", "relationships", LEVEL_SCALE) : TOO_FEW,
    ),
  }));
}
