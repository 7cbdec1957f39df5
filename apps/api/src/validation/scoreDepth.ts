import type { ChallengeAnswer, DoseAnswer, LoadAnswer, RatingsAnswer, SurvivalAnswer } from "./answers";
import { LENGTH, LEVEL, RATING } from "./model";
import { QUESTIONS } from "./questions";
import { isLocale, sizeOf, type Scoring } from "./scoring";

const LEVEL_OF_TESTS = 0.05;

async function scoreSurvival({ ask, network: { plan }, reference, marks }: Scoring): Promise<void> {
  const { survivalByGroup } = (await ask(QUESTIONS.survival)) as unknown as SurvivalAnswer;
  for (const { key, ...group } of survivalByGroup.groups) {
    if (!isLocale(key.key)) continue;
    const truth = reference.byLocale[key.key];
    marks.cover("survivalByGroup.sustainedFourMonths", plan.number, truth.sustained, group.sustainedFourMonths);
    marks.cover("survivalByGroup.relationshipLengthMonths", plan.number, truth.lengthMonths, group.relationshipLengthMonths);
    marks.cover("survivalByGroup.closedFourMonths", plan.number, truth.closed, group.closedFourMonths);
    marks.cover("survivalByGroup.referredFourMonths", plan.number, truth.referred, group.referredFourMonths);
  }
  const { test } = survivalByGroup;
  if (plan.planted) marks.sought.push({ effect: `relationships of rural systems ${LENGTH.rural} times as long`, size: sizeOf(plan), isFound: test !== null && test.qValue < LEVEL_OF_TESTS });
  else if (test) marks.tested.push({ test: "survivalByGroup, log-rank", network: plan.number, isRejected: test.pValue < LEVEL_OF_TESTS });
}

async function scoreCurves({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  const { level } = ((await ask(QUESTIONS.challenge)) as unknown as ChallengeAnswer).challengeProgression;
  marks.cover("challengeProgression.slope", plan.number, LEVEL.slope, level.slope);
  for (const { call, change, raw } of level.points) {
    marks.cover("challengeProgression.change", plan.number, LEVEL.slope * (call - 1), change);
    marks.cover("challengeProgression.raw", plan.number, LEVEL.first + LEVEL.slope * (call - 1), raw);
  }
  marks.sought.push({ effect: `challenge rising by ${LEVEL.slope} a call`, size: sizeOf(plan), isFound: level.slope.low !== null && level.slope.low > 0 });
  const { rating, wantsMore } = ((await ask(QUESTIONS.dose)) as unknown as DoseAnswer).doseCurve;
  // Load grows as the network does, and so with the number of the call: the two effects cannot be told apart here.
  if (plan.effect !== "load") marks.cover("doseCurve.rating", plan.number, plan.effect === "call" ? RATING.call : 0, rating.slope);
  marks.cover("doseCurve.wantsMore", plan.number, 0, wantsMore.slope);
  if (plan.effect === "call") marks.sought.push({ effect: `rating rising by ${RATING.call} a call`, size: sizeOf(plan), isFound: rating.slope.low !== null && rating.slope.low > 0 });
}

async function scoreRatings({ ask, network, reference, marks }: Scoring): Promise<void> {
  const { plan } = network;
  const { ratingsByGroup } = (await ask(QUESTIONS.ratings)) as unknown as RatingsAnswer;
  const { groups, test } = ratingsByGroup;
  for (const { key, rating, shrunken, ratingIfAllAnswered } of groups) {
    if (!isLocale(key.key)) continue;
    const truth = reference.byLocale[key.key];
    marks.cover("ratingsByGroup.rating", plan.number, truth.rating, rating);
    marks.cover("ratingsByGroup.shrunken", plan.number, truth.rating, shrunken);
    const own = network.judged.filter(({ coaching }) => coaching.asking.system.locale === key.key);
    marks.cover("ratingsByGroup.ratingIfAllAnswered", plan.number, own.reduce((sum, each) => sum + each.rating, 0) / own.length, ratingIfAllAnswered);
  }
  const rural = groups.find(({ key }) => key.key === "RURAL");
  if (plan.planted) marks.sought.push({ effect: `ratings of rural leaders ${RATING.rural} higher`, size: sizeOf(plan), isFound: rural?.qValue != null && rural.qValue < LEVEL_OF_TESTS });
  else if (test) marks.tested.push({ test: "ratingsByGroup, F", network: plan.number, isRejected: test.pValue < LEVEL_OF_TESTS });
}

async function scoreLoad({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  const { series } = ((await ask(QUESTIONS.load)) as unknown as LoadAnswer).loadWatch;
  for (const { measure, effects } of series) {
    for (const { outcome, slope } of effects) {
      const isPlanted = outcome === "RATING" && plan.effect === "load";
      // What is held the same is the number of the call as a line; the planted effect of calls ends at the eighth.
      if (outcome === "RATING" && plan.effect === "call") continue;
      // How much of the effect of relationships shows in hours follows from no parameter.
      if (isPlanted && measure === "HOURS") continue;
      marks.cover(`loadWatch.slope, ${outcome} by ${measure}`, plan.number, isPlanted ? RATING.load : 0, slope);
      if (isPlanted) marks.sought.push({ effect: `rating falling by ${-RATING.load} for each relationship under way`, size: sizeOf(plan), isFound: slope.high !== null && slope.high < 0 });
    }
  }
}

/** How long, how hard, how well. */
export async function scoreDepth(scoring: Scoring): Promise<void> {
  await scoreSurvival(scoring);
  await scoreCurves(scoring);
  await scoreRatings(scoring);
  await scoreLoad(scoring);
}
