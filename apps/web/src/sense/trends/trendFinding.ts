import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import { counted, listed, lower } from "../figure/format";
import { monthlyChange, type Trend, type TrendGroups } from "./trendGroups";

/** What the framework does not name is no topic: it is shown, but not counted as one. */
function ofFramework(groups: TrendGroups): TrendGroups {
  const topics = (trends: readonly Trend[]) => trends.filter(({ topic }) => topic.code !== NOT_IN_FRAMEWORK);
  return {
    rising: topics(groups.rising),
    falling: topics(groups.falling),
    steady: topics(groups.steady),
    unclear: topics(groups.unclear),
    untested: topics(groups.untested),
  };
}

/** The page's sentence: how many topics move, and that the rest cannot be told from noise. */
export function trendsSentence(groups: TrendGroups): string {
  const { rising, falling, steady, unclear, untested } = ofFramework(groups);
  const all = rising.length + falling.length + steady.length + unclear.length + untested.length;
  if (all === untested.length) return "No topic has enough records yet to tell a trend from noise.";
  const of = `Of ${counted(all, "topic")}`;
  if (rising.length + falling.length + steady.length === 0) return `${of}, none can be told from noise.`;
  const moves = [
    `${rising.length === 0 ? "none" : rising.length} ${rising.length === 1 ? "is" : "are"} rising`,
    `${falling.length === 0 ? "none" : falling.length} falling`,
    ...(steady.length === 0 ? [] : [`${steady.length} steady`]),
  ];
  const rest = unclear.length + untested.length === 0 ? "" : `; the rest cannot be told from noise${untested.length > unclear.length ? ", or is too little to test" : ""}`;
  return `${of}, ${listed(moves)}${rest}.`;
}

function moveWords(trend: Trend | undefined, verb: string): readonly string[] {
  if (trend?.ratioPerMonth.value == null) return [];
  return [`${trend.topic.label} ${verb} most surely, ${monthlyChange(trend.ratioPerMonth.value)} a month`];
}

/** The finding of the lines: the surest riser and the surest faller. */
export function moversSentence({ rising, falling }: TrendGroups): string {
  const [first = "", ...others] = [...moveWords(rising[0], "rises"), ...moveWords(falling[0], "falls")];
  return [first, ...others.map(lower)].join("; ");
}

/** The finding of the forest: how many intervals leave room for no change. */
export function forestSentence(tested: readonly Trend[]): string {
  const open = tested.filter(({ ratioPerMonth: { low, high } }) => (low ?? 0) <= 1 && (high ?? Infinity) >= 1).length;
  return `${open} of ${tested.length} intervals leave room for no change at all`;
}
