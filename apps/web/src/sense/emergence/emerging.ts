import type { FigureFields } from "../figure/format";

interface Topic {
  readonly id: string;
  readonly code: string;
  readonly label: string;
}

interface RefusalFields {
  readonly why: string;
  readonly wouldLift: string;
}

export interface Burst {
  readonly topic: Topic;
  readonly from: string;
  readonly to: string;
  readonly count: FigureFields;
  readonly expected: number;
  readonly ratio: FigureFields;
  readonly qValue: number;
  readonly points: readonly { readonly start: string; readonly count: FigureFields; readonly expected: FigureFields }[];
}

export interface Bursts {
  readonly refusal: RefusalFields | null;
  readonly topicsTested: number;
  readonly windowsTested: number;
  readonly bursts: readonly Burst[];
}

export interface Phrase {
  readonly phrase: string;
  readonly recent: FigureFields;
  readonly before: FigureFields;
  readonly recentShare: FigureFields;
  readonly shareBefore: FigureFields;
  readonly ratio: FigureFields;
  readonly qValue: number;
  readonly requestIds: readonly string[];
}

export interface Phrases {
  readonly refusal: RefusalFields | null;
  readonly weeks: number;
  readonly recentSystems: number;
  readonly systemsBefore: number;
  readonly tested: number;
  readonly phrases: readonly Phrase[];
}

export interface Flow {
  readonly topic: Topic;
  readonly requests: FigureFields;
  readonly share: FigureFields;
  readonly usual: FigureFields;
  readonly qValue: number;
}

export interface Drift {
  readonly topic: Topic;
  readonly asked: FigureFields;
  readonly tagged: FigureFields;
  readonly coached: FigureFields;
  readonly askedToTagged: FigureFields;
  readonly taggedToCoached: FigureFields;
  readonly askedToCoached: FigureFields;
  readonly went: readonly Flow[];
  readonly came: readonly Flow[];
}

export interface Drifts {
  readonly refusal: RefusalFields | null;
  readonly stages: readonly { readonly stage: "ASKED" | "TAGGED" | "COACHED"; readonly requests: FigureFields; readonly refusal: RefusalFields | null }[];
  readonly topics: readonly Drift[];
}

export type Evidence = "REQUESTS" | "SESSIONS";

const SURE = 0.05;

export const isSure = ({ qValue }: { readonly qValue: number }): boolean => qValue < SURE;

/** On the rise beyond chance: tested with the others, and its interval leaves out that nothing changed. What nobody said before has no upper end. */
export const isRising = (phrase: Phrase): boolean => isSure(phrase) && (phrase.ratio.low ?? 0) > 1;

/** A q-value as tables print it: `0.012`, `< 0.001`. */
export const qText = (q: number): string => (q < 0.001 ? "< 0.001" : q.toFixed(3));

/** Topics that clearly went elsewhere first, the surest before the others; then by how many asked for them. */
export function driftOrder(topics: readonly Drift[]): readonly Drift[] {
  const surest = ({ went }: Drift) => Math.min(1, ...went.filter(isSure).map(({ qValue }) => qValue));
  const size = ({ asked, tagged }: Drift) => asked.value ?? tagged.value ?? 0;
  return topics.toSorted((a, b) => surest(a) - surest(b) || size(b) - size(a) || a.topic.label.localeCompare(b.topic.label));
}
