import { wordsOf, type SpokenWord } from "./words";

/** Kinds of features: a word without its ending, two such words in a row, letters in a row within a word. */
export type FeatureKind = "word" | "pair" | "letters";

/** Something that is counted in a text, and the places of the words that show it. */
export interface Feature {
  readonly kind: FeatureKind;
  readonly name: string;
  readonly words: readonly number[];
}

const SHORTEST = 3;
const LONGEST = 5;

/**
 * What is counted in a text. Letters in a row carry a word through a slip of the finger; words that tell nothing by themselves are
 * passed over, so that those around them make a pair.
 */
export function featuresOf(text: string): { readonly words: readonly SpokenWord[]; readonly features: readonly Feature[] } {
  const words = wordsOf(text);
  const telling = [...words.entries()].filter(([, { empty }]) => !empty);
  const features: Feature[] = [];
  for (const [place, [at, { stem, plain }]] of telling.entries()) {
    features.push({ kind: "word", name: `w:${stem}`, words: [at] });
    const next = telling[place + 1];
    if (next) features.push({ kind: "pair", name: `p:${stem} ${next[1].stem}`, words: [at, next[0]] });
    for (const letters of lettersOf(plain)) features.push({ kind: "letters", name: `l:${letters}`, words: [at] });
  }
  return { words, features };
}

function* lettersOf(word: string): Generator<string> {
  const edged = `<${word}>`;
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    for (let from = 0; from + length <= edged.length; from += 1) yield edged.slice(from, from + length);
  }
}
