import { idOf } from "./cell";
import type { Harvest } from "./harvest";
import { latticeOf, marginsOf, sharpened, type LatticeOf } from "./lattice";
import { leastSquares } from "./leastSquares";
import { LEAST_GAIN, recovers, score, type Claim } from "./score";
import type { Truth } from "./truth";

export interface Reconstruction {
  readonly claims: readonly Claim[];
  /** The same cells as whoever reads the margins alone, and takes dimensions for independent, makes them. */
  readonly fromMargins: readonly Claim[];
}

/**
 * Puts all that was told about some dimensions together, and claims the hidden thin cells in it that the lattice says clearly more
 * of than its margins do.
 */
export function reconstruct(harvest: Harvest, truth: Truth, of: LatticeOf): Reconstruction {
  const lattice = latticeOf(harvest, of);
  const [whole, margins] = [leastSquares(sharpened(lattice, harvest, of)), leastSquares(marginsOf(lattice))];
  const targets = lattice.hidden
    .filter(({ cell }) => truth.isThin(cell))
    .map(({ cell, atoms }) => ({ cell: `${idOf(cell)} ${of.measure}`, truth: truth.value(cell, of.measure), whole: whole(atoms), margins: margins(atoms) }))
    .filter((target) => target.whole.deviation < CLEARLY * target.margins.deviation);
  const claimsBy = (by: "whole" | "margins"): Claim[] => targets.map((target) => ({ cell: target.cell, truth: target.truth, estimate: target[by].value, deviation: target[by].deviation }));
  return { claims: claimsBy("whole"), fromMargins: claimsBy("margins") };
}

/**
 * Whether a reconstruction recovers more than its margins do: what anybody infers from large totals, taking dimensions for
 * independent, is an inference and gives nobody away.
 */
export const recoversMore = ({ claims, fromMargins }: Reconstruction): boolean => recovers(claims) && score(claims).hits > score(fromMargins).hits + LEAST_GAIN;

/** Of a deviation, how much smaller it must be to count as knowing more. */
const CLEARLY = 0.8;
