import type { FigureTarget } from "../figure/target";
import { burstWeeks } from "./emergingFinding";
import type { Burst, Drift, Evidence, Flow, Phrase } from "./emerging";

/** What the menu of a burst's figures offers: its own weeks and topic. */
export function burstTarget(burst: Burst, evidence: Evidence, what: "count" | "ratio"): FigureTarget {
  const { topic, from, to } = burst;
  const within = { from, to };
  return {
    label: `${topic.label}, ${burstWeeks(burst)}`,
    metric: what === "count" ? "burst_count" : "topic_burst",
    figure: burst[what],
    filter: { topics: [topic.code], ...within },
    records: { kind: evidence === "REQUESTS" ? "requests" : "sessions", at: [{ dimension: "TOPIC", key: topic.code }], within },
  };
}

export const phraseTarget = (phrase: Phrase, what: "recent" | "ratio"): FigureTarget => ({
  label: what === "recent" ? `Systems that now say “${phrase.phrase}”` : `Rise of “${phrase.phrase}”`,
  metric: what === "recent" ? "phrase_systems" : "phrase_rise",
  figure: phrase[what],
  records: { kind: "requests", ids: phrase.requestIds },
});

export const beforeTarget = ({ phrase, before }: Phrase): FigureTarget => ({ label: `Systems that said “${phrase}” before`, metric: "phrase_systems", figure: before });

export type DriftFigure = "asked" | "tagged" | "coached" | "askedToTagged" | "taggedToCoached" | "askedToCoached";

const STEPS: Readonly<Record<DriftFigure, string>> = {
  asked: "asked for",
  tagged: "tagged",
  coached: "coached",
  askedToTagged: "asked for, and tagged as well",
  taggedToCoached: "tagged, and coached as well",
  askedToCoached: "asked for, and coached as well",
};

export function driftTarget(drift: Drift, what: DriftFigure): FigureTarget {
  const { topic } = drift;
  const isStage = what === "asked" || what === "tagged" || what === "coached";
  return {
    label: `Requests on ${topic.label}: ${STEPS[what]}`,
    metric: isStage ? "topic_stage" : "topic_kept",
    figure: drift[what],
    filter: { topics: [topic.code] },
    // Only the tags that stand open rows by themselves.
    records: what === "tagged" ? { kind: "requests", at: [{ dimension: "TOPIC", key: topic.code }] } : null,
  };
}

export const flowTarget = ({ topic }: Drift, flow: Flow): FigureTarget => ({
  label: `Asked on ${topic.label}, coached on ${flow.topic.label}`,
  metric: "topic_flow",
  figure: flow.share,
  filter: { topics: [topic.code, flow.topic.code] },
});
