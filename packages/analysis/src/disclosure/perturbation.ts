/** A distribution of whole-numbered noise, symmetric about 0. */
export interface PerturbationTable {
  /** Largest noise either way. */
  readonly most: number;
  /** Probability of each noise from −most to most. */
  readonly probabilities: readonly number[];
}

/** What a table is to have; its mean is always 0. */
export interface PerturbationMoments {
  readonly variance: number;
  /** Largest noise either way: a whole number from 1. */
  readonly most: number;
}

/**
 * The table of noise that says least beyond its moments: of all distributions on −most … most with mean 0 and the given
 * variance, the one of maximum entropy, p(i) ∝ exp(−λ i²).
 *
 * @throws RangeError where no such distribution exists that thins out away from 0: the variance must be over 0 and at most
 *   that of the uniform distribution, most (most + 1) / 3.
 * @see Marley & Leaver (2011), A method for confidentialising user-defined tables, Proc. 58th ISI World Statistics
 *   Congress, Dublin; Giessing (2016), Privacy in Statistical Databases, LNCS 9867, 215–229, for maximum entropy.
 */
export function perturbationTable({ variance, most }: PerturbationMoments): PerturbationTable {
  if (!Number.isSafeInteger(most) || most < 1) throw new RangeError(`most must be a whole number from 1, got ${most}`);
  if (!(variance > 0 && variance <= (most * (most + 1)) / 3)) throw new RangeError(`no table reaches ${most} with variance ${variance}`);
  let [low, high] = [0, 1];
  while (varianceAt(high, most) > variance) high *= 2;
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2;
    if (varianceAt(middle, most) > variance) low = middle;
    else high = middle;
  }
  return { most, probabilities: tilted((low + high) / 2, most) };
}

/**
 * The noise at a place of the table.
 * @param place in [0, 1); uniform places give noise with the table's distribution.
 */
export function noiseAt({ most, probabilities }: PerturbationTable, place: number): number {
  let below = 0;
  const index = probabilities.findIndex((probability) => (below += probability) > place);
  return (index === -1 ? probabilities.length - 1 : index) - most;
}

function tilted(lambda: number, most: number): number[] {
  const weights = Array.from({ length: 2 * most + 1 }, (_, index) => Math.exp(-lambda * (index - most) ** 2));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

const varianceAt = (lambda: number, most: number): number =>
  tilted(lambda, most).reduce((sum, probability, index) => sum + probability * (index - most) ** 2, 0);
