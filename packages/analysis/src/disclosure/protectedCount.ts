import type { CellIdentity } from "./cellKey";
import { NOISE_DEVIATION, NOISE_REACH, noiseOf, noiseScale } from "./noise";

/** A count or a sum with noise. */
export interface ProtectedNumber {
  /** Without bias, so it may lie under 0 or under what may be published; not for publication as it is. */
  readonly raw: number;
  /** Reach of the noise that at least 95% of cells keep within. */
  readonly reach: number;
  /** Standard deviation of the noise. */
  readonly deviation: number;
}

/**
 * A count or a sum with the noise of its cell.
 *
 * @param value whole for counts.
 * @param largest what one system adds at most, in the unit of the value.
 * @see Fraser & Wooton (2005); Thompson, Broadfoot & Elazar (2013), Methodology for the automatic confidentialisation of
 *   statistical outputs from remote servers at the Australian Bureau of Statistics, Joint UNECE/Eurostat work session on
 *   statistical data confidentiality, Ottawa.
 */
export function protectedNumber(value: number, largest: number, identity: CellIdentity): ProtectedNumber {
  const scale = noiseScale(largest);
  return { raw: value + noiseOf(identity, scale), reach: scale * (scale === 1 ? NOISE_REACH - 0.5 : NOISE_REACH), deviation: scale * NOISE_DEVIATION };
}

export interface PublishedNumber {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A protected number as it is published: whole, and within the bounds that are known of it anyway.
 *
 * @param least,most bounds of the true value that the reader knows.
 */
export function published({ raw, reach }: ProtectedNumber, least: number, most = Infinity): PublishedNumber {
  const within = (value: number) => Math.round(Math.min(most, Math.max(least, value)));
  return { value: within(raw), low: within(raw - reach), high: within(raw + reach) };
}
