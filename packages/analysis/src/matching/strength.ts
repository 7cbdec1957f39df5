/** What is known of one coach on one topic. */
export interface TopicRecord {
  /** Whether the coach lists the topic. */
  readonly listed: boolean;
  /** Held sessions on it. */
  readonly sessions: number;
  /**
   * The mean rating of those sessions after shrinking it to the mean of all coaches, less that mean, in points of the scale of
   * 1 to 5; null where there is none. See `shrunkenMeans`.
   */
  readonly rating: number | null;
}

const LISTED = 0.5;
const BY_SESSIONS = 0.4;
/** Held sessions that give half of what sessions can give: the tenth tells more than the hundredth. */
const HALF_WAY = 4;
const BY_RATING = 0.1;
/** Points of a rating that give all of what ratings can give. */
const WHOLE_RATING = 0.5;

/**
 * How strong a coach is on a topic, 0 to 1: half for listing it, up to 0.4 for sessions held on it, and up to 0.1 more or less for
 * ratings. Ratings count only in the proportion in which sessions do, so that they never speak alone.
 *
 * @throws RangeError if sessions are negative or not finite.
 */
export function strengthOf({ listed, sessions, rating }: TopicRecord): number {
  if (!(sessions >= 0 && sessions < Infinity)) throw new RangeError(`sessions must be finite and ≥ 0, got ${sessions}`);
  const seen = sessions / (sessions + HALF_WAY);
  const liked = Math.max(-1, Math.min(1, (rating ?? 0) / WHOLE_RATING));
  return Math.max(0, Math.min(1, (listed ? LISTED : 0) + seen * (BY_SESSIONS + BY_RATING * liked)));
}
