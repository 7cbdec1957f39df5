import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import { count, counted, percent } from "../figure/format";
import type { GapRow } from "./gapRows";

/** The page's sentence: how many topics are short, and how many hang on one organisation. */
export function gapsSentence(rows: readonly GapRow[]): string {
  // What the framework does not name is no topic: it is shown, but not counted as one.
  const topics = rows.filter(({ topic }) => topic.code !== NOT_IN_FRAMEWORK);
  if (supplyIsHidden(topics)) return askedSentence(topics);
  const short = topics.filter((row) => row.short).length;
  const fragile = topics.filter((row) => row.fragile).length;
  const first = short === 0 ? "No topic has more demand than capacity" : `${counted(short, "topic")} ${short === 1 ? "has" : "have"} more demand than capacity`;
  const second = fragile === 0 ? "none rests on a single organisation" : `${count(fragile)} ${fragile === 1 ? "rests" : "rest"} on a single organisation`;
  return `${first}; ${second}.`;
}

const supplyIsHidden = (rows: readonly GapRow[]) => rows.length > 0 && rows.every(({ coverage }) => coverage.withheld === "TOO_FEW");

/** The finding of the dumbbells: the widest shortage. */
export function widestSentence(rows: readonly GapRow[]): string {
  const widest = rows.find((row) => row.short);
  if (supplyIsHidden(rows)) return "Whether capacity meets demand cannot be shown for any topic";
  if (widest === undefined) return "Capacity meets demand on every topic shown";
  const { topic, demandShare, capacityShare } = widest;
  if (capacityShare === null) return `${topic.label} is short of specialists`;
  return `${topic.label} is shortest: ${percent(demandShare)} of demand, ${percent(capacityShare)} of specialist hours`;
}

/** What can be said where supply may not be shown. */
function askedSentence(topics: readonly GapRow[]): string {
  const shown = topics.filter(({ demand }) => demand.value !== null && demand.value > 0);
  const first = [...shown].sort((a, b) => (b.demand.value ?? 0) - (a.demand.value ?? 0))[0];
  if (first === undefined) return "No topic has enough open or recent requests to show.";
  return `${counted(shown.length, "topic")} ${shown.length === 1 ? "has" : "have"} open or recent requests that can be shown, most of them on ${first.topic.label}.`;
}

/** The finding of the library: how many topics it says something on. */
export function resourcesSentence(rows: readonly GapRow[]): string {
  const topics = rows.filter(({ topic }) => topic.code !== NOT_IN_FRAMEWORK);
  const held = topics.filter(({ resources }) => (resources.value ?? 0) > 0).length;
  const none = topics.length - held;
  const first = `The library has something on ${counted(held, "topic")}`;
  return none === 0 ? first : `${first}, and on ${none} nothing yet`;
}
