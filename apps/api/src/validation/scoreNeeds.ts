import type { DriftAnswer, HurdlesAnswer, RanksAnswer, SequencesAnswer } from "./answers";
import { itemAt } from "./draws";
import { DRIFT, JOINT, NEEDS, PLACES } from "./model";
import { systemsOf } from "./plan";
import { QUESTIONS } from "./questions";
import { FOUND_Q, placeOf, sizeOf, type Scoring } from "./scoring";

const PAIRS = [
  { name: "common", places: PLACES.commonPair, joint: JOINT.common },
  { name: "rare", places: PLACES.rarePair, joint: JOINT.rare },
] as const;

/** Pairs that fewer systems are expected to share are mostly not listed, and those listed are the ones by chance high. */
const LEAST_EXPECTED = 3;

const probability = (place: number): number => itemAt(NEEDS, place).probability;
const isPair = (one: number, other: number) => ({ places: [a, b] }: (typeof PAIRS)[number]): boolean => (one === a && other === b) || (one === b && other === a);

async function scoreHurdles({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  const { hurdles } = (await ask(QUESTIONS.hurdles)) as unknown as HurdlesAnswer;
  const pairs = hurdles.flatMap(({ topics: [one, other], lift, qValue }) => (one && other ? [{ one: placeOf(one.code), other: placeOf(other.code), lift, qValue }] : [])).filter(({ one, other }) => one >= 0 && other >= 0);
  let [discoveries, isFalse] = [0, 0];
  for (const { one, other, lift, qValue } of pairs) {
    const pair = plan.planted ? PAIRS.find(isPair(one, other)) : undefined;
    // A cluster makes a need commoner in some networks than in others.
    const isClustered = plan.planted && [one, other].includes(PLACES.cluster);
    const alone = probability(one) * probability(other);
    const joint = pair?.joint ?? alone;
    if (!isClustered && joint * systemsOf(plan) >= LEAST_EXPECTED) marks.cover(pair ? "hurdles.lift, planted pairs" : "hurdles.lift, independent pairs", plan.number, joint / alone, lift);
    if (qValue === null || qValue >= FOUND_Q) continue;
    discoveries += 1;
    if (!pair) isFalse += 1;
  }
  marks.found.push({ family: "hurdles", network: plan.number, isNull: !plan.planted, discoveries, isFalse });
  if (!plan.planted) return;
  for (const pair of PAIRS) {
    const [a, b] = pair.places;
    const lift = pair.joint / probability(a) / probability(b);
    const isFound = pairs.some(({ one, other, qValue }) => qValue !== null && qValue < FOUND_Q && isPair(one, other)(pair));
    marks.sought.push({ effect: `pair with lift ${lift.toFixed(1)}, topics of ${Math.round(100 * probability(a))}% and ${Math.round(100 * probability(b))}% of systems`, size: sizeOf(plan), isFound });
  }
}

async function scoreDrift({ ask, network: { plan }, reference, marks }: Scoring): Promise<void> {
  const { topicDrift } = (await ask(QUESTIONS.drift)) as unknown as DriftAnswer;
  let [discoveries, isFalse, isFound] = [0, 0, false];
  for (const { topic, went, ...steps } of topicDrift.topics) {
    const place = placeOf(topic.code);
    if (place < 0) continue;
    for (const step of ["askedToTagged", "taggedToCoached", "askedToCoached"] as const) marks.cover(`topicDrift.${step}`, plan.number, reference.kept[step][place] ?? NaN, steps[step]);
    for (const flow of went.filter(({ qValue }) => qValue < FOUND_Q)) {
      const to = placeOf(flow.topic.code);
      const isPlanted = plan.planted && place === PLACES.driftFrom && to === PLACES.driftTo;
      discoveries += 1;
      if (isPlanted) isFound = true;
      // Needs that come in pairs do go together: that is no false find, nor the one sought.
      else if (!(plan.planted && PAIRS.some(isPair(place, to)))) isFalse += 1;
    }
  }
  marks.found.push({ family: "topicDrift", network: plan.number, isNull: !plan.planted, discoveries, isFalse });
  if (plan.planted) marks.sought.push({ effect: `drift, ${DRIFT * 100}% of requests on a topic come to be coached on another`, size: sizeOf(plan), isFound });
}

/** Without anything planted the topics are in NEEDS from the most to the least probable. */
async function scoreRanks({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  if (plan.planted) return;
  const { topicRanks } = (await ask(QUESTIONS.ranks)) as unknown as RanksAnswer;
  const held = topicRanks.map(({ topic, best, worst }) => {
    const rank = placeOf(topic.code) + 1;
    marks.cover("topicRanks, each topic", plan.number, rank, { value: null, low: best, high: worst });
    return rank >= best && rank <= worst;
  });
  marks.cover("topicRanks, all topics at once", plan.number, held.every(Boolean) ? 0 : 1, { value: null, low: 0, high: 0 });
}

/** Sessions of a relationship turn to its topics in no order; where bursts and trends are planted they do. */
async function scoreSequences({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  if (plan.planted) return;
  const { needSequences } = (await ask(QUESTIONS.sequences)) as unknown as SequencesAnswer;
  const discoveries = needSequences.sequences.filter(({ qValue }) => qValue < FOUND_Q).length;
  marks.found.push({ family: "needSequences", network: plan.number, isNull: true, discoveries, isFalse: discoveries });
}

/** What systems share, where topics go, and which are most. */
export async function scoreNeeds(scoring: Scoring): Promise<void> {
  await scoreHurdles(scoring);
  await scoreDrift(scoring);
  await scoreRanks(scoring);
  await scoreSequences(scoring);
}
