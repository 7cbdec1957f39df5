import { chosen, type Rules } from "./decision";
import type { Message } from "./messages";

/** A message, and the shares that were expected of it without having seen it. */
export interface Foreseen {
  readonly message: Message;
  readonly shares: Float64Array;
}

/** How well suggestions meet what people tagged. */
export interface Quality {
  readonly messages: number;
  readonly first: number;
  readonly amongThree: number;
  readonly outside: number;
  readonly leftUntagged: number;
  /** Messages on the framework that got no suggestion. */
  readonly missed: number;
  readonly confusions: readonly { readonly tagged: string; readonly suggested: string; readonly times: number }[];
  readonly reliability: readonly { readonly from: number; readonly to: number; readonly n: number; readonly said: number; readonly right: number }[];
}

const BANDS = 5;
const MOST_CONFUSIONS = 12;

/** Holds suggestions against tags. A message on the framework that gets none counts as wrong. */
export function qualityOf(foreseen: readonly Foreseen[], classes: readonly string[], rules: Rules): Quality {
  const on = foreseen.filter(({ message }) => message.topics.length > 0);
  const off = foreseen.filter(({ message }) => message.topics.length === 0);
  const suggested = on.map(({ message, shares }) => ({
    topics: message.topics,
    choices: chosen(shares, rules, 3).map(({ place, confidence }) => ({ code: classes[place] ?? "", confidence })),
  }));
  const confused = new Map<string, number>();
  for (const { topics, choices } of suggested) {
    const [best] = choices;
    if (best && !topics.includes(best.code)) confused.set(`${topics[0] ?? ""} ${best.code}`, (confused.get(`${topics[0] ?? ""} ${best.code}`) ?? 0) + 1);
  }
  const all = suggested.flatMap(({ topics, choices }) => choices.map(({ code, confidence }) => ({ confidence, right: topics.includes(code) })));
  return {
    messages: on.length,
    first: suggested.filter(({ topics, choices }) => choices[0] && topics.includes(choices[0].code)).length,
    amongThree: suggested.filter(({ topics, choices }) => choices.some(({ code }) => topics.includes(code))).length,
    outside: off.length,
    leftUntagged: off.filter(({ shares }) => chosen(shares, rules, 1).length === 0).length,
    missed: suggested.filter(({ choices }) => choices.length === 0).length,
    confusions: [...confused]
      .map(([pair, times]) => ({ tagged: pair.split(" ")[0] ?? "", suggested: pair.split(" ")[1] ?? "", times }))
      .sort((a, b) => b.times - a.times || (a.tagged + a.suggested < b.tagged + b.suggested ? -1 : 1))
      .slice(0, MOST_CONFUSIONS),
    reliability: Array.from({ length: BANDS }, (_, band) => {
      const inBand = all.filter(({ confidence }) => Math.min(BANDS - 1, Math.floor(confidence * BANDS)) === band);
      return {
        from: band / BANDS,
        to: (band + 1) / BANDS,
        n: inBand.length,
        said: inBand.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inBand.length),
        right: inBand.filter(({ right }) => right).length,
      };
    }),
  };
}
