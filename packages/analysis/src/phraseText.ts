import { stem } from "./stem";

/** A word of a text: as it stands in the middle of a sentence, and folded. */
export interface Word {
  readonly plain: string;
  readonly stem: string;
}

/** Words in a row with nothing between them that a phrase cannot go over. */
export type Passage = readonly Word[];

/** What no phrase goes over. */
export interface Stops {
  /** Folded words that say nothing of a theme: dates, greetings, numbers in words. */
  readonly breaks: ReadonlySet<string>;
  /** Folded words of names; they count as names where they are written with a capital. */
  readonly names: ReadonlySet<string>;
}

const SENTENCE_PARTS = /[.!?;:,…]+(?=\s|$)|[()[\]"“”„\n\r\t–—]+/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const IS_WORD = /^\p{L}[\p{L}'’-]*$/u;

/** What stands for a word where none can be part of a phrase. */
const NO_WORD = null;

/** Words as they are written, worked out once: most of a text is words that came before. */
export type KnownWords = Map<string, Word | null>;

/**
 * The passages of a text. Punctuation, numbers, addresses, breaking words and names end a passage; case and inflection are folded.
 *
 * @param known filled as it goes; of the same stops.
 */
export function passagesOf(text: string, stops: Stops, known: KnownWords = new Map()): Passage[] {
  const passages: Word[][] = [];
  for (const part of text.split(SENTENCE_PARTS)) {
    let passage: Word[] = [];
    for (const written of part.split(/\s+/)) {
      if (written === "") continue;
      let word = known.get(written);
      if (word === undefined) {
        word = wordOf(written.replace(EDGES, ""), stops);
        known.set(written, word);
      }
      if (word !== NO_WORD) passage.push(word);
      else if (passage.length > 0) {
        passages.push(passage);
        passage = [];
      }
    }
    if (passage.length > 0) passages.push(passage);
  }
  return passages;
}

const isCapital = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase();

function wordOf(written: string, { breaks, names }: Stops): Word | null {
  if (!IS_WORD.test(written)) return NO_WORD;
  // An acronym keeps its capitals where a phrase is shown.
  const plain = written.length > 1 && written === written.toUpperCase() ? written : written.toLowerCase();
  const folded = stem(plain.toLowerCase().replaceAll("’", "'").replace(/'s$/, ""));
  if (breaks.has(folded) || (names.has(folded) && isCapital(written))) return NO_WORD;
  return { plain, stem: folded };
}
