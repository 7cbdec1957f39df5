import { Cholesky } from "./cholesky";
import type { Lattice, Observation } from "./lattice";

/** What least squares make of a sum of atoms. */
export interface Estimate {
  readonly value: number;
  readonly deviation: number;
}

/**
 * Weighted least squares over a whole lattice at once, drawn towards independent dimensions where nothing is said: every answer
 * counts by its noise, so that all the differences that can be formed are formed, and averaged in the best way there is.
 * Noise and prior are taken as normal; the deviation is that of the posterior (Gelman et al., 2013, section 14.8).
 */
export function leastSquares({ size, observations }: Lattice): (atoms: readonly number[]) => Estimate {
  const expected = independent(size, observations);
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  const add = (array: Float64Array, place: number, more: number): void => {
    array[place] = (array[place] ?? 0) + more;
  };
  expected.forEach((value, atom) => {
    const precision = 1 / (value + 0.3);
    add(matrix, atom * size + atom, precision);
    add(right, atom, value * precision);
  });
  for (const { atoms, value, variance } of observations) {
    for (const a of atoms) {
      add(right, a, value / variance);
      for (const b of atoms) add(matrix, a * size + b, 1 / variance);
    }
  }
  const decomposed = new Cholesky(matrix, size);
  const fitted = decomposed.solve(right);
  return (atoms) => {
    const target = new Float64Array(size);
    for (const atom of atoms) target[atom] = 1;
    const spread = decomposed.solve(target);
    return {
      value: atoms.reduce((sum, atom) => sum + (fitted[atom] ?? 0), 0),
      deviation: Math.sqrt(atoms.reduce((sum, atom) => sum + (spread[atom] ?? 0), 0)),
    };
  };
}

/** Proportional fitting to what is shown (Deming and Stephan, 1940). */
function independent(size: number, observations: readonly Observation[]): Float64Array {
  const expected = new Float64Array(size).fill(1);
  for (let round = 0; round < 15; round += 1) {
    for (const { atoms, value } of observations) {
      const sum = atoms.reduce((total, atom) => total + (expected[atom] ?? 0), 0);
      const factor = Math.max(value, 0.05) / Math.max(sum, 1e-9);
      for (const atom of atoms) expected[atom] = (expected[atom] ?? 0) * factor;
    }
  }
  return expected;
}
