export interface Eigen {
  readonly values: readonly number[];
  /** The vector of the i-th value is the i-th column; columns are orthonormal. */
  readonly vectors: readonly (readonly number[])[];
}

const SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.
 *
 * @param matrix square and symmetric; a handful of rows.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., section 8.5.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => Float64Array.from(matrix, (_row, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep += 1) {
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, p, q);
  }
  return { values: a.map((row, i) => row[i] ?? 0), vectors: v.map((row) => [...row]) };
}

/** What stands off the diagonal, where it is not nothing beside it. */
function offDiagonal(a: readonly Float64Array[]): number {
  let off = 0;
  let all = 0;
  a.forEach((row, i) => row.forEach((value, j) => {
    all += value ** 2;
    if (i !== j) off += value ** 2;
  }));
  return off > 1e-30 * all ? off : 0;
}

function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const [rowP, rowQ] = [a[p], a[q]];
  const off = rowP?.[q] ?? 0;
  if (rowP === undefined || rowQ === undefined || off === 0) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  const turn = (one: Float64Array, i: number, other: Float64Array, j: number) => {
    const [x, y] = [one[i] ?? 0, other[j] ?? 0];
    one[i] = cosine * x - sine * y;
    other[j] = sine * x + cosine * y;
  };
  for (const row of a) turn(row, p, row, q);
  for (let k = 0; k < a.length; k += 1) turn(rowP, k, rowQ, k);
  for (const row of v) turn(row, p, row, q);
}
