import { differencing } from "./differencing";
import type { Harvest } from "./harvest";
import { boundsOf, type Bounds } from "./linearProgramme";
import type { LatticeOf } from "./lattice";
import { reconstruct, type Reconstruction } from "./reconstruction";
import { lineRemainders } from "./remainders";
import type { Claim } from "./score";
import { sharesTimesWholes } from "./shares";
import type { Truth } from "./truth";

/** What an attacker makes of everything that was told. `noise` is the standard deviation of one answer, which is public. */
export type Attack = (harvest: Harvest, truth: Truth, noise: number) => readonly Claim[];

/** Dimensions that are put together: as many as can be solved, as deep as anything is shown. */
const LATTICES: readonly (readonly string[])[] = [
  ["REGION", "LOCALE", "TITLE_I"],
  ["LOCALE", "TITLE_I", "ENROLLMENT_BAND"],
  ["LOCALE", "TITLE_I", "POVERTY_BAND"],
  ["STATE", "LOCALE"],
];

const lattice = (dimensions: readonly string[], noise: number): LatticeOf => ({ population: "SESSIONS", measure: "systems", dimensions, noise, trusting: false });

const counting = (measure: string, attack: Attack): Attack => (harvest, truth, noise) => attack(harvest, truth, noise).filter(({ cell }) => cell.includes(` ${measure}`));

export const ATTACKS: Readonly<Record<string, Attack>> = {
  "differencing of systems": counting("systems", differencing),
  "differencing of records": counting("records", differencing),
  "what a line leaves of systems": counting("systems", lineRemainders),
  "what a line leaves of records": counting("records", lineRemainders),
};

/** Least squares over every lattice, and what its margins alone would say of the same cells. */
export function reconstructAll(harvest: Harvest, truth: Truth, noise: number): Reconstruction {
  const all = LATTICES.map((dimensions) => reconstruct(harvest, truth, lattice(dimensions, noise)));
  return { claims: all.flatMap(({ claims }) => claims), fromMargins: all.flatMap(({ fromMargins }) => fromMargins) };
}

/** Shares give parts away whether or not anything else does, so there is nothing to compare them with where all is shown. */
export const SHARES: Attack = sharesTimesWholes;

/** Lattices small enough for two linear programmes for each hidden cell. */
const SMALL_LATTICES: readonly (readonly string[])[] = [["LOCALE", "TITLE_I"], ["REGION", "LOCALE"], ["REGION", "POVERTY_BAND"], ["REGION", "LOCALE", "TITLE_I"], ["STATE"]];

/** @param bound the largest noise of one answer, which is public as well. */
export const allBounds = (harvest: Harvest, truth: Truth, bound: number): Bounds[] =>
  SMALL_LATTICES.flatMap((dimensions) => boundsOf(harvest, truth, lattice(dimensions, 0), bound));
