/**
 * Solves a symmetric positive definite system for several right sides at once, by its Cholesky factor, in place: `matrix` is the factor
 * afterwards and `right` the answer.
 *
 * @param matrix `size` rows of `size`, row after row; only the lower triangle is read.
 * @param right `size` rows of `columns`.
 * @throws RangeError where the matrix is not positive definite.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., section 4.2.
 */
export function solvePositive(matrix: Float64Array, right: Float64Array, size: number, columns: number): void {
  factor(matrix, size);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) addTo(right, i, right, k, columns, -(matrix[i * size + k] ?? 0));
    scale(right, i, columns, 1 / (matrix[i * size + i] ?? 1));
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    scale(right, i, columns, 1 / (matrix[i * size + i] ?? 1));
    for (let k = 0; k < i; k += 1) addTo(right, k, right, i, columns, -(matrix[i * size + k] ?? 0));
  }
}

function factor(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1) {
    const own = matrix.subarray(i * size, i * size + i);
    for (let j = 0; j <= i; j += 1) {
      const rest = (matrix[i * size + j] ?? 0) - dot(own, matrix.subarray(j * size, j * size + j), j);
      if (j === i && !(rest > 0)) throw new RangeError("The matrix is not positive definite.");
      matrix[i * size + j] = j === i ? Math.sqrt(rest) : rest / (matrix[j * size + j] ?? 1);
    }
  }
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < length; i += 4) {
    p += (a[i] ?? 0) * (b[i] ?? 0);
    q += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    r += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    s += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (; i < length; i += 1) p += (a[i] ?? 0) * (b[i] ?? 0);
  return p + q + r + s;
}

function addTo(target: Float64Array, row: number, source: Float64Array, from: number, columns: number, times: number): void {
  for (let c = 0; c < columns; c += 1) target[row * columns + c] = (target[row * columns + c] ?? 0) + times * (source[from * columns + c] ?? 0);
}

function scale(target: Float64Array, row: number, columns: number, times: number): void {
  for (let c = 0; c < columns; c += 1) target[row * columns + c] = (target[row * columns + c] ?? 0) * times;
}
