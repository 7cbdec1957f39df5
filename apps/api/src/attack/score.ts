/** What an attack says of rows that are too few to show. */
export interface Claim {
  readonly cell: string;
  readonly estimate: number;
  /** Standard deviation of the estimate, as the attacker reckons it. */
  readonly deviation: number;
  readonly truth: number;
}

export interface Score {
  readonly claims: number;
  /** Share of claims that are exactly right. */
  readonly hits: number;
  /** Share that whoever knows how large such cells are, and always says the commonest size, gets right. */
  readonly guesser: number;
  /** What the attack must beat. */
  readonly bar: number;
  readonly recovers: boolean;
}

/**
 * An attack that is right this much more often than a guesser knows something. Sizes of 1 to 9 that are estimated with a standard
 * deviation of 2.5 (a 95% interval ten wide, which is what a thin cell may be known by) are told apart about this well.
 */
export const LEAST_GAIN = 0.1;
/** Chance alone takes a guesser this many standard errors above the rate in one of about 700 attempts. */
const STANDARD_ERRORS = 3;

/**
 * Whether claims tell more than the sizes of thin cells in general do. Attacker and guesser are both given the true sizes of
 * exactly the cells that are claimed: the guesser names the commonest, which no single number beats; the attacker names the size
 * that is likeliest given its estimate. The bar is ten points above the guesser, and never less than three standard errors, so
 * that it is not passed by luck in few claims.
 */
export function score(claims: readonly Claim[]): Score {
  const count = claims.length;
  if (count === 0) return { claims: 0, hits: 0, guesser: 0, bar: 1, recovers: false };
  const sizes = sizesOf(claims);
  const hits = claims.filter((claim) => likeliest(claim, sizes) === claim.truth).length / count;
  const guesser = Math.max(...sizes.values()) / count;
  const spread = Math.sqrt((guesser * (1 - guesser) + 1 / count) / count);
  const bar = guesser + Math.max(LEAST_GAIN, STANDARD_ERRORS * spread);
  return { claims: count, hits, guesser, bar, recovers: hits > bar };
}

function sizesOf(claims: readonly Claim[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { truth } of claims) sizes.set(truth, (sizes.get(truth) ?? 0) + 1);
  return sizes;
}

/** The size with the greatest posterior probability, for a normal estimate and the sizes that there are. */
function likeliest({ estimate, deviation }: Claim, sizes: ReadonlyMap<number, number>): number {
  const spread = Math.max(deviation, 0.05);
  const scored = [...sizes].map(([size, count]) => ({ size, weight: Math.log(count) - (size - estimate) ** 2 / (2 * spread ** 2) }));
  return scored.reduce((best, one) => (one.weight > best.weight ? one : best)).size;
}

/** The quarter of the claims that the attacker is surest of; all of them where they are few. */
function surest(claims: readonly Claim[]): Claim[] {
  const sorted = [...claims].sort((a, b) => a.deviation - b.deviation);
  return sorted.length < 40 ? sorted : sorted.slice(0, sorted.length >> 2);
}

/** Whether all the claims, or those that the attacker is surest of, recover what is hidden. */
export const recovers = (claims: readonly Claim[]): boolean => score(claims).recovers || score(surest(claims)).recovers;

/** One line for people. */
export function told(name: string, claims: readonly Claim[]): string {
  const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`;
  const [all, best] = [score(claims), score(surest(claims))];
  return (
    `${name}: ${all.claims} thin cells claimed, ${percent(all.hits)} right (guesser ${percent(all.guesser)}, bar ${percent(all.bar)}); ` +
    `of the surest ${best.claims} ${percent(best.hits)} (guesser ${percent(best.guesser)}, bar ${percent(best.bar)}): ${recovers(claims) ? "RECOVERS" : "fails"}`
  );
}
