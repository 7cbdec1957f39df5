import type { Random } from "../demo/random";

/** As many words as leaders of so many systems use between them. */
const WORDS = 6_000;

const BEGINNINGS = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pl", "gr", "ch"];
const MIDDLES = ["a", "e", "i", "o", "u", "ea", "ai", "ou"];
const ENDINGS = ["n", "r", "l", "t", "m", "nd", "st", "ck", "", "p"];

/** An invented word: the same for a number, others for others. */
function wordAt(number: number): string {
  const syllable = (of: number) => `${BEGINNINGS[of % 20] ?? ""}${MIDDLES[Math.floor(of / 20) % 8] ?? ""}${ENDINGS[Math.floor(of / 160) % 10] ?? ""}`;
  return `${syllable(number)}${syllable(number * 7 + 3)}`;
}

/** Two to five sentences of invented words, of which, as in any language, few make up most of a text (Zipf, 1949). */
export function drawNarrative(random: Random): string {
  const sentence = () => Array.from({ length: random.whole(7, 16) }, () => wordAt(Math.floor(WORDS ** random.next()) - 1)).join(" ");
  return Array.from({ length: random.whole(2, 5) }, () => `${sentence()}.`).join(" ");
}
