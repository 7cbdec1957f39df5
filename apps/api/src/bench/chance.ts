import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import { DEMO_EPOCH } from "../clock";
import type { Random } from "../demo/random";
import { TOPIC_MIX } from "../demo/topics";

export const DAY_MS = 86_400_000;

/** Everything generated lies in the two years before the demo's clock begins. */
export const END = DEMO_EPOCH.getTime() - 12 * 3_600_000;
export const BEGINNING = END - 730 * DAY_MS;

/** Shares of requests and sessions by topic are the demo network's; topics whose share is planted there get a middling one. */
const MIDDLING_SHARE = 3;

/** The topics of one request or session: mostly one or two, the frequent ones often. */
export function drawTopics(random: Random, of: "requests" | "sessions"): string[] {
  const wanted = random.chance(0.3) ? 1 : random.chance(0.65) ? 2 : 3;
  const drawn = new Set<string>();
  for (let draw = 0; draw < wanted; draw += 1) drawn.add(drawTopic(random, of));
  if (drawn.size > 1) drawn.delete(NOT_IN_FRAMEWORK);
  return [...drawn];
}

function drawTopic(random: Random, of: "requests" | "sessions"): string {
  const all = TOPIC_MIX.reduce((sum, mix) => sum + (mix[of] || MIDDLING_SHARE), 0);
  let left = random.next() * all;
  return TOPIC_MIX.find((mix) => (left -= mix[of] || MIDDLING_SHARE) <= 0)?.code ?? NOT_IN_FRAMEWORK;
}

/** An instant between two, in whole seconds as files give them. */
export function instantBetween(random: Random, from: number, to: number): Date {
  return new Date(Math.floor((from + random.next() * (to - from)) / 1000) * 1000);
}
