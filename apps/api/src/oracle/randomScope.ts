import { ENROLLMENT_BANDS, GOVERNANCES, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";
import { addDays } from "./calendar";
import { DOMAINS, TOPICS } from "./framework";
import type { Network } from "./network";
import type { Rng } from "./random";
import type { Scope } from "./scope";

const CODES = [...TOPICS, ...DOMAINS].map(({ code }) => code);
/** Days on which months, quarters, ISO years or the clock turn, and days like any other. */
const DAYS = ["2020-05-01", "2020-06-01", "2020-07-01", "2020-07-15", "2020-10-01", "2020-11-01", "2020-11-02", "2021-01-01"];

type Part = (rng: Rng, network: Network) => Scope;

/** One for each field of a scope, and the two ends of time together. */
export const SCOPE_PARTS: readonly Part[] = [
  (rng) => ({ from: rng.pick(DAYS) }),
  (rng) => ({ to: addDays(rng.pick(DAYS), rng.pick([0, 0, 30])) }),
  (rng) => {
    const from = rng.pick(DAYS);
    return { from, to: addDays(from, rng.pick([1, 7, 31, 92, 184])) };
  },
  (rng, { systems }) => ({
    states: rng.sample(
      [...new Set([...systems.values()].map(({ state }) => state))],
      rng.int(1, 12),
    ),
  }),
  (rng) => ({ regions: rng.sample(REGIONS, rng.int(1, 3)) }),
  (rng) => ({ locales: rng.sample(LOCALES, rng.int(1, 4)) }),
  (rng) => ({ titleI: rng.chance(0.5) }),
  (rng) => ({ povertyBands: rng.sample(POVERTY_BANDS, rng.int(1, 3)) }),
  (rng) => ({ enrollmentBands: rng.sample(ENROLLMENT_BANDS, rng.int(1, 3)) }),
  (rng) => ({ governance: rng.sample(GOVERNANCES, rng.int(1, 2)) }),
  (rng, { records }) => ({
    providers: rng.sample(
      records.providers.map(({ id }) => id),
      rng.int(1, 4),
    ),
  }),
  (rng) => ({ topics: rng.sample(CODES, rng.int(1, 10)) }),
];

/** Nothing at times, one field mostly, else two or three together. */
export function randomScope(rng: Rng, network: Network): Scope {
  const parts = rng.sample(SCOPE_PARTS, rng.pick([0, 1, 1, 1, 1, 2, 2, 3]));
  const scope = Object.assign({}, ...parts.map((part) => part(rng, network))) as Scope;
  const isBackwards = scope.from != null && scope.to != null && scope.from > scope.to;
  return isBackwards ? { ...scope, from: scope.to, to: scope.from } : scope;
}
