import type { FrameworkPageQuery } from "../../gql/graphql";
import { bare, counted, type FigureFields } from "../figure/format";

export type Reliability = FrameworkPageQuery["tagReliability"];
export type Use = FrameworkPageQuery["framework"]["uses"][number];
export type Draft = FrameworkPageQuery["framework"]["draft"];
export type Version = FrameworkPageQuery["framework"]["versions"][number];
export type Queue = FrameworkPageQuery["ambiguousRows"];

/** Krippendorff's (2004) bounds: from the first on conclusions may be tentative, from the second on they may be drawn. */
export const TENTATIVE = 2 / 3;
const RELIABLE = 0.8;

/** How sure agreement is, by its whole interval. */
export function agreementTier({ low, high }: Pick<FigureFields, "low" | "high">): "reliable" | "tentative" | "poor" | "unsure" {
  if (low === null || high === null) return "unsure";
  if (low >= RELIABLE) return "reliable";
  if (low >= TENTATIVE) return "tentative";
  return high < TENTATIVE ? "poor" : "unsure";
}

const TIER_WORDS = {
  reliable: "enough to build conclusions on",
  tentative: "enough for tentative conclusions",
  poor: "too little to build conclusions on",
  unsure: "whether that is enough to build conclusions on cannot be told yet",
} as const;

/** What the page found: whether the framework is used the same way by all. */
export function frameworkSentence({ refusal, overall }: Reliability, topics: number, domains: number): string {
  if (refusal || overall.value === null || overall.low === null || overall.high === null) return `The framework has ${topics} topics in ${domains} domains; whether all use them the same way is not known.`;
  return `People who tag the same requests agree at ${bare(overall.value, "index")} (${bare(overall.low, "index")} to ${bare(overall.high, "index")}), where 1 is always and 0 is chance: ${TIER_WORDS[agreementTier(overall)]}.`;
}

export function agreementSentence({ topics }: Reliability): string {
  const told = topics.filter(({ agreement }) => agreement.value !== null);
  if (told.length === 0) return "No topic was given often enough to tell how far readers agree on it.";
  const well = told.filter(({ agreement }) => ["reliable", "tentative"].includes(agreementTier(agreement))).length;
  const poor = told.filter(({ agreement }) => agreementTier(agreement) === "poor").length;
  const unsure = told.length - well - poor;
  if (unsure === told.length) return `Whether readers agree well enough cannot be told yet of any of the ${counted(told.length, "topic")} read often enough.`;
  const parts = [well > 0 && `readers agree well enough on ${well}`, poor > 0 && `they do not on ${poor}`, unsure > 0 && `on ${unsure} it cannot be told`].filter((part) => part !== false);
  return `Of ${counted(told.length, "topic")} read often enough, ${parts.join("; ")}.`;
}

export function usesSentence(uses: readonly Use[], domains: number): string {
  const topics = uses.filter(({ topic }) => topic.standing === "CURRENT" && topic.code !== "NONE");
  const unused = topics.filter(({ requests }) => requests === 0).length;
  return `${topics.length} topics in ${domains} domains; ${unused === 0 ? "requests are tagged with every one of them" : `no request is tagged with ${unused} of them`}.`;
}

type Change = Draft["changes"][number];
const called = ({ label, code }: { readonly label: string; readonly code: string }) => `${label} (${code})`;
const all = (things: readonly { readonly label: string; readonly code: string }[]) => things.map(called).join(", ");

/** A change as a sentence. */
export function changeWords({ kind, topics, newTopics, into, label, definition }: Change): string {
  switch (kind) {
    case "ADD":
      return `Add ${all(newTopics)}.`;
    case "RENAME":
      return `${label === null ? `Define ${all(topics)} anew` : `Call ${all(topics)} “${label}”`}${definition === null ? "" : `: “${definition}”`}${definition?.endsWith(".") ? "" : "."}`;
    case "SPLIT":
      return `Divide ${all(topics)} into ${all(newTopics)}.`;
    case "MERGE":
      return `Merge ${all(topics)} into ${into ? called(into) : all(newTopics)}.`;
    case "RETIRE":
      return `Retire ${all(topics)}.`;
  }
}

/** One line of a version's crosswalk. */
export function moveWords({ kind, from, to }: Version["moves"][number]): string {
  switch (kind) {
    case "ADD":
      return `${all(to)} was added.`;
    case "RENAME":
      return from[0]?.label === to[0]?.label ? `${all(to)} was defined anew.` : `${all(from)} was renamed ${to.map((one) => one.label).join(", ")}.`;
    case "SPLIT":
      return `${all(from)} was divided into ${all(to)}.`;
    case "MERGE":
      return `${all(from)} ${from.length === 1 ? "was" : "were"} merged into ${all(to)}.`;
    case "RETIRE":
      return `${all(from)} was retired.`;
  }
}
