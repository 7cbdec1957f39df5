/** Cell keys and salts are whole numbers under this. */
export const KEYS = 2 ** 32;

/** Which answer noise is for. The same identity always has the same place. */
export interface CellIdentity {
  /** Sum of the record keys of the cell's records, modulo 2³². */
  readonly cellKey: number;
  /** What is measured, so that two measures of the same records have noise of their own. */
  readonly measure: string;
  /** Secret, so that the noise of records whose keys sum to a known number is not known. */
  readonly salt: number;
}

/**
 * Where in a perturbation table the noise of a cell lies: it depends on nothing but the records in the cell, the measure
 * and the salt, so that a cell has one answer however it is asked for, and two cells have unrelated ones.
 *
 * @returns in [0, 1).
 * @see Fraser & Wooton (2005), A proposed method for confidentialising tabular output to protect against differencing,
 *   Joint UNECE/Eurostat work session on statistical data confidentiality, Geneva, for cell keys.
 */
export function placeOf({ cellKey, measure, salt }: CellIdentity): number {
  let state = mixed(salt >>> 0);
  for (const letter of measure) state = mixed(state ^ (letter.codePointAt(0) ?? 0));
  return mixed(state ^ mixed(cellKey >>> 0)) / KEYS;
}

/** Finalizer of MurmurHash3 (Appleby, 2011; public domain): every bit of the input turns half of those of the output. */
function mixed(key: number): number {
  let bits = key ^ (key >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
