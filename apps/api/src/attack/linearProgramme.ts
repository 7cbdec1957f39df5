import { solve } from "yalps";
import { idOf } from "./cell";
import type { Harvest } from "./harvest";
import { latticeOf, type Lattice, type LatticeOf } from "./lattice";
import type { Truth } from "./truth";

/** The least and the most that a cell can hold, for all that is told. */
export interface Bounds {
  readonly cell: string;
  readonly low: number;
  readonly high: number;
  readonly truth: number;
}

/**
 * Bounds for hidden thin cells by linear programmes: every count is whole and not negative, and every answer is within the noise's
 * bound of the truth. What comes out is certain, not likely.
 * @param bound the largest noise of one answer.
 */
export function boundsOf(harvest: Harvest, truth: Truth, of: LatticeOf, bound: number): Bounds[] {
  const lattice = latticeOf(harvest, of);
  return lattice.hidden
    .filter(({ cell }) => truth.isThin(cell))
    .flatMap(({ cell, atoms }): Bounds[] => {
      const range = rangeOf(lattice, atoms, bound);
      return range ? [{ cell: idOf(cell), ...range, truth: truth.value(cell, of.measure) }] : [];
    });
}

function rangeOf({ size, observations }: Lattice, target: readonly number[], bound: number): { low: number; high: number } | null {
  const constraints = new Map(observations.map(({ value }, place) => [`o${place}`, { min: value - bound, max: value + bound }]));
  const wanted = new Set(target);
  const coefficients = Array.from({ length: size }, (_, atom) => new Map<string, number>(wanted.has(atom) ? [["target", 1]] : []));
  observations.forEach(({ atoms }, place) => {
    for (const atom of atoms) coefficients[atom]?.set(`o${place}`, 1);
  });
  const variables = new Map(coefficients.map((own, atom) => [`a${atom}`, own]));
  const run = (direction: "minimize" | "maximize") => solve({ direction, objective: "target", constraints, variables });
  const [least, most] = [run("minimize"), run("maximize")];
  if (least.status !== "optimal" || most.status === "infeasible") return null;
  return { low: Math.max(0, Math.ceil(least.result - 1e-6)), high: most.status === "optimal" ? Math.floor(most.result + 1e-6) : Infinity };
}

/** An interval of fewer whole numbers than this tells more than that the cell is thin. */
const LEAST_WIDTH = 10;

export const isNarrow = ({ low, high }: Bounds): boolean => high - low + 1 < LEAST_WIDTH;
