import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import { count, counted, percent } from "../figure/format";
import type { GapRow } from "./gapRows";

/** The page's sentences: how many topics are short beyond chance, of how many it cannot be told, and how many hang on one organisation. */
export function gapsSentence(rows: readonly GapRow[]): string {
  // What the framework does not name is no topic: it is shown, but not counted as one.
  const topics = rows.filter(({ topic }) => topic.code !== NOT_IN_FRAMEWORK);
  if (supplyIsHidden(topics)) return askedSentence(topics);
  const told = topics.filter(({ shortage }) => shortage === "told").length;
  const untold = topics.filter(({ shortage }) => shortage === "untold").length;
  const fragile = topics.filter((row) => row.fragile).length;
  const single = fragile === 0 ? "None rests on a single organisation" : `${count(fragile)} ${fragile === 1 ? "rests" : "rest"} on a single organisation`;
  return `${toldWords(told, untold)} ${single}.`;
}

/** Most shortages rest on a request or two: what chance makes as well is counted apart. */
function toldWords(told: number, untold: number): string {
  if (told + untold === 0) return "No topic has more demand than capacity.";
  const first = told === 0 ? "No topic has more demand than capacity beyond chance" : `${counted(told, "topic")} ${told === 1 ? "has" : "have"} more demand than capacity beyond chance`;
  return untold === 0 ? `${first}.` : `${first}; of ${count(untold)} ${told === 0 ? "" : "more "}it cannot be told.`;
}

const supplyIsHidden = (rows: readonly GapRow[]) => rows.length > 0 && rows.every(({ coverage }) => coverage.withheld === "TOO_FEW");

/** The finding of the dumbbells: the widest shortage. */
export function widestSentence(rows: readonly GapRow[]): string {
  const widest = rows.find(({ shortage }) => shortage === "told");
  if (supplyIsHidden(rows)) return "Whether capacity meets demand cannot be shown for any topic";
  if (widest === undefined && rows.some(({ shortage }) => shortage === "untold")) return "No shortage can be told from chance in so few requests";
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
