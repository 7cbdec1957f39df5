/** Everything that the analysis queries answer, for comparing it with a calculation of one's own. */
const FIGURE = "{ value low high n withheld }";

const CELL = `{ row { key } column { key } count ${FIGURE} systems ${FIGURE} share ${FIGURE} }`;

const IMPACT_FIGURES = [
  "systemsRequesting",
  "systemsServed",
  "schoolsReached",
  "studentsReached",
  "statesReached",
  "titleIShare",
  "requests",
  "relationships",
  "sessionsHeld",
  "providersActive",
  "sessionRating",
  "responseRate",
  "returnRate",
  "relationshipLengthMonths",
  "sustainedFourMonths",
  "sessionsPerRelationshipMax",
  "daysToMatch",
  "daysToFirstSession",
];

export const IMPACT = `query ($scope: Scope) { impact(scope: $scope) { ${IMPACT_FIGURES.map((name) => `${name} ${FIGURE}`).join(" ")} localeMix ${CELL} } }`;

export const NEED_PATTERNS = `query ($scope: Scope, $rows: Dimension!, $columns: Dimension, $evidence: Evidence!) {
  needPatterns(scope: $scope, rows: $rows, columns: $columns, evidence: $evidence) { rows { key } columns { key } cells ${CELL} } }`;

export const TOPIC_TRENDS = `query ($scope: Scope, $interval: Interval!, $evidence: Evidence!) {
  topicTrends(scope: $scope, interval: $interval, evidence: $evidence) {
    topic { code } points { start count ${FIGURE} share ${FIGURE} } ratioPerMonth ${FIGURE} qValue direction } }`;

export const GAPS = `query ($scope: Scope) {
  gaps(scope: $scope) {
    topic { code } demand ${FIGURE} waiting ${FIGURE} specialists ${FIGURE} providers ${FIGURE}
    capacityHours ${FIGURE} coverage ${FIGURE} resources ${FIGURE} } }`;
