import { calibrationOf } from "@arl/analysis/suggestion/calibration";
import { weighedTopics, type Rules } from "./decision";
import type { Foreseen } from "./measures";

/** Sharpnesses that are tried. */
const SHARPNESSES = Array.from({ length: 20 }, (_, at) => 2 + at);
/** Of messages outside of the framework, the share that is to be left untagged. */
const LEFT_UNTAGGED = 0.93;
const SUGGESTED = 3;

/**
 * The rules under which expected shares of messages that were not learned from become confidences: the sharpness that finds what people
 * tagged least surprising, and how often each weight was right then.
 */
export function rulesFrom(foreseen: readonly Foreseen[], classes: readonly string[]): Rules {
  const surprise = (sharpness: number) => foreseen.reduce((sum, one) => sum - Math.log(Math.max(1e-9, weightOfTags(one, classes, sharpness))), 0);
  const sharpness = SHARPNESSES.reduce((best, next) => (surprise(next) < surprise(best) ? next : best));
  const on = foreseen.filter(({ message }) => message.topics.length > 0);
  const outcomes = on.flatMap(({ message, shares }) =>
    weighedTopics(shares, sharpness).topics.slice(0, SUGGESTED).map(({ place, weight }) => ({ score: weight, hit: message.topics.includes(classes[place] ?? "") })),
  );
  const off = foreseen.filter(({ message }) => message.topics.length === 0).map(({ shares }) => weighedTopics(shares, sharpness).outside).sort((a, b) => a - b);
  return { sharpness, calibration: calibrationOf(outcomes), outside: off[Math.floor((1 - LEFT_UNTAGGED) * off.length)] ?? 1 };
}

function weightOfTags({ message, shares }: Foreseen, classes: readonly string[], sharpness: number): number {
  const { topics, outside } = weighedTopics(shares, sharpness);
  if (message.topics.length === 0) return outside;
  return topics.filter(({ place }) => message.topics.includes(classes[place] ?? "")).reduce((sum, { weight }) => sum + weight, 0);
}
