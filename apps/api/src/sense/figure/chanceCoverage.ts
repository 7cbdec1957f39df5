import { Z_95 } from "@arl/analysis/distributions";
import type { Figure } from "./figure.type";

/**
 * A coverage with the interval that chance in the number of requests gives it: the score interval of a Poisson count, on
 * top of the noise of a protected one. Capacity is taken as it is.
 * @see Barker (2002), Am. Stat. 56(2), 85–89, for the score interval among others.
 */
export function chanceCoverage({ coverage, demand }: { readonly coverage: Figure; readonly demand: Figure }): Figure {
  const { value } = coverage;
  if (value === null || demand.value === null || demand.value <= 0) return coverage;
  const half = Z_95 * Math.sqrt(demand.value + Z_95 ** 2 / 4);
  const middle = demand.value + Z_95 ** 2 / 2;
  const [least, most] = [(middle - half) / demand.value, (middle + half) / demand.value];
  return { ...coverage, low: (coverage.low ?? value) / most, high: (coverage.high ?? value) / least };
}
