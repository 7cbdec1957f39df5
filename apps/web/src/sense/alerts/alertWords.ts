import type { AlertKind } from "../../gql/graphql";

interface KindWords {
  /** What is watched, as a choice. */
  readonly label: string;
  /** What the threshold's field is called. */
  readonly threshold: string;
  readonly suggested: number;
  /** Whether it watches one topic. */
  readonly ofTopic: boolean;
}

export const KIND_WORDS: Readonly<Record<AlertKind, KindWords>> = {
  OLDEST_UNMATCHED: { label: "A request waits too long for a match", threshold: "More days than", suggested: 5, ofTopic: false },
  SESSION_RATING: { label: "Ratings of the last four weeks are surely low", threshold: "Mean under", suggested: 4, ofTopic: false },
  RESPONSE_RATE: { label: "Fewer calls are rated", threshold: "Share under, 0 to 1", suggested: 0.5, ofTopic: false },
  TOPIC_GROWTH: { label: "A topic is asked for much more often", threshold: "Times as often as four weeks before", suggested: 2, ofTopic: true },
  COVERAGE: { label: "A topic has too little capacity", threshold: "Coverage under", suggested: 1, ofTopic: true },
};

export const KINDS = Object.keys(KIND_WORDS) as AlertKind[];

/** The page's sentence: how many alerts there are, and how many hold. */
export function alertsFinding(alerts: readonly { readonly holds: boolean }[]): string {
  if (alerts.length === 0) return "Nothing is watched for you yet.";
  const holding = alerts.filter(({ holds }) => holds).length;
  const watched = alerts.length === 1 ? "One figure is watched for you" : `${alerts.length} figures are watched for you`;
  if (holding === 0) return `${watched}; ${alerts.length === 1 ? "it is within its threshold" : "all are within their thresholds"}.`;
  return `${watched}; ${holding === 1 ? "one has" : `${holding} have`} crossed ${holding === 1 ? "its threshold" : "their thresholds"}.`;
}
