import { inverseOf } from "./positiveDefinite";
import { solveRising, studentTwoSided } from "./specialFunctions";
import { symmetricEigen } from "./symmetricEigen";

/** What was observed of one cluster: a relationship's calls, a coach's sessions. */
export interface Cluster {
  readonly outcomes: readonly number[];
  /** The explaining variables of each outcome, all of one length. */
  readonly rows: readonly (readonly number[])[];
}

/** How much the outcome differs for one unit of a variable, the others held. */
export interface Coefficient {
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** Degrees of freedom, by Satterthwaite; under 4 the interval is not to be trusted. */
  readonly df: number;
  /** Of there being no difference, two-sided. */
  readonly pValue: number;
}

export interface ClusteredFit {
  /** In the order of the variables. */
  readonly coefficients: readonly Coefficient[];
  /** Outcomes and clusters that tell something: those in which a variable varies, where levels are taken out. */
  readonly observations: number;
  readonly clusters: number;
}

type Matrix = readonly (readonly number[])[];

/** A cluster's cross products: all that the fit needs of it. */
interface Products {
  readonly size: number;
  /** X'X. */
  readonly square: Matrix;
  /** X'y. */
  readonly outcome: readonly number[];
}

/**
 * Least squares within clusters (fixed effects): each cluster is compared with itself alone, so that who stays longer, or
 * has more of anything that does not change, makes no difference.
 *
 * Intervals hold when outcomes of a cluster depend on each other in any way: cluster-robust variance of the bias-reduced kind
 * (CR2, working model of independence) and Student's t with Satterthwaite's degrees of freedom. With one variable and clusters
 * all alike this is the t interval over the clusters' own slopes.
 *
 * @param clusters in any order; those with one outcome, or in which nothing varies, tell nothing and are left out.
 * @returns null where the variables cannot be told apart, or fewer than two clusters tell anything.
 * @throws RangeError if a number is not finite.
 * @see Bell & McCaffrey (2002), Survey Methodology 28(2), 169–181; Pustejovsky & Tipton (2018), J. Bus. Econ. Stat. 36(4),
 *   672–683, whose theorem 2 lets the levels be taken out first.
 */
export const withinRegression = (clusters: readonly Cluster[]): ClusteredFit | null => fit(clusters.map(centred));

/**
 * The same between clusters as well, without taking out levels: with a constant alone, a mean with its interval over
 * clusters.
 */
export const clusteredRegression = (clusters: readonly Cluster[]): ClusteredFit | null => fit(clusters);

function centred({ outcomes, rows }: Cluster): Cluster {
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = meanOf(outcomes);
  const means = (rows[0] ?? []).map((_, place) => meanOf(rows.map((row) => row[place] ?? 0)));
  return {
    outcomes: outcomes.map((value) => value - centre),
    rows: rows.map((row) => row.map((value, place) => clean(value - (means[place] ?? 0)))),
  };
}

/** What is left of a constant by rounding is nothing. */
const clean = (value: number) => (Math.abs(value) < 1e-12 ? 0 : value);

function fit(clusters: readonly Cluster[]): ClusteredFit | null {
  const telling = clusters.filter(({ rows }) => rows.some((row) => row.some((value) => value !== 0))).map(productsOf);
  if (telling.length < 2) return null;
  const all = sumOf(telling.map(({ square }) => square));
  const inverse = inverseOf(all);
  const factor = inverse && lowerFactor(inverse);
  if (inverse === null || factor === null) return null;
  const slopes = times(inverse, sumOf(telling.map(({ outcome }) => [outcome]))[0] ?? []);
  // Thousands of relationships with the same calls have one design, and what follows from it is worked out once.
  const designs = [...Map.groupBy(telling, ({ square }) => square.join(";")).values()].map((alike) => designOf(alike, factor));
  const meat = sumOf(designs.flatMap(({ square, correction, clusters }) => clusters.map(({ outcome }) => {
    const left = outcome.map((value, place) => value - dot(square[place] ?? [], slopes));
    return outer(plus(left, times(square, times(correction, left))));
  })));
  const coefficients = slopes.map((value, place) => {
    const weights = inverse[place] ?? [];
    const standardError = Math.sqrt(Math.max(0, dot(weights, times(meat, weights))));
    return withInterval(value, standardError, satterthwaite(designs, inverse, weights));
  });
  return { coefficients, observations: telling.reduce((sum, { size }) => sum + size, 0), clusters: telling.length };
}

/** Clusters whose variables have the same cross products. */
interface Design {
  readonly square: Matrix;
  readonly correction: Matrix;
  readonly clusters: readonly Products[];
}

function designOf(alike: readonly Products[], factor: Matrix): Design {
  const square = alike[0]?.square ?? [];
  return { square, correction: correctionOf(square, factor), clusters: alike };
}

function productsOf({ outcomes, rows }: Cluster): Products {
  if (![...outcomes, ...rows.flat()].every(Number.isFinite)) throw new RangeError("outcomes and variables must be finite");
  const places = (rows[0] ?? []).map((_, place) => place);
  const column = (place: number) => rows.map((row) => row[place] ?? 0);
  const columns = places.map(column);
  return {
    size: outcomes.length,
    square: columns.map((one) => columns.map((other) => dot(one, other))),
    outcome: columns.map((one) => dot(one, outcomes)),
  };
}

/**
 * The B for which X'Ae = t + X'X B t, A = (I − H)^(−1/2) of one cluster and t = X'e: residuals of a cluster that pulls the
 * fit to itself are too small, and are enlarged by so much.
 */
function correctionOf(square: Matrix, factor: Matrix): Matrix {
  const turned = product(product(transposed(factor), square), factor);
  const { values, vectors } = symmetricEigen(turned);
  const basis = product(factor, vectors);
  const scale = values.map((leverage) => {
    if (leverage < 1e-12) return 0.5;
    const room = 1 - leverage;
    return ((room < 1e-10 ? 0 : room ** -0.5) - 1) / leverage;
  });
  return basis.map((row) => basis.map((other) => row.reduce((sum, value, place) => sum + value * (scale[place] ?? 0) * (other[place] ?? 0), 0)));
}

/** Degrees of freedom of the variance of a contrast, were outcomes independent and of one variance. */
function satterthwaite(designs: readonly Design[], inverse: Matrix, weights: readonly number[]): number {
  let trace = 0;
  let squares = 0;
  const pulls = designs.map(({ square, correction, clusters: { length } }) => {
    const direction = plus(weights, times(correction, times(square, weights)));
    const pull = times(square, direction);
    const own = dot(direction, pull);
    const shared = dot(pull, times(inverse, pull));
    trace += length * (own - shared);
    squares += length * (own ** 2 - 2 * own * shared);
    return outer(pull).map((row) => row.map((value) => length * value));
  });
  const mixed = product(inverse, sumOf(pulls));
  const crossed = product(mixed, mixed).reduce((sum, row, place) => sum + (row[place] ?? 0), 0);
  return trace ** 2 / (squares + crossed);
}

function withInterval(value: number, standardError: number, df: number): Coefficient {
  const half = quantile95(df) * standardError;
  const pValue = standardError === 0 ? (value === 0 ? 1 : 0) : studentTwoSided(value / standardError, df);
  return { value, standardError, low: value - half, high: value + half, df, pValue };
}

/** The t that |T| stays under in 95 of 100; degrees of freedom need not be whole. */
export const quantile95 = (df: number): number => solveRising((t) => 1 - studentTwoSided(t, df), 0.95, 0, 1e6);

const dot = (one: readonly number[], other: readonly number[]): number => one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
const plus = (one: readonly number[], other: readonly number[]): number[] => one.map((value, place) => value + (other[place] ?? 0));
const times = (matrix: Matrix, vector: readonly number[]): number[] => matrix.map((row) => dot(row, vector));
const outer = (vector: readonly number[]): number[][] => vector.map((one) => vector.map((other) => one * other));
const transposed = (matrix: Matrix): number[][] => (matrix[0] ?? []).map((_, place) => matrix.map((row) => row[place] ?? 0));
const product = (one: Matrix, other: Matrix): number[][] => {
  const columns = transposed(other);
  return one.map((row) => columns.map((column) => dot(row, column)));
};

function sumOf(matrices: readonly Matrix[]): number[][] {
  const sum = (matrices[0] ?? []).map((row) => row.map(() => 0));
  for (const matrix of matrices) {
    matrix.forEach((row, i) => row.forEach((value, j) => {
      const own = sum[i];
      if (own) own[j] = (own[j] ?? 0) + value;
    }));
  }
  return sum;
}

/** L with LL' = matrix, or null. */
function lowerFactor(matrix: Matrix): number[][] | null {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i += 1) {
    const own = lower[i] ?? [];
    for (let j = 0; j <= i; j += 1) {
      const above = lower[j] ?? [];
      let rest = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (own[k] ?? 0) * (above[k] ?? 0);
      if (i !== j) own[j] = rest / (above[j] ?? 1);
      else if (rest > 0) own[j] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}
