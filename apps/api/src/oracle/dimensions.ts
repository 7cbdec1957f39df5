import { ENROLLMENT_BANDS, GOVERNANCES, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";
import { dayOf, intervalKey, intervalsFrom, startOfInterval, type Interval } from "./calendar";
import { UNKNOWN, keyOf, type Key } from "./cell";
import type { Evidence } from "./evidence";
import { DOMAINS, TOPICS, domainOf } from "./framework";
import type { Network } from "./network";
import { STATES } from "./states";

export const DIMENSIONS = [
  "DOMAIN",
  "TOPIC",
  "STATE",
  "REGION",
  "LOCALE",
  "TITLE_I",
  "POVERTY_BAND",
  "ENROLLMENT_BAND",
  "GOVERNANCE",
  "PROVIDER",
  "CHALLENGE_LEVEL",
  "WEEK",
  "MONTH",
  "QUARTER",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const isTopical = (dimension: Dimension): boolean => dimension === "TOPIC" || dimension === "DOMAIN";

const isInterval = (dimension: Dimension): dimension is Interval & Dimension =>
  dimension === "WEEK" || dimension === "MONTH" || dimension === "QUARTER";

const each = (keys: readonly string[]): string[] => [...new Set(keys)];

/**
 * The keys of a dimension that a request or session falls under: as many as it has topics or organisations, which may
 * be none, and one of all else.
 * @param shown the topics to show; null shows all.
 */
export function keysOf(evidence: Evidence, dimension: Dimension, shown: ReadonlySet<string> | null): string[] {
  const { system } = evidence;
  if (isInterval(dimension)) return [intervalKey(startOfInterval(dayOf(evidence.at), dimension), dimension)];
  switch (dimension) {
    case "TOPIC":
      return evidence.topics.filter((topic) => shown === null || shown.has(topic));
    case "DOMAIN":
      return each(evidence.topics.filter((topic) => shown === null || shown.has(topic)).map(domainOf));
    case "STATE":
      return [system.state];
    case "REGION":
      return [system.region];
    case "LOCALE":
      return [system.locale ?? UNKNOWN];
    case "TITLE_I":
      return [system.titleI === null ? UNKNOWN : String(system.titleI)];
    case "POVERTY_BAND":
      return [system.povertyBand];
    case "ENROLLMENT_BAND":
      return [system.enrollmentBand];
    case "GOVERNANCE":
      return [system.governance ?? UNKNOWN];
    case "PROVIDER":
      return each(evidence.providers);
    case "CHALLENGE_LEVEL":
      return [evidence.challengeLevel === null ? UNKNOWN : String(evidence.challengeLevel)];
  }
}

const known = (bands: readonly string[]): Key[] => bands.filter((band) => band !== UNKNOWN).map((band) => keyOf(band));

/** Every key of a dimension but UNKNOWN, in the order shown. */
function scale(network: Network, dimension: Dimension, evidence: readonly Evidence[]): Key[] {
  if (isInterval(dimension)) {
    const days = evidence.map(({ at }) => dayOf(at));
    return intervalsFrom(days, dimension).map((start) => keyOf(intervalKey(start, dimension)));
  }
  switch (dimension) {
    case "TOPIC":
      return TOPICS.map(({ code, label }) => keyOf(code, label));
    case "DOMAIN":
      return [...DOMAINS, ...TOPICS.filter(({ domain }) => domain === null)].map(({ code, label }) => keyOf(code, label));
    case "STATE":
      return [...STATES.map(({ postal, name }) => keyOf(postal, name)), keyOf("BI", "Bureau of Indian Education")].sort(
        (a, b) => (a.key < b.key ? -1 : 1),
      );
    case "REGION":
      return known(REGIONS);
    case "LOCALE":
      return known(LOCALES);
    case "TITLE_I":
      return known(["true", "false"]);
    case "POVERTY_BAND":
      return known(POVERTY_BANDS);
    case "ENROLLMENT_BAND":
      return known(ENROLLMENT_BANDS);
    case "GOVERNANCE":
      return known(GOVERNANCES);
    case "PROVIDER":
      return network.records.providers
        .map(({ id, name }) => keyOf(id, name))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    case "CHALLENGE_LEVEL":
      return known(["1", "2", "3", "4"]);
  }
}

/** Scales have something between two keys; lists of names have not. */
const SCALES: readonly Dimension[] = ["CHALLENGE_LEVEL", "POVERTY_BAND", "ENROLLMENT_BAND", "WEEK", "MONTH", "QUARTER"];

/** The keys to list: on a scale every key from the first to the last that occurs, else those that occur; then UNKNOWN. */
export function keysListed(
  network: Network,
  dimension: Dimension,
  evidence: readonly Evidence[],
  shown: ReadonlySet<string> | null,
): Key[] {
  const occurring = new Set(evidence.flatMap((one) => keysOf(one, dimension, shown)));
  const all = scale(network, dimension, evidence);
  const places = all.flatMap(({ key }, place) => (occurring.has(key) ? [place] : []));
  const [first = 0] = places;
  const last = places.at(-1) ?? -1;
  const listed = all.filter(({ key }, place) =>
    SCALES.includes(dimension) ? place >= first && place <= last : occurring.has(key),
  );
  return occurring.has(UNKNOWN) ? [...listed, keyOf(UNKNOWN, "Unknown")] : listed;
}
