import { concentrationOf } from "@arl/analysis/concentration";
import { exact, withheld } from "../figure/figure";
import type { ServedSizes } from "./concentration.queries";
import type { ReachConcentration } from "./concentration.type";

/** With fewer, a coefficient says less than the list of them. */
const LEAST_SYSTEMS = 5;

/** How the students reached are spread over systems. */
export function reachConcentration({ sizes, unknown }: ServedSizes): ReachConcentration {
  const found = sizes.length < LEAST_SYSTEMS ? null : concentrationOf(sizes);
  const n = sizes.length;
  const figure = (value: number | undefined) => (value === undefined ? withheld(n === 0 ? "NO_DATA" : "TOO_FEW", n) : exact(value, n));
  return {
    systems: exact(n, n),
    unknown: exact(unknown, unknown),
    gini: figure(found?.gini),
    largestShare: figure(found?.largestShare),
    largestFiveShare: figure(found?.largestFiveShare),
    effectiveSystems: figure(found?.effective),
    lorenz: (found?.lorenz ?? []).map(({ of, has }) => ({ systems: of, students: has })),
    refusal: found
      ? null
      : {
          reason: n === 0 ? "NOT_RECORDED" : "TOO_FEW",
          why: n === 0 ? "No served system here has a known enrollment." : `Only ${n} served ${n === 1 ? "system" : "systems"} here with students that are known: too few to speak of how they are spread.`,
          wouldLift: `At least ${LEAST_SYSTEMS} served systems with a known enrollment.`,
        },
  };
}
