import { simulateRun, type Future, type RunOutcome, type RunSettings } from "./outlookRun";
import { bootstrapCurve, LengthCurve, orderedSpells } from "./outlookLengths";
import { around, comparison, forecast, rangeOf, type Comparison, type Forecast, type Range } from "./outlookSummary";
import { seededRandom, type SeededRandom } from "./seededRandom";
import type { Spell } from "./survival";

/** What is known of a topic's requests, of its relationships and of who stands ready. Times in days. */
export interface OutlookInput extends RunSettings {
  /** Requests that came in within `exposureDays` before now. */
  readonly arrivals: number;
  readonly exposureDays: number;
  /** How many wait now for a specialist. */
  readonly waiting: number;
  /** How long each relationship that a specialist holds now has gone on. */
  readonly open: readonly number[];
  /** Lengths of relationships, those still open as censored; some must have ended. */
  readonly lengths: readonly Spell[];
  /** Hours a month that one relationship takes of a specialist's hours for the topic, with the standard error of its logarithm. */
  readonly relationshipHours: { readonly value: number; readonly error: number };
  /** Specialists' hours a month. */
  readonly hours: number;
  /** The same after a change; null where none is asked about. */
  readonly changedHours: number | null;
  readonly seed: number;
  /** Futures to draw; left out, as `runsFor` says. */
  readonly runs?: number;
}

export interface Outlook {
  /** Requests a day. */
  readonly rate: Range;
  readonly now: Forecast;
  readonly changed: Forecast | null;
  readonly difference: Comparison | null;
  /** How many futures were drawn. */
  readonly runs: number;
}

const RUNS_AT_MOST = 1000;
const RUNS_AT_LEAST = 200;
/** Arrivals that may be served in all, which keeps the answer within some 200 ms. */
const ARRIVALS_SERVED = 400_000;

/** How many futures are drawn: fewer where each has more arrivals, by which it varies less. */
export function runsFor({ arrivals, exposureDays, weeks }: Pick<OutlookInput, "arrivals" | "exposureDays" | "weeks">): number {
  const each = (arrivals / exposureDays) * weeks * 7;
  return Math.round(Math.min(RUNS_AT_MOST, Math.max(RUNS_AT_LEAST, ARRIVALS_SERVED / (each + 1))));
}

/**
 * How long those who ask will wait for a specialist, over the coming weeks, as things are and after a change.
 *
 * Many futures are drawn from the present state: Poisson arrivals, served in their order (M/G/c), a place for each relationship
 * that the specialists' hours can bear. In each future the arrival rate (gamma, Jeffreys' prior), the curve of lengths (Bayesian
 * bootstrap) and the hours of a relationship (log-normal) are drawn too, so that intervals hold what is not known as well as
 * chance. A fraction of a place counts as one in as large a share of the futures. Both cases meet the same futures (common random
 * numbers), so that their difference is not blurred by chance that they share.
 *
 * @returns intervals that hold 95% of the futures. The same input gives the same answer.
 * @throws RangeError if rates, hours or lengths make no sense.
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., chapter 11, for common random numbers.
 * @see Chick (2001), Operations Research 49(5), 744–758, for input uncertainty in simulation.
 */
export function outlook(input: OutlookInput): Outlook {
  check(input);
  const spells = orderedSpells(input.lengths);
  const runs = input.runs ?? runsFor(input);
  const now: RunOutcome[] = [];
  const changed: RunOutcome[] = [];
  for (let run = 0; run < runs; run += 1) {
    const future = drawFuture(input, spells, seededRandom(input.seed, run));
    now.push(simulateRun(future, input.hours, input));
    if (input.changedHours !== null) changed.push(simulateRun(future, input.changedHours, input));
  }
  const pointLoad = pointUtilisation(input);
  return {
    rate: around(input.arrivals / input.exposureDays, rangeOf(now.map(({ rate }) => rate))),
    now: forecast(now, pointLoad(input.hours)),
    changed: input.changedHours === null ? null : forecast(changed, pointLoad(input.changedHours)),
    difference: input.changedHours === null ? null : comparison(now, changed),
    runs,
  };
}

function drawFuture(input: OutlookInput, spells: readonly Spell[], random: SeededRandom): Future {
  const rate = random.gamma(input.arrivals + 0.5) / input.exposureDays;
  const relationshipHours = input.relationshipHours.value * Math.exp(input.relationshipHours.error * random.normal());
  const roundUp = random.uniform();
  const curve = bootstrapCurve(spells, random);
  const remaining = input.open.map((elapsed) => curve.remaining(elapsed, random.uniform()));
  const first = Array.from({ length: input.waiting }, () => curve.quantile(random.uniform()));
  const arrivals: number[] = [];
  const lengths: number[] = [];
  for (let time = random.exponential() / rate; time < input.weeks * 7; time += random.exponential() / rate) {
    arrivals.push(time);
    lengths.push(curve.quantile(random.uniform()));
  }
  return { rate, meanLength: curve.mean, relationshipHours, roundUp, remaining, first, arrivals, lengths };
}

/** Work that comes in over work that can be done, and what a week leaves undone, as they are estimated. */
function pointUtilisation({ arrivals, exposureDays, lengths, relationshipHours }: OutlookInput) {
  const { mean } = new LengthCurve(orderedSpells(lengths), () => 1);
  const rate = arrivals / exposureDays;
  return (hours: number) => {
    const served = hours / relationshipHours.value / mean;
    return { utilisation: rate / served, growth: 7 * (rate - served) };
  };
}

function check({ arrivals, exposureDays, waiting, lengths, relationshipHours, hours, changedHours, weeks }: OutlookInput): void {
  const counts = [arrivals, waiting, weeks];
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) throw new RangeError(`counts must be whole and ≥ 0, got ${counts.join(", ")}`);
  const amounts = [exposureDays, relationshipHours.value];
  if (amounts.some((amount) => !(amount > 0 && amount < Infinity))) throw new RangeError(`days and hours of a relationship must be finite and > 0, got ${amounts.join(", ")}`);
  const offers = [hours, changedHours ?? 0];
  if (offers.some((offer) => !(offer >= 0 && offer < Infinity))) throw new RangeError(`hours must be finite and ≥ 0, got ${offers.join(", ")}`);
  if (!lengths.some(({ event }) => event)) throw new RangeError("lengths cannot be drawn where no relationship has ended");
}
