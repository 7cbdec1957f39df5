import { confusedPairs, masiDistance } from "@arl/analysis/agreement";
import { alphaWithInterval, nominalDistance } from "@arl/analysis/alpha";
import { wilson } from "@arl/analysis/proportion";
import { seededRandom } from "@arl/analysis/seededRandom";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact, withheld } from "../figure/figure";
import type { Refusal } from "../figure/refusal.type";
import type { Reading } from "./reading.queries";
import type { TagReliability, TopicAgreement, TopicConfusion } from "./tagging.type";

/** Requests read twice without which agreement is not told. */
const LEAST_REQUESTS = 20;
/** Requests given a topic by anybody without which agreement on it is not told. */
const LEAST_GIVEN = 5;
const LEAST_CONFUSED = 2;

const SEED = 2011;
const DRAWS = 1000;

/** Agreement overall and by topic, and what is confused with what, from all readings; `isShown` chooses topics, not requests. */
export function tagReliability(topics: readonly TopicRow[], readings: readonly Reading[], isShown: (code: string) => boolean): TagReliability {
  const byRequest = Map.groupBy(readings, ({ requestId }) => requestId);
  const twice = [...byRequest.values()].filter(({ length }) => length >= 2);
  const requestIds = twice.map(([first]) => first?.requestId ?? "");
  const units = twice.map((given) => given.map((reading) => new Set(reading.topics)));
  const readers = new Set(twice.flat().map(({ reader }) => reader)).size;
  const known = { requests: units.length, readers };
  if (units.length < LEAST_REQUESTS) {
    return { ...known, refusal: tooFew(units.length), overall: withheld(units.length === 0 ? "NO_DATA" : "TOO_FEW", units.length), topics: [], confusions: [] };
  }
  const overall = estimate(alphaWithInterval(units, masiDistance, { uniform: seededRandom(SEED).uniform, draws: DRAWS, least: LEAST_REQUESTS }));
  const given = topics.filter(({ code }) => isShown(code) && units.some((unit) => unit.some((reading) => reading.has(code))));
  return { ...known, refusal: null, overall, topics: given.map((topic) => agreementOn(topic, units)), confusions: confusions(topics, units, requestIds, isShown) };
}

type Units = readonly (readonly ReadonlySet<string>[])[];

function agreementOn(topic: TopicRow, units: Units): TopicAgreement {
  const requests = units.filter((unit) => unit.some((reading) => reading.has(topic.code))).length;
  const values = units.map((unit) => unit.map((reading) => reading.has(topic.code)));
  const stream = { uniform: seededRandom(SEED, topic.position + 1).uniform, draws: DRAWS, least: LEAST_REQUESTS };
  const agreement = requests < LEAST_GIVEN ? withheld("TOO_FEW", units.length) : estimate(alphaWithInterval(values, nominalDistance, stream));
  return { topic, agreement, requests: exact(requests, units.length) };
}

function confusions(topics: readonly TopicRow[], units: Units, requestIds: readonly string[], isShown: (code: string) => boolean): TopicConfusion[] {
  const byCode = new Map(topics.map((topic) => [topic.code, topic]));
  return confusedPairs(units)
    .filter((pair) => pair.units >= LEAST_CONFUSED && pair.items.some(isShown))
    .map(({ items, at, units: times, of }) => ({
      topics: items.flatMap((code) => byCode.get(code) ?? []).sort((a, b) => a.position - b.position),
      requests: times,
      requestIds: at.flatMap((place) => requestIds[place] ?? []),
      share: estimate(wilson(times, of)),
    }))
    .filter((pair) => pair.topics.length === 2);
}

const tooFew = (requests: number): Refusal => ({
  reason: requests === 0 ? "NOT_RECORDED" : "TOO_FEW",
  why: requests === 0 ? "No request was tagged by two people." : `Only ${requests} ${requests === 1 ? "request was" : "requests were"} tagged by two people; agreement is told from ${LEAST_REQUESTS}.`,
  wouldLift: `A second person who tags a sample of the requests, ${LEAST_REQUESTS} at least, without seeing the first one's tags.`,
});
