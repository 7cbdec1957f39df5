import { studentTQuantile } from "@arl/analysis/distributions";
import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { clusteredRegression, quantile95 } from "@arl/analysis/fixedEffects";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import { exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { CoachHistory, LoadedSession } from "./depth.queries";
import type { LoadEffect, LoadMeasure, LoadOutcome, LoadSeries, LoadWatch } from "./load.type";
import { loadsOf, usualMinutes, type Load } from "./loads";
import { counted, thereAre, tooFew } from "./refusals";
import { changesWithin, figureOf, slopeWithin, type Observed, type Slope } from "./within";

/** Sessions younger than this may yet be rated, so they say nothing of response. */
const SETTLED_DAYS = 14;

/** With which a slope that is there would be found. */
const POWER = 0.8;

const LEAST_COACHES = 5;

interface Session {
  readonly load: Load;
  readonly session: LoadedSession;
}

interface Measure {
  readonly measure: LoadMeasure;
  readonly of: (load: Load) => number | null;
  /** The load that the slope is told for: one relationship, a tenth of the hours. */
  readonly step: number;
  /** Lower ends of the bins. */
  readonly bins: readonly number[];
}

const MEASURES: readonly Measure[] = [
  { measure: "RELATIONSHIPS", of: ({ relationships }) => relationships, step: 1, bins: [0, 3, 5, 7, 9, 13] },
  { measure: "HOURS", of: ({ booked }) => booked, step: 0.1, bins: [0, 0.25, 0.5, 0.75, 1] },
];

interface Outcome {
  readonly outcome: LoadOutcome;
  /** For sentences. */
  readonly what: string;
  readonly of: (session: LoadedSession, asOf: number) => number | null;
}

const OUTCOMES: readonly Outcome[] = [
  { outcome: "RATING", what: "with a rating", of: ([, , rating]) => rating },
  { outcome: "CHALLENGE", what: "with a challenge level", of: ([, , , level]) => level },
  { outcome: "RESPONSE", what: "that could have been rated", of: ([at, , rating], asOf) => (asOf - at < SETTLED_DAYS ? null : Number(rating !== null)) },
];

const READING =
  "Each coach is compared with themselves at other times, at the same call number and with the drift of time taken out. An association, not an effect: weeks with more on hand differ in other ways too. No coach is told apart.";

/**
 * Outcomes against what lead coaches had on hand, all coaches together.
 * @param asOf in days since 1970.
 */
export function loadWatch(coaches: readonly CoachHistory[], asOf: number): LoadWatch {
  const usual = usualMinutes(coaches);
  const led = coaches.map((coach) => {
    const loads = loadsOf(coach, usual);
    return coach.led.flatMap((session, at): Session[] => (loads[at] ? [{ session, load: loads[at] }] : []));
  });
  const drafts = MEASURES.map((measure) => ({ measure, effects: OUTCOMES.map((outcome) => effectOf(led, measure, outcome, asOf)) }));
  const slopes = drafts.flatMap(({ effects }) => effects).filter(({ slope }) => slope !== null);
  const qValues = benjaminiHochberg(slopes.map(({ slope }) => slope?.coefficient.pValue ?? 1));
  const qOf = new Map(slopes.map((draft, at) => [draft, qValues[at] ?? 1]));
  return {
    coaches: coaches.length,
    sessions: led.reduce((sum, own) => sum + own.length, 0),
    series: drafts.map(({ measure, effects }) => ({
      ...spread(led, measure),
      effects: effects.map((draft) => ({ ...draft.figures, qValue: qOf.get(draft) ?? null })),
    })),
    reading: READING,
  };
}

function spread(led: readonly (readonly Session[])[], { measure, of }: Measure): Omit<LoadSeries, "effects"> {
  const loads = led.flatMap((own) => own.flatMap(({ load }) => of(load) ?? [])).sort((a, b) => a - b);
  const n = loads.length;
  const known = (value: number | undefined): Figure => (value === undefined ? withheld("NO_DATA", 0) : exact(value, n));
  return { measure, median: known(loads[Math.floor((n - 1) / 2)]), largest: known(loads.at(-1)) };
}

interface Draft {
  readonly slope: Slope | null;
  readonly figures: Omit<LoadEffect, "qValue">;
}

function effectOf(led: readonly (readonly Session[])[], { of, step, bins }: Measure, { outcome, what, of: outcomeOf }: Outcome, asOf: number): Draft {
  const clusters = led
    .map((own) =>
      own.flatMap(({ session, load }): Observed[] => {
        const [value, x] = [outcomeOf(session, asOf), of(load)];
        if (value === null || x === null) return [];
        const [at, call] = session;
        return [{ outcome: value, x: x / step, level: bins.findLastIndex((from) => from <= x), held: [call, (at - asOf) / DAYS_PER_MONTH] }];
      }),
    )
    .filter((own) => own.length > 0);
  const n = clusters.reduce((sum, own) => sum + own.length, 0);
  const slope = clusters.filter((own) => own.length > 1).length >= LEAST_COACHES ? slopeWithin(clusters) : null;
  const changes = slope === null ? null : changesWithin(clusters, bins.length, "lowest");
  const figures = {
    outcome,
    slope: slope === null ? withheld("TOO_FEW", n) : figureOf(slope.coefficient, slope.observations),
    detectable: slope && detectable(slope),
    bins: bins
      .map((from, level) => {
        const raw = rawMean(clusters.map((own) => own.filter((each) => each.level === level)));
        return { from, to: bins[level + 1] ?? null, raw, change: changes?.[level] ?? withheld("TOO_FEW", raw.n) };
      })
      .filter(({ raw: { n } }) => n !== 0),
    refusal:
      slope === null
        ? tooFew(
            `${thereAre(n, "session")} ${what} from ${counted(clusters.length, "coach", "coaches")} whose load is known, and too little variation within coaches.`,
            `It takes ${LEAST_COACHES} coaches or more whose load changed from session to session.`,
          )
        : null,
  };
  return { slope, figures };
}

/** A mean with its interval over coaches. */
function rawMean(clusters: readonly (readonly Observed[])[]): Figure {
  const some = clusters.filter((own) => own.length > 0);
  const n = some.reduce((sum, own) => sum + own.length, 0);
  if (n === 0) return withheld("NO_DATA", 0);
  const found = clusteredRegression(some.map((own) => ({ outcomes: own.map(({ outcome }) => outcome), rows: own.map(() => [1]) })));
  const coefficient = found?.coefficients[0];
  // Coaches whose sessions all came out alike say nothing of how far the next one's may lie.
  if (some.length < LEAST_COACHES || !coefficient || coefficient.standardError === 0) return withheld("TOO_FEW", n);
  return figureOf(coefficient, n);
}

/** The slope that would be found, at 95%, four times in five. */
function detectable({ coefficient: { standardError, df } }: Slope): number {
  return (quantile95(df) + studentTQuantile(POWER, Math.floor(df))) * standardError;
}
