import { dimensionOf, idOf, widerOf, type Cell, type Measure } from "./cell";
import type { Population } from "./facts";
import type { Harvest } from "./harvest";
import { linesOf } from "./remainders";

/** What is known of a sum of atoms. */
export interface Observation {
  readonly id: string;
  readonly atoms: readonly number[];
  readonly value: number;
  readonly variance: number;
}

/** The finest cells of a few dimensions, and what a harvest says of sums of them. */
export interface Lattice {
  readonly size: number;
  readonly observations: readonly Observation[];
  /** Cells of these dimensions that were asked for and not given. */
  readonly hidden: readonly { readonly cell: Cell; readonly atoms: readonly number[] }[];
  /** What the hidden cells of full lines must be. */
  restsOf(): Observation[];
}

export interface LatticeOf {
  readonly population: Population;
  readonly measure: Measure;
  readonly dimensions: readonly string[];
  /** Standard deviation of the noise of one answer; 0 is taken as nearly exact. */
  readonly noise: number;
  /** Whether lines that add up, as nearly as the noise lets one tell, are taken to hide nothing. */
  readonly trusting: boolean;
}

/** A little, so that exact answers can still be weighed. */
const NEARLY_EXACT = 1e-3;
/** Hidden cells of a line are taken to be empty where what is left for them is within the noise, and this little. */
const LITTLE_LEFT = 6;

const isNothing = (left: number, parts: number, variance: number): boolean => Math.abs(left) < Math.min(LITTLE_LEFT, 0.5 + 2.5 * Math.sqrt(variance * (parts + 1)));

export function latticeOf(harvest: Harvest, { population, measure, dimensions, noise }: LatticeOf): Lattice {
  const variance = Math.max(noise ** 2, NEARLY_EXACT);
  const asked = harvest.cells().flatMap(([first]) => (first && first.cell.population === population && first.measure === measure ? [first.cell] : []));
  const keys = dimensions.map((dimension) => [...new Set(asked.flatMap(({ conditions }) => conditions.filter((one) => dimensionOf(one) === dimension)))].sort());
  const atoms = keys.reduce<readonly (readonly string[])[]>((tuples, own) => tuples.flatMap((tuple) => own.map((key) => [...tuple, key])), [[]]);
  const holding = new Map<string, Set<number>>();
  atoms.forEach((atom, place) => {
    for (const condition of [...atom, ...atom.flatMap(widerOf)]) holding.set(condition, (holding.get(condition) ?? new Set()).add(place));
  });
  const atomsOf = ({ conditions }: Cell): number[] | null => {
    const sets = conditions.map((condition) => holding.get(condition));
    if (sets.some((set) => set === undefined)) return null;
    const [smallest, ...others] = sets.filter((set) => set !== undefined).sort((a, b) => a.size - b.size);
    return smallest ? [...smallest].filter((place) => others.every((set) => set.has(place))) : atoms.map((_, place) => place);
  };
  const observations: Observation[] = [];
  const hidden: { cell: Cell; atoms: number[] }[] = [];
  for (const cell of asked) {
    const own = atomsOf(cell);
    if (own === null || own.length === 0) continue;
    const value = harvest.value(cell, measure);
    if (value !== null) observations.push({ id: idOf(cell), atoms: own, value, variance: Math.max(harvest.deviation(cell, measure, noise) ** 2, variance) });
    else hidden.push({ cell, atoms: own });
  }
  return { size: atoms.length, observations, hidden, restsOf: () => emptyRemainders(harvest, measure, variance, atomsOf) };
}

/** The same, knowing more: answers averaged with those for their parts, and full lines. */
export function sharpened(lattice: Lattice, harvest: Harvest, of: LatticeOf): Lattice {
  if (!of.trusting) return lattice;
  const averaged = averages(harvest, of);
  return { ...lattice, observations: [...lattice.observations.map((one) => ({ ...one, ...averaged(one) })), ...lattice.restsOf()] };
}

interface Average {
  readonly value: number;
  readonly variance: number;
}

/**
 * The best value for a shown cell: its own, averaged with the sums of the cells into which other dimensions split it, which carry
 * noise of their own. Only dimensions outside the lattice count, since the lattice itself weighs those within.
 */
function averages(harvest: Harvest, { measure, dimensions }: LatticeOf): (one: Observation) => Average {
  const lines = Map.groupBy(
    linesOf(harvest).filter((line) => line.measure === measure && !dimensions.includes(line.dimension)),
    ({ whole }) => idOf(whole),
  );
  return ({ id, value: own, variance }) => {
    const sums = (lines.get(id) ?? []).flatMap(({ parts }): Average[] => {
      const values = parts.map((part) => harvest.value(part, measure)).filter((value) => value !== null);
      const sum = values.reduce((total, value) => total + value, 0);
      return values.length > 0 && isNothing(own - sum, values.length, variance) ? [{ value: sum, variance: variance * values.length }] : [];
    });
    const all = [{ value: own, variance }, ...sums];
    const weight = all.reduce((total, one) => total + 1 / one.variance, 0);
    return { value: all.reduce((total, one) => total + one.value / one.variance, 0) / weight, variance: 1 / weight };
  };
}

/** Hidden cells of a line that is full without them: a rule that hides them only together with enough others says so. */
function emptyRemainders(harvest: Harvest, measure: Measure, variance: number, atomsOf: (cell: Cell) => number[] | null): Observation[] {
  return linesOf(harvest).flatMap((line): Observation[] => {
    const whole = harvest.value(line.whole, measure);
    if (line.measure !== measure || whole === null) return [];
    const shown = line.parts.map((part) => harvest.value(part, measure)).filter((value) => value !== null);
    const rest = line.parts.filter((part) => harvest.value(part, measure) === null);
    const sum = shown.reduce((total, value) => total + value, 0);
    const atoms = rest.flatMap((part) => atomsOf(part) ?? []);
    if (shown.length === 0 || atoms.length === 0 || !isNothing(whole - sum, shown.length, variance)) return [];
    return [{ id: `${idOf(line.whole)} rest of ${line.dimension}`, atoms, value: 0, variance: 1 }];
  });
}

/** What is known of single conditions and of the whole alone: what anybody reads off the margins. */
export const marginsOf = (lattice: Lattice): Lattice => ({ ...lattice, observations: lattice.observations.filter(({ id }) => id.split(" ").length <= 2) });

