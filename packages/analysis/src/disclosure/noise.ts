import { placeOf, type CellIdentity } from "./cellKey";
import { noiseAt, perturbationTable } from "./perturbation";

/** Noise of scale 1. */
export const NOISE_TABLE = perturbationTable({ variance: 4, most: 7 });

/** Standard deviation of noise, in units of its scale: 2 of the table, and what smooths it between whole numbers. */
export const NOISE_DEVIATION = Math.sqrt(4 + 1 / 12);

/** Noise goes no further than this, in units of its scale, in at least 95% of cells. */
export const NOISE_REACH = reach();

/** Contributions that one unit of noise hides. */
const CONTRIBUTION_PER_UNIT = 4;

/**
 * In what unit noise comes, so that what the largest contributor adds does not show: a quarter of it or more, so that
 * noise has a standard deviation of half of it or more. A power of two, so that the width of a published interval tells
 * the largest contribution only within a factor of two; 1 where contributions are small.
 *
 * @param largest contribution of one system, in the unit of the measure; ≥ 0.
 */
export function noiseScale(largest: number): number {
  if (!(largest >= 0 && largest < Infinity)) throw new RangeError(`a contribution must be finite and ≥ 0, got ${largest}`);
  return largest <= CONTRIBUTION_PER_UNIT ? 1 : 2 ** Math.ceil(Math.log2(largest / CONTRIBUTION_PER_UNIT));
}

/**
 * The noise of a cell: whole at scale 1; at larger scales smoothed between the steps, because a sum known up to whole
 * steps of a known width would be known exactly modulo that width.
 *
 * @param scale from {@link noiseScale}.
 * @see Giessing & Tent (2019), Concepts for generalising tools implementing the cell key method to the case of continuous
 *   variables, Joint UNECE/Eurostat work session on statistical data confidentiality, The Hague.
 */
export function noiseOf(identity: CellIdentity, scale: number): number {
  const noise = noiseAt(NOISE_TABLE, placeOf(identity));
  if (scale === 1) return noise;
  return scale * (noise + placeOf({ ...identity, measure: `${identity.measure} between the steps` }) - 0.5);
}

function reach(): number {
  const within = (most: number) => NOISE_TABLE.probabilities.reduce((sum, each, index) => sum + (Math.abs(index - NOISE_TABLE.most) <= most ? each : 0), 0);
  let most = 0;
  while (within(most) < 0.95) most += 1;
  return most + 0.5;
}
