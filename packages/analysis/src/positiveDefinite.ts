/**
 * Inverse of a symmetric positive definite matrix, by its Cholesky factor.
 *
 * @param matrix rows of equal length; only the lower triangle is read.
 * @returns null where the matrix is not positive definite, to within rounding.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., section 4.2.
 */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower = choleskyOf(matrix);
  if (lower === null) return null;
  const columns = matrix.map((_, place) => solved(lower, matrix.map((_row, i) => (i === place ? 1 : 0))));
  return columns.map((_, i) => columns.map((column) => column[i] ?? 0));
}

function choleskyOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    lower.push(own);
    for (let j = 0; j <= i; j += 1) {
      const above = lower[j] ?? [];
      const rest = (row[j] ?? 0) - dot(own, above, j);
      if (j < i) own.push(rest / (above[j] ?? 1));
      else if (rest > 1e-12 * Math.abs(row[i] ?? 0)) own.push(Math.sqrt(rest));
      else return null;
    }
  }
  return lower;
}

function solved(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const forward: number[] = [];
  for (const [i, row] of lower.entries()) forward.push(((right[i] ?? 0) - dot(row, forward, i)) / (row[i] ?? 1));
  const answer = forward.map(() => 0);
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    let rest = forward[i] ?? 0;
    for (let k = i + 1; k < lower.length; k += 1) rest -= (lower[k]?.[i] ?? 0) * (answer[k] ?? 0);
    answer[i] = rest / (lower[i]?.[i] ?? 1);
  }
  return answer;
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
