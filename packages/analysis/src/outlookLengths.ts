import type { SeededRandom } from "./seededRandom";
import type { Spell } from "./survival";

/** Above this many, every so-manyth of the ordered spells stands for all. */
const SPELLS_USED = 2000;

/** Spells in the order in which a survival curve takes them: ends before censorings at the same time. */
export function orderedSpells(spells: readonly Spell[]): readonly Spell[] {
  const bad = spells.find(({ time }) => !(time >= 0 && time < Infinity));
  if (bad) throw new RangeError(`times must be finite and ≥ 0, got ${bad.time}`);
  const sorted = spells.toSorted((a, b) => a.time - b.time || Number(b.event) - Number(a.event));
  if (sorted.length <= SPELLS_USED) return sorted;
  const step = sorted.length / SPELLS_USED;
  return Array.from({ length: SPELLS_USED }, (_, index) => sorted[Math.floor((index + 0.5) * step)]).filter((spell) => spell !== undefined);
}

/** A distribution of lengths, from a survival curve that steps down at `times` to `survival`. */
export class LengthCurve {
  readonly #times: Float64Array;
  readonly #survival: Float64Array;
  readonly #steps: number;
  /** The longest time followed. */
  readonly #last: number;
  /** Ends per unit of time beyond `last`. */
  readonly #hazard: number;
  /** The mean length, in the unit of the spells. */
  readonly mean: number;

  /**
   * Kaplan–Meier curve of weighted spells. Beyond the longest time followed, it goes on as the exponential that meets it there.
   *
   * @param spells as `orderedSpells` gives them, at least one of them an end. @param weight of the spell at an index; > 0.
   * @see Brown, Hollander & Korwar (1974), in Reliability and Biometry, 327–354, for the exponential tail.
   */
  constructor(spells: readonly Spell[], weight: (index: number) => number) {
    const weights = new Float64Array(spells.length);
    let atRisk = 0;
    for (let index = 0; index < weights.length; index += 1) atRisk += weights[index] = weight(index);
    this.#times = new Float64Array(spells.length);
    this.#survival = new Float64Array(spells.length);
    let [steps, survival, area, followed, before] = [0, 1, 0, 0, 0];
    // By index: a curve is made for each of a thousand futures.
    for (let index = 0; index < spells.length; index += 1) {
      const { time, event } = spells[index] ?? { time: before, event: false };
      const own = weights[index] ?? 0;
      area += survival * (time - before);
      before = time;
      followed += own * time;
      if (event) {
        // The last at risk brings the curve to 0, whatever rounding has left of the weights.
        survival = index === spells.length - 1 ? 0 : (survival * (atRisk - own)) / atRisk;
        this.#times[steps] = time;
        this.#survival[steps] = survival;
        steps += 1;
      }
      atRisk -= own;
    }
    this.#steps = steps;
    this.#last = before;
    this.#hazard = survival > 0 && survival < 1 && before > 0 ? -Math.log(survival) / before : 1 / Math.max(followed, 1);
    this.mean = area + survival / this.#hazard;
  }

  /** The share that lasts longer than `time`. */
  survivalAt(time: number): number {
    const place = this.#firstStep((index) => (this.#times[index] ?? Infinity) > time);
    const reached = place === 0 ? 1 : (this.#survival[place - 1] ?? 0);
    return time <= this.#last ? reached : reached * Math.exp(-this.#hazard * (time - this.#last));
  }

  /** The length that a share `u` of all outlasts; u in (0, 1). */
  quantile(u: number): number {
    const place = this.#firstStep((index) => (this.#survival[index] ?? 0) <= u);
    if (place < this.#steps) return this.#times[place] ?? 0;
    const left = this.#survival[this.#steps - 1] ?? 1;
    return this.#last + Math.log(left / u) / this.#hazard;
  }

  /** How much longer one lasts that has lasted for `elapsed`, where a share `u` of such outlasts it. */
  remaining(elapsed: number, u: number): number {
    const reached = this.survivalAt(elapsed);
    // None of those followed lasted so long: what is left is as long as the tail's.
    if (reached <= 0) return -Math.log(u) / this.#hazard;
    return Math.max(0, this.quantile(reached * u) - elapsed);
  }

  #firstStep(holds: (index: number) => boolean): number {
    let [low, high] = [0, this.#steps];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/**
 * The curve with the spells weighted at random, as one draw of what the true curve may be.
 *
 * @see Rubin (1981), Ann. Stat. 9(1), 130–134; for censored times Lo (1993), Ann. Stat. 21(1), 100–123.
 */
export const bootstrapCurve = (spells: readonly Spell[], random: SeededRandom): LengthCurve => new LengthCurve(spells, () => random.exponential());
