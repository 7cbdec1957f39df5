import { kilometres, type District } from "./country";
import { itemAt, type Draws } from "./draws";
import { AS_OF, ASKED, CLUSTER, DAY_MS, JOINT, MONTH_DAYS, NEEDS, PLACES, REQUEST_RATIO, SEASON } from "./model";
import { monthsOf, systemsOf, type Plan } from "./plan";

/** A request as it was drawn. Topics by their place in NEEDS. */
export interface Asking {
  readonly id: string;
  readonly system: District;
  readonly lowIncome: number;
  /** Months before as of, and so under 0. */
  readonly month: number;
  readonly at: Date;
  readonly tagged: readonly number[];
  readonly asked: readonly number[];
}

export interface Asked {
  readonly systems: readonly { readonly district: District; readonly needs: readonly number[] }[];
  readonly requests: readonly Asking[];
  /** The middle of the planted cluster. */
  readonly centre: District | null;
}

const momentOf = (month: number): Date => new Date(Math.floor((AS_OF.getTime() + month * MONTH_DAYS * DAY_MS) / 1000) * 1000);

/** Districts drawn without replacement, each with chances in proportion to its weight (Efraimidis and Spirakis, 2006). */
function drawSystems(country: readonly District[], count: number, draws: Draws): District[] {
  return country
    .map((district) => ({ district, key: draws.exponential() / district.weight }))
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ district }) => district);
}

/** The needs of one system: independent, but for planted pairs. */
function needsOf(plan: Plan, isNear: boolean, draws: Draws): number[] {
  const has = NEEDS.map(({ probability }, place) => draws.chance(isNear && place === PLACES.cluster ? probability * CLUSTER.risk : probability));
  if (plan.planted) {
    for (const [[one, other], joint] of [[PLACES.commonPair, JOINT.common], [PLACES.rarePair, JOINT.rare]] as const) {
      const [p, q] = [itemAt(NEEDS, one).probability, itemAt(NEEDS, other).probability];
      const draw = draws.uniform();
      has[one] = draw < p;
      has[other] = draw < joint || (draw >= p && draw < p + q - joint);
    }
  }
  return has.flatMap((own, place) => (own ? [place] : []));
}

/** When a need is asked about: evenly over the time, but for planted trends and seasons. */
function monthOf(plan: Plan, need: number | null, draws: Draws): number {
  const months = monthsOf(plan);
  const even = -months * draws.uniform();
  if (!plan.planted || need === null) return even;
  if (plan.size === "three years") {
    const sign = need === PLACES.seasonal ? 1 : need === PLACES.counterSeasonal ? -1 : 0;
    if (sign === 0) return even;
    for (let month = even; ; month = -months * draws.uniform()) if (draws.chance(Math.exp(SEASON * (sign * Math.cos((2 * Math.PI * month) / 12) - 1)))) return month;
  }
  const ratio = need === PLACES.risingRequests ? REQUEST_RATIO : need === PLACES.fallingRequests ? 1 / REQUEST_RATIO : 1;
  if (ratio === 1) return even;
  // The inverse of an exponential density over the time.
  const first = ratio ** -months;
  return Math.log(first + draws.uniform() * (1 - first)) / Math.log(ratio);
}

/** Needs whose times are drawn apart stand in requests of their own; the others are now and then asked together. */
function isApart(plan: Plan, need: number): boolean {
  const { risingRequests, fallingRequests, seasonal, counterSeasonal } = PLACES;
  return plan.planted && [risingRequests, fallingRequests, seasonal, counterSeasonal].some((place) => place === need);
}

function groupedNeeds(plan: Plan, needs: readonly number[], draws: Draws): number[][] {
  const apart = needs.filter((need) => isApart(plan, need)).map((need) => [need]);
  const groups: number[][] = [];
  for (const need of needs.filter((each) => !isApart(plan, each))) {
    const last = groups.at(-1);
    if (last && draws.chance(0.25)) last.push(need);
    else groups.push([need]);
  }
  return needs.length === 0 ? [[]] : [...apart, ...groups];
}

function askedOf(tagged: readonly number[], draws: Draws): number[] {
  const asked = tagged.filter(() => draws.chance(ASKED.kept));
  const other = draws.below(NEEDS.length);
  return draws.chance(ASKED.other) && !tagged.includes(other) ? [...asked, other] : asked;
}

/** Systems, their needs, and the requests in which they ask. */
export function drawAsking(plan: Plan, country: readonly District[], draws: Draws): Asked {
  const districts = drawSystems(country, systemsOf(plan), draws);
  const centre = plan.planted ? draws.pick(districts) : null;
  const systems = districts.map((district) => ({ district, needs: needsOf(plan, centre !== null && kilometres(centre, district) <= CLUSTER.km, draws) }));
  const requests = systems.flatMap(({ district, needs }) => {
    const lowIncome = 0.15 + 0.6 * draws.uniform();
    return groupedNeeds(plan, needs, draws).map((tagged, turn): Asking => {
      const month = monthOf(plan, tagged[0] ?? null, draws);
      return { id: `r-${district.leaid}-${turn}`, system: district, lowIncome, month, at: momentOf(month), tagged, asked: askedOf(tagged, draws) };
    });
  });
  return { systems, requests, centre };
}
