/** A symmetric positive definite system of equations, decomposed once and solved often (Golub and Van Loan, 2013, section 4.2). */
export class Cholesky {
  readonly #size: number;
  readonly #lower: Float64Array;

  /** @param matrix row by row; it is overwritten. @throws RangeError when it is not positive definite. */
  constructor(matrix: Float64Array, size: number) {
    this.#size = size;
    this.#lower = matrix;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        let sum = matrix[row * size + column] ?? 0;
        for (let k = 0; k < column; k += 1) sum -= (matrix[row * size + k] ?? 0) * (matrix[column * size + k] ?? 0);
        if (row === column) {
          if (sum <= 0) throw new RangeError("The matrix is not positive definite.");
          matrix[row * size + row] = Math.sqrt(sum);
        } else matrix[row * size + column] = sum / (matrix[column * size + column] ?? 1);
      }
    }
  }

  solve(right: Float64Array): Float64Array {
    const [size, lower] = [this.#size, this.#lower];
    const x = Float64Array.from(right);
    for (let row = 0; row < size; row += 1) {
      let sum = x[row] ?? 0;
      for (let k = 0; k < row; k += 1) sum -= (lower[row * size + k] ?? 0) * (x[k] ?? 0);
      x[row] = sum / (lower[row * size + row] ?? 1);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = x[row] ?? 0;
      for (let k = row + 1; k < size; k += 1) sum -= (lower[k * size + row] ?? 0) * (x[k] ?? 0);
      x[row] = sum / (lower[row * size + row] ?? 1);
    }
    return x;
  }
}
