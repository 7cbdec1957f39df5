import type { Asking } from "./asking";
import { drawsOf, itemAt, type Draws } from "./draws";
import { AS_OF, DAY_MS, PHRASE } from "./model";
import type { Plan } from "./plan";

const SYLLABLES = "ba ce di fo gu ha ki lo mu ne pa ra si to vu za bel dor fin gar hol jun kem lar".split(" ");

/** Words that mean nothing, the n-th used in proportion to 1/(n + 10): none is of the framework. */
const WORDS: readonly string[] = Array.from({ length: 400 }, (_, at) => `${itemAt(SYLLABLES, at % 24)}${itemAt(SYLLABLES, Math.floor(at / 24) % 24)}${itemAt(SYLLABLES, (5 * at + 3) % 24)}x`);
const CUMULATED = WORDS.reduce<number[]>((sums, _, at) => [...sums, (sums.at(-1) ?? 0) + 1 / (at + 10)], []);

function word(draws: Draws): string {
  const draw = draws.uniform() * (CUMULATED.at(-1) ?? 0);
  return itemAt(WORDS, CUMULATED.findIndex((sum) => sum >= draw));
}

/** What leaders wrote: 25 words each, drawn alike at all times, but for the planted phrase. */
export function drawNarratives(plan: Plan, requests: readonly Asking[]): string[] {
  const draws = drawsOf(plan.seed, 10 * plan.number + 4);
  return requests.map(({ at }) => {
    const isRecent = AS_OF.getTime() - at.getTime() < PHRASE.weeks * 7 * DAY_MS;
    const words = Array.from({ length: 25 }, () => word(draws));
    const says = draws.chance(isRecent ? PHRASE.recent : PHRASE.before);
    return `${words.slice(0, 12).join(" ")}, ${plan.planted && says ? `${PHRASE.words}, ` : ""}${words.slice(12).join(" ")}.`;
  });
}
