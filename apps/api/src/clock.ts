/** When "now" is. The demo network lives in the past; this is the only place that knows. */
export type Clock = () => Date;

/** The moment at which every demo network begins: 1 February 2021, 09:00 Eastern. */
export const DEMO_EPOCH = new Date("2021-02-01T09:00:00-05:00");

/**
 * The network's clock.
 * @param demoLoadedAt when the demo network was loaded; null in a real network, whose clock is the real one.
 * @param real the real clock, in milliseconds since 1970.
 */
export function networkClock(demoLoadedAt: Date | null, real: () => number = Date.now): Clock {
  if (demoLoadedAt === null) return () => new Date(real());
  return () => new Date(DEMO_EPOCH.getTime() + real() - demoLoadedAt.getTime());
}
