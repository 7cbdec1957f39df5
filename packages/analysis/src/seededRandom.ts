/** Draws that are the same for the same seed on every machine, for estimates made by simulation. */
export interface SeededRandom {
  /** Uniform in (0, 1), both ends excluded. */
  readonly uniform: () => number;
  /** Exponential of mean 1. */
  readonly exponential: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Gamma of scale 1. `shape` > 0. */
  readonly gamma: (shape: number) => number;
}

/** Whole numbers below 2³² by xoshiro128**, from its four words of state, which must not all be 0. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state.map((word) => word | 0) as [number, number, number, number];
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The words of state for a seed and one of its streams, by the finaliser of MurmurHash3, so that near seeds give far states. */
function stateOf(seed: number, stream: number): [number, number, number, number] {
  let counter = Math.imul(seed | 0, 0x9e37_79b1) ^ Math.imul((stream | 0) + 1, 0x85eb_ca6b);
  const next = () => {
    counter = (counter + 0x6d2b_79f5) | 0;
    let word = Math.imul(counter ^ (counter >>> 16), 0x85eb_ca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2_ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
  return [next(), next(), next(), next() | 1];
}

/**
 * A generator for one stream of a seed; different streams may be used side by side.
 *
 * @param seed any whole number. @param stream any whole number.
 * @see Blackman & Vigna (2021), ACM Trans. Math. Softw. 47(4), 36, for xoshiro128**.
 * @see Marsaglia & Tsang (2000), ACM Trans. Math. Softw. 26(3), 363–372, for the gamma draws.
 */
export function seededRandom(seed: number, stream = 0): SeededRandom {
  const next = xoshiro128(stateOf(seed, stream));
  const uniform = () => (next() + 0.5) / 2 ** 32;
  const exponential = () => -Math.log(uniform());
  const normal = () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (!(shape > 0 && shape < Infinity)) throw new RangeError(`a gamma's shape must be finite and > 0, got ${shape}`);
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
    }
  };
  return { uniform, exponential, normal, gamma };
}
