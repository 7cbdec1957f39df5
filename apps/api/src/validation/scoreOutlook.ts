import { SERVICE_TARGET_DAYS } from "@arl/schema/network";
import type { OutlookAnswer } from "./answers";
import { drawsOf, itemAt } from "./draws";
import { drawFutureOf, type Truth } from "./future";
import { AS_OF, DAY_MS, MONTH_DAYS, NEEDS, OUTLOOK } from "./model";
import { coachesOf, supplyOfCoach, type Network } from "./network";
import { monthsOf, systemsOf } from "./plan";
import { QUESTIONS } from "./questions";
import type { Reference } from "./reference";
import type { Scoring } from "./scoring";

const { place, weeks, futures } = OUTLOOK;

/** What is true of the topic that is asked about: its state from the network, its rates from the process. */
function truthOf({ plan, asked, coached }: Network, reference: Reference, length: () => number) {
  const able = Array.from({ length: coachesOf(plan) }, (_, at) => ({ at, ...supplyOfCoach(at) })).filter(({ topics }) => topics.includes(place));
  const hours = able.reduce((sum, each) => sum + each.hours / each.topics.length, 0);
  const coaches = new Set(able.map(({ at }) => at));
  const engaged = new Set(coached.engagements.map(({ asking }) => asking));
  const onTopic = coached.engagements.filter(({ asking }) => asking.tagged.includes(place));
  const endOf = ({ begunAt, length: months, referral }: (typeof onTopic)[number]) => (begunAt - AS_OF.getTime()) / DAY_MS + MONTH_DAYS * Math.min(months, referral);
  // The hour of a session brings another of preparation, which the question takes for granted.
  const relationshipHours = 2 * reference.hoursPerMonth * itemAt(reference.parts, place);
  const rate = (systemsOf(plan) * itemAt(NEEDS, place).probability) / monthsOf(plan) / MONTH_DAYS;
  const truth: Truth = {
    rate,
    places: hours / relationshipHours,
    ends: onTopic.filter(({ coach, closedAt }) => closedAt === null && coaches.has(coach)).map(endOf),
    waiting: asked.requests.filter((request) => request.tagged.includes(place) && !engaged.has(request)).length,
    length,
    days: 7 * weeks,
    lateAfter: SERVICE_TARGET_DAYS,
  };
  return { truth, relationshipHours, served: truth.places / (reference.meanMonths * MONTH_DAYS) };
}

/** The coming half-year of one topic, whose true futures are drawn from the state in which the network stands. */
export async function scoreOutlook({ ask, network, reference, marks }: Scoring): Promise<void> {
  const { plan } = network;
  const { arrivals, relationshipHours, now } = ((await ask(QUESTIONS.outlook)) as unknown as OutlookAnswer).capacityOutlook;
  if (now === null) return;
  const draws = drawsOf(plan.seed, 10 * plan.number + 5);
  const is = truthOf(network, reference, () => MONTH_DAYS * draws.pick(reference.lasts));
  marks.cover("capacityOutlook.arrivals", plan.number, is.truth.rate * MONTH_DAYS, arrivals);
  marks.cover("capacityOutlook.relationshipHours", plan.number, is.relationshipHours, relationshipHours);
  marks.cover("capacityOutlook.utilisation", plan.number, is.truth.rate / is.served, now.utilisation);
  marks.cover("capacityOutlook.growth", plan.number, 7 * (is.truth.rate - is.served), now.growth);
  for (let future = 0; future < futures; future += 1) {
    const came = drawFutureOf(is.truth, draws);
    if (came === null) continue;
    for (const of of ["medianWait", "longWait", "late", "queue"] as const) marks.cover(`capacityOutlook.${of}`, plan.number, came[of], now[of]);
  }
}
