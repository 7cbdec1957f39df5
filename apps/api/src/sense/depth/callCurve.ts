import type { Outcome } from "@arl/analysis/estimate";
import { mean } from "@arl/analysis/mean";
import { wilson } from "@arl/analysis/proportion";
import { estimate, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { CallCurve } from "./curve.type";
import type { NumberedCall } from "./depth.queries";
import { counted, thereAre, tooFew } from "./refusals";
import { changesWithin, figureOf, LEAST_AT_LEVEL, slopeWithin } from "./within";

/** Calls of a relationship that are told apart; later ones are too few. */
export const CALLS = 8;

/** A slope takes as many relationships with two values or more. */
const LEAST_RELATIONSHIPS = 10;

/** What a curve is of. */
export interface Measured {
  /** For sentences: "a rating". */
  readonly what: string;
  readonly of: (call: NumberedCall) => number | null;
  readonly raw: (values: readonly number[]) => Outcome;
}

export const LEVEL: Measured = { what: "a challenge level", of: ([, level]) => level, raw: mean };
export const RATING: Measured = { what: "a rating", of: ([, , rating]) => rating, raw: mean };
export const WANTS_MORE: Measured = {
  what: "an answer to whether more is wanted",
  of: ([, , , wantsMore]) => (wantsMore === null ? null : Number(wantsMore)),
  raw: (values) => wilson(values.reduce((sum, value) => sum + value, 0), values.length),
};

/**
 * How something changes from call to call of the same relationship. Relationships that end early are not in the later calls, so
 * plain means by call would show who stays as much as what changes; within relationships they do not.
 */
export function callCurve(relationships: readonly (readonly NumberedCall[])[], { what, of, raw }: Measured): CallCurve {
  const clusters = relationships.map((calls) =>
    calls.flatMap((each) => {
      const outcome = of(each);
      return outcome === null || each[0] > CALLS ? [] : [{ outcome, x: each[0], level: each[0] - 1, held: [] }];
    }),
  );
  const telling = clusters.filter((own) => own.length > 1);
  const slope = telling.length >= LEAST_RELATIONSHIPS ? slopeWithin(telling) : null;
  const changes = slope === null ? null : changesWithin(telling, CALLS, "first");
  const byCall = Array.from({ length: CALLS }, (_, at) => clusters.flatMap((own) => own.filter(({ level }) => level === at).map(({ outcome }) => outcome)));
  return {
    slope: slope === null ? withheld("TOO_FEW", telling.reduce((sum, own) => sum + own.length, 0)) : figureOf(slope.coefficient, slope.observations),
    relationships: telling.length,
    points: byCall
      .map((values, at) => ({ call: at + 1, raw: rawFigure(values, raw), change: changes?.[at] ?? withheld("TOO_FEW", values.length) }))
      .filter(({ raw: { n } }) => n !== 0),
    refusal: slope === null ? refusalOf(telling.length, what) : null,
  };
}

/** A plain mean of so few says nothing, and that a few happened to be equal is no certainty. */
const LEAST_VALUES = 5;

function rawFigure(values: readonly number[], raw: Measured["raw"]): Figure {
  if (values.length > 0 && values.length < LEAST_VALUES) return withheld("TOO_FEW", values.length);
  const figure = estimate(raw(values));
  return figure.low === figure.high ? { ...figure, low: null, high: null } : figure;
}

function refusalOf(telling: number, what: string) {
  if (telling >= LEAST_RELATIONSHIPS) {
    return tooFew(`${counted(telling, "relationship")} with two calls that have ${what} do not differ enough in them for a change to be told.`, "It takes more calls, or calls that differ.");
  }
  return tooFew(
    `${thereAre(telling, "relationship")} with two calls that have ${what}.`,
    `A change within relationships takes ${LEAST_RELATIONSHIPS} of them, and each call ${LEAST_AT_LEVEL}: a wider scope, or more time.`,
  );
}

export const CHALLENGE_READING =
  "Each relationship is compared with itself, so that who stays longer does not make the curve. How hard a call was is the coach's own word, and those whose work gets harder faster may stay longer.";

export const DOSE_READING =
  "This is an association within relationships, not an effect of coaching: nobody was given more calls by chance, and those who are pleased may both rate higher and stay. No ranking rests on how many sessions were held: dose is not quality.";
