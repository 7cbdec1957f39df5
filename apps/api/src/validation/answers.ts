import type { Given } from "./marks";

/** Answers to QUESTIONS, as far as they are looked at. */

interface Named {
  readonly code: string;
}

interface Keyed {
  readonly key: string;
}

export interface ImpactAnswer {
  readonly impact: Readonly<
    Record<"sessionRating" | "ratingIfAllAnswered" | "responseRate" | "returnRate" | "daysToMatch" | "daysToFirstSession" | "relationshipLengthMonths" | "sustainedFourMonths" | "titleIShare", Given>
  > & {
    readonly localeMix: readonly { readonly row: Keyed; readonly share: Given }[];
    readonly challengeByCall: readonly { readonly call: number; readonly level: Given }[];
  };
}

export interface TrendsAnswer {
  readonly topicTrends: readonly { readonly topic: Named; readonly ratioPerMonth: Given; readonly qValue: number | null; readonly acrossSystems?: boolean | null }[];
}

export interface HurdlesAnswer {
  readonly hurdles: readonly { readonly topics: readonly Named[]; readonly lift: Given; readonly qValue: number | null }[];
}

export interface BurstsAnswer {
  readonly topicBursts: { readonly bursts: readonly { readonly topic: Named; readonly from: string; readonly to: string }[] };
}

export interface PhrasesAnswer {
  readonly risingPhrases: { readonly phrases: readonly { readonly phrase: string }[] };
}

export interface DriftAnswer {
  readonly topicDrift: {
    readonly topics: readonly (Readonly<Record<"askedToTagged" | "taggedToCoached" | "askedToCoached", Given>> & { readonly topic: Named; readonly went: readonly { readonly topic: Named; readonly qValue: number }[] })[];
  };
}

export interface RepresentationAnswer {
  readonly representation: { readonly groups: readonly { readonly key: Keyed; readonly byDistricts: { readonly ratio: Given }; readonly byStudents: { readonly ratio: Given } }[] };
}

export interface FunnelAnswer {
  readonly reachFunnel: { readonly groups: readonly { readonly key: Keyed; readonly steps: readonly { readonly stage: string; readonly difference: Given; readonly qValue: number | null }[] }[] };
}

export interface SurvivalAnswer {
  readonly survivalByGroup: {
    readonly test: { readonly pValue: number; readonly qValue: number } | null;
    readonly groups: readonly (Readonly<Record<"sustainedFourMonths" | "relationshipLengthMonths" | "closedFourMonths" | "referredFourMonths", Given>> & { readonly key: Keyed })[];
  };
}

export interface ChallengeAnswer {
  readonly challengeProgression: { readonly level: { readonly slope: Given; readonly points: readonly { readonly call: number; readonly change: Given; readonly raw: Given }[] } };
}

export interface DoseAnswer {
  readonly doseCurve: { readonly rating: { readonly slope: Given }; readonly wantsMore: { readonly slope: Given } };
}

export interface RatingsAnswer {
  readonly ratingsByGroup: {
    readonly test: { readonly pValue: number } | null;
    readonly groups: readonly { readonly key: Keyed; readonly rating: Given; readonly ratingIfAllAnswered: Given; readonly shrunken: Given; readonly qValue: number | null }[];
  };
}

export interface LoadAnswer {
  readonly loadWatch: { readonly series: readonly { readonly measure: string; readonly effects: readonly { readonly outcome: string; readonly slope: Given }[] }[] };
}

export interface CompareAnswer {
  readonly compare: { readonly rows: readonly { readonly metric: string; readonly of: Keyed | null; readonly by: string; readonly change: Given; readonly qValue: number | null; readonly verdict: string }[] };
}

export interface OutlookAnswer {
  readonly capacityOutlook: {
    readonly refusal: { readonly why: string } | null;
    readonly arrivals: Given | null;
    readonly relationshipHours: Given | null;
    readonly now: Readonly<Record<"utilisation" | "growth" | "medianWait" | "longWait" | "late" | "queue", Given>> | null;
  };
}

export interface RanksAnswer {
  readonly topicRanks: readonly { readonly topic: Named; readonly best: number; readonly worst: number }[];
}

export interface SequencesAnswer {
  readonly needSequences: { readonly sequences: readonly { readonly first: Named; readonly later: Named; readonly qValue: number }[] };
}

export interface RegionsAnswer {
  readonly regionalOpportunities: {
    readonly clusters: readonly { readonly topic: Named; readonly qValue: number; readonly centre: { readonly id: string } }[];
    readonly regions: readonly { readonly topic: Named; readonly region: Keyed; readonly share: Given; readonly qValue: number | null }[];
  };
}

export interface SeasonsAnswer {
  readonly topicSeasons: { readonly topics: readonly { readonly topic: Named; readonly peakToTrough: Given; readonly qValue: number | null }[] };
}
