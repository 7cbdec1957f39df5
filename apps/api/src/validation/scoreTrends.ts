import type { BurstsAnswer, PhrasesAnswer, SeasonsAnswer, TrendsAnswer } from "./answers";
import { burstTime } from "./coaching";
import { itemAt } from "./draws";
import { BURSTS, NEEDS, PHRASE, PLACES, REQUEST_RATIO, SEASON, SESSION_RATIO } from "./model";
import { QUESTIONS } from "./questions";
import { FOUND_Q, placeOf, sizeOf, type Scoring } from "./scoring";

const { risingRequests, fallingRequests, risingSessions, fallingSessions, longBurst, sharpBurst, seasonal, counterSeasonal, driftTo } = PLACES;

/** The true ratio a month of each topic that has one: what was planted, 1 elsewhere; none where the share does not go evenly. */
function trueRatios({ planted, size }: Scoring["network"]["plan"], of: "requests" | "sessions"): Map<number, number> {
  const ratios = new Map<number, number>(NEEDS.map((_, place) => [place, 1] as const));
  if (!planted) return ratios;
  if (size === "three years") {
    for (const place of [seasonal, counterSeasonal]) ratios.delete(place);
  } else if (of === "requests") {
    ratios.set(risingRequests, REQUEST_RATIO).set(fallingRequests, 1 / REQUEST_RATIO);
  } else {
    ratios.set(risingSessions, SESSION_RATIO).set(fallingSessions, 1 / SESSION_RATIO);
    // Sessions follow their requests with a lag that spreads.
    for (const place of [risingRequests, fallingRequests]) ratios.delete(place);
  }
  if (of === "sessions") for (const place of [longBurst, sharpBurst, driftTo]) ratios.delete(place);
  return ratios;
}

async function scoreTrend(scoring: Scoring, of: "requests" | "sessions"): Promise<void> {
  const { network, marks } = scoring;
  const { plan } = network;
  const { topicTrends } = (await scoring.ask(of === "requests" ? QUESTIONS.requestTrends : QUESTIONS.sessionTrends)) as unknown as TrendsAnswer;
  const ratios = trueRatios(plan, of);
  const family = `topicTrends, ${of}`;
  let [discoveries, isFalse] = [0, 0];
  const across = { discoveries: 0, isFalse: 0 };
  for (const { topic, ratioPerMonth, qValue, acrossSystems } of topicTrends) {
    const truth = ratios.get(placeOf(topic.code));
    if (truth === undefined) continue;
    if (ratioPerMonth.value !== null) marks.cover(`topicTrends.ratioPerMonth, ${of}`, plan.number, truth, ratioPerMonth);
    const isFound = qValue !== null && qValue < FOUND_Q;
    if (isFound) discoveries += 1;
    if (isFound && truth === 1) isFalse += 1;
    const isAcross = isFound && acrossSystems === true;
    if (isAcross) across.discoveries += 1;
    if (isAcross && truth === 1) across.isFalse += 1;
    if (truth === 1) continue;
    const effect = `trend of ${of}, a topic ${truth > 1 ? "rising" : "falling"} by ${(truth > 1 ? truth : 1 / truth).toFixed(2)} a month`;
    marks.sought.push({ effect, size: sizeOf(plan), isFound });
    if (of === "sessions") marks.sought.push({ effect: `${effect}, across systems`, size: sizeOf(plan), isFound: isAcross });
  }
  marks.found.push({ family, network: plan.number, isNull: !plan.planted, discoveries, isFalse });
  if (of === "sessions") marks.found.push({ family: `${family}, across systems`, network: plan.number, isNull: !plan.planted, ...across });
}

async function scoreBursts({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  const { topicBursts } = (await ask(QUESTIONS.bursts)) as unknown as BurstsAnswer;
  const isTrue = ({ topic, from, to }: BurstsAnswer["topicBursts"]["bursts"][number]) => (burst: (typeof BURSTS)[number]) => {
    const [start, end] = burstTime(burst);
    return plan.planted && placeOf(topic.code) === burst.place && Date.parse(from) < end && Date.parse(to) > start;
  };
  const { bursts } = topicBursts;
  marks.found.push({ family: "topicBursts", network: plan.number, isNull: !plan.planted, discoveries: bursts.length, isFalse: bursts.filter((burst) => !BURSTS.some(isTrue(burst))).length });
  if (!plan.planted) return;
  for (const planted of BURSTS) {
    const weeks = planted.weeks === 1 ? "one week" : `${planted.weeks} weeks`;
    marks.sought.push({ effect: `burst of ${weeks}, a topic in ${planted.added * 100}% of sessions more`, size: sizeOf(plan), isFound: bursts.some((burst) => isTrue(burst)(planted)) });
  }
}

async function scorePhrases({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  const { risingPhrases } = (await ask(QUESTIONS.phrases)) as unknown as PhrasesAnswer;
  const words = PHRASE.words.split(" ");
  const isTrue = (phrase: string) => plan.planted && words.some((word) => phrase.includes(word.slice(0, 6)));
  const found = risingPhrases.phrases.map(({ phrase }) => isTrue(phrase));
  marks.found.push({ family: "risingPhrases", network: plan.number, isNull: !plan.planted, discoveries: found.length, isFalse: found.filter((each) => !each).length });
  if (plan.planted) marks.sought.push({ effect: `phrase in ${PHRASE.recent * 100}% of requests of eight weeks, ${PHRASE.before * 100}% before`, size: sizeOf(plan), isFound: found.includes(true) });
}

async function scoreSeasons({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  if (plan.size !== "three years") return;
  const { topicSeasons } = (await ask(QUESTIONS.seasons)) as unknown as SeasonsAnswer;
  let [discoveries, isFalse] = [0, 0];
  for (const { topic, peakToTrough, qValue } of topicSeasons.topics) {
    const place = placeOf(topic.code);
    if (place < 0 || peakToTrough.value === null) continue;
    const isSeasonal = plan.planted && (place === seasonal || place === counterSeasonal);
    marks.cover(isSeasonal ? "topicSeasons.peakToTrough, seasonal" : "topicSeasons.peakToTrough, no season", plan.number, isSeasonal ? Math.exp(2 * SEASON) : 1, peakToTrough);
    const isFound = qValue !== null && qValue < FOUND_Q;
    if (isFound) discoveries += 1;
    if (isFound && !isSeasonal) isFalse += 1;
    if (isSeasonal) marks.sought.push({ effect: `season, peak over trough ${Math.exp(2 * SEASON).toFixed(1)}, ${Math.round(100 * itemAt(NEEDS, place).probability)}% of systems`, size: sizeOf(plan), isFound });
  }
  marks.found.push({ family: "topicSeasons, requests", network: plan.number, isNull: !plan.planted, discoveries, isFalse });
}

/** What changes with time. */
export async function scoreTrends(scoring: Scoring): Promise<void> {
  await scoreTrend(scoring, "requests");
  await scoreTrend(scoring, "sessions");
  await scoreBursts(scoring);
  await scorePhrases(scoring);
  await scoreSeasons(scoring);
}
