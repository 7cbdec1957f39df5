/** Seeded draws for simulations: the same seed gives the same draws on every machine. */
export interface RandomSource {
  /** Uniform in (0, 1). */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Exponential of mean 1. */
  readonly exponential: () => number;
  /** Poisson; takes time in proportion to its mean. */
  readonly poisson: (mean: number) => number;
}

/**
 * Xorshift generator of 32 bits with shifts 13, 17 and 5.
 *
 * @param seed whole number; any but 0 modulo 2³².
 * @see Marsaglia (2003), J. Stat. Softw. 8(14), 1–6.
 */
export function randomSource(seed: number): RandomSource {
  let state = seed | 0;
  if (state === 0) throw new RangeError("the seed must not be 0");
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // A small seed takes some steps to fill the register.
  for (let i = 0; i < 20; i += 1) uniform();

  const exponential = () => -Math.log(uniform());
  const normal = () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform());
  const poisson = (mean: number) => {
    let events = 0;
    for (let elapsed = exponential(); elapsed < mean; elapsed += exponential()) events += 1;
    return events;
  };
  return { uniform, normal, exponential, poisson };
}
