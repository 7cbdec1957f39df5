import { itemAt } from "./draws";
import { NEEDS, OUTLOOK } from "./model";

/** What every network is asked, in the API's own words. */

const F = "{ value low high n }";
const ROWS = `{ refusal { why } rows { metric of { key } by change ${F} qValue verdict } }`;

export const QUESTIONS = {
  impact: `{ impact { sessionRating ${F} ratingIfAllAnswered ${F} responseRate ${F} returnRate ${F} daysToMatch ${F} daysToFirstSession ${F}
    relationshipLengthMonths ${F} sustainedFourMonths ${F} titleIShare ${F} localeMix { row { key } share ${F} } challengeByCall { call level ${F} } } }`,
  requestTrends: `{ topicTrends(evidence: REQUESTS) { topic { code } ratioPerMonth ${F} qValue } }`,
  sessionTrends: `{ topicTrends(evidence: SESSIONS) { topic { code } ratioPerMonth ${F} qValue acrossSystems } }`,
  hurdles: `{ hurdles { topics { code } lift ${F} qValue } }`,
  bursts: `{ topicBursts(evidence: SESSIONS) { bursts { topic { code } from to } } }`,
  phrases: `{ risingPhrases(weeks: 8) { phrases { phrase } } }`,
  drift: `{ topicDrift { topics { topic { code } askedToTagged ${F} taggedToCoached ${F} askedToCoached ${F} went { topic { code } qValue } } } }`,
  representation: `{ representation(by: LOCALE) { groups { key { key } byDistricts { ratio ${F} } byStudents { ratio ${F} } } } }`,
  funnel: `{ reachFunnel(by: LOCALE) { groups { key { key } steps { stage difference ${F} qValue } } } }`,
  survival: `{ survivalByGroup(by: LOCALE) { test { pValue qValue } groups { key { key } sustainedFourMonths ${F} relationshipLengthMonths ${F} closedFourMonths ${F} referredFourMonths ${F} } } }`,
  challenge: `{ challengeProgression { level { slope ${F} points { call change ${F} raw ${F} } } } }`,
  dose: `{ doseCurve { rating { slope ${F} } wantsMore { slope ${F} } } }`,
  ratings: `{ ratingsByGroup(by: LOCALE) { test { pValue } groups { key { key } rating ${F} ratingIfAllAnswered ${F} shrunken ${F} qValue } } }`,
  load: `{ loadWatch { series { measure effects { outcome slope ${F} } } } }`,
  compare: `{ compare(scope: { locales: [RURAL] }, to: {}, leaveOut: true) ${ROWS} }`,
  compareCalls: `{ compare(scope: { locales: [RURAL] }, to: {}, leaveOut: true, evidence: SESSIONS) ${ROWS} }`,
  compareHalves: `{ compare(scope: { from: "2020-09-01" }, to: { to: "2020-09-01" }, evidence: SESSIONS) ${ROWS} }`,
  ranks: `{ topicRanks { topic { code } best worst } }`,
  sequences: `{ needSequences(first: 50) { sequences { first { code } later { code } qValue } } }`,
  regions: `{ regionalOpportunities { clusters { topic { code } qValue centre { id } } regions { topic { code } region { key } share ${F} qValue } } }`,
  outlook: `{ capacityOutlook(topic: "${itemAt(NEEDS, OUTLOOK.place).code}", windowDays: 365, weeks: ${OUTLOOK.weeks}) { refusal { why } arrivals ${F} relationshipHours ${F}
    now { utilisation ${F} growth ${F} medianWait ${F} longWait ${F} late ${F} queue ${F} } } }`,
  seasons: `{ topicSeasons(evidence: REQUESTS) { topics { topic { code } peakToTrough ${F} qValue } } }`,
} as const;
