import { FILTERS, pairsOf, periodsOf, type Dimension } from "./catalogue";
import { dimensionOf } from "./cell";
import type { Facts } from "./facts";
import type { Evidence, Question } from "./question";

const EVIDENCE: readonly Evidence[] = ["REQUESTS", "SESSIONS"];

const impact = (conditions: readonly string[]): Question => ({ field: "impact", conditions });

const table = (conditions: readonly string[], evidence: Evidence, rows: Dimension, columns: Dimension | null = null): Question => ({
  field: "needPatterns",
  conditions,
  rows,
  columns,
  evidence,
});

const SYSTEM_DIMENSIONS: readonly Dimension[] = ["REGION", "LOCALE", "TITLE_I", "POVERTY_BAND", "ENROLLMENT_BAND", "GOVERNANCE"];

const every = (dimensions: readonly string[]): string[] => FILTERS.filter((filter) => dimensions.includes(dimensionOf(filter)));

/** The whole network by one dimension and by every two of the systems' own, and over time. */
function ofWhole(): Question[] {
  const pairs = SYSTEM_DIMENSIONS.flatMap((rows, place) => SYSTEM_DIMENSIONS.slice(place + 1).map((columns) => [rows, columns] as const));
  return EVIDENCE.flatMap((evidence) => [
    ...[...SYSTEM_DIMENSIONS, "STATE", "QUARTER", "MONTH", "DOMAIN", "TOPIC", "CHALLENGE_LEVEL"].map((rows) => table([], evidence, rows as Dimension)),
    ...pairs.map(([rows, columns]) => table([], evidence, rows, columns)),
    table([], evidence, "DOMAIN", "LOCALE"),
    table([], evidence, "DOMAIN", "QUARTER"),
  ]);
}

/** Every filter, alone and by the other dimensions, so that a cell can be come at from more than one side. */
function ofFilters(): Question[] {
  const filters = every(SYSTEM_DIMENSIONS);
  const pairs = pairsOf(every(["REGION", "LOCALE", "TITLE_I"]));
  return [
    ...[...filters.map((filter) => [filter]), ...pairs].map(impact),
    ...filters.flatMap((filter) => SYSTEM_DIMENSIONS.filter((rows) => rows !== dimensionOf(filter)).map((rows) => table([filter], "SESSIONS", rows))),
    ...every(["REGION"]).map((region) => table([region], "SESSIONS", "STATE")),
    ...every(["LOCALE"]).map((locale) => table([locale], "SESSIONS", "REGION", "TITLE_I")),
  ];
}

function ofPeriods(facts: Facts): Question[] {
  return periodsOf(facts).filter((period) => dimensionOf(period) !== "MONTH").flatMap((period) => [impact([period]), table([period], "SESSIONS", "LOCALE"), table([period], "SESSIONS", "DOMAIN")]);
}

/** What an attacker asks who wants all there is about a network in some hundreds of questions. */
export const manyQuestions = (facts: Facts): Question[] => [
  impact([]),
  ...ofWhole(),
  ...ofFilters(),
  ...ofPeriods(facts),
  { field: "topicTrends", conditions: [], interval: "QUARTER", evidence: "SESSIONS" },
  { field: "topicTrends", conditions: [], interval: "MONTH", evidence: "REQUESTS" },
  { field: "gaps", conditions: [] },
];

/** What reaches deepest into the cells of three dimensions, for a network large enough to show many. */
export const deepQuestions = (): Question[] => {
  const dimensions: readonly Dimension[] = ["REGION", "LOCALE", "TITLE_I"];
  const filters = every(dimensions);
  return [
    ...[[], ...filters.map((filter) => [filter]), ...pairsOf(filters)].map(impact),
    ...[...dimensions, "POVERTY_BAND" as const].flatMap((rows, place, all) => [null, ...all.slice(place + 1)].map((columns) => table([], "SESSIONS", rows, columns))),
    ...filters.flatMap((filter) => {
      const others = [...dimensions, "POVERTY_BAND" as const].filter((rows) => rows !== dimensionOf(filter));
      return others.flatMap((rows, place) => [null, ...others.slice(place + 1)].map((columns) => table([filter], "SESSIONS", rows, columns)));
    }),
  ];
};

/** What a provider's lead asks who takes away what the own organisation knows. */
export const leadQuestions = (): Question[] => [
  ...[[], ...every(["LOCALE", "TITLE_I"]).map((filter) => [filter])].map(impact),
  table([], "SESSIONS", "LOCALE", "TITLE_I"),
  table([], "REQUESTS", "REGION"),
  table([], "SESSIONS", "DOMAIN"),
];

/** Systems that share topics, whom the network reaches, what a region asks for and what is commonest; beside the tables that hold the same. */
export const togetherQuestions = (): Question[] => {
  const scopes = [[], ["TITLE_I=true"], ["LOCALE=CITY", "TITLE_I=true"]];
  return [
    ...scopes.flatMap((conditions): Question[] => [
      { field: "hurdles", conditions },
      { field: "regionalOpportunities", conditions },
      ...REPRESENTED.map((by): Question => ({ field: "representation", conditions, by })),
    ]),
    impact([]),
    { field: "topicRanks", conditions: [], evidence: "REQUESTS" },
    table([], "REQUESTS", "TOPIC", "REGION"),
    ...(["LOCALE", "TITLE_I", "POVERTY_BAND"] as const).flatMap((rows) => EVIDENCE.map((evidence) => table([], evidence, rows, rows === "TITLE_I" ? "LOCALE" : "REGION"))),
  ];
};

/** By what reach is held against the country. */
const REPRESENTED: readonly Dimension[] = ["LOCALE", "POVERTY_BAND", "REGION"];
