import type { Span } from "./words";

/** A sentence is not cut into parts shorter than this many characters. */
const SHORTEST_PART = 25;

const BREAK = /(?<=[.!?…])["'”’)\]]*\s+(?=\S)|\n+|(?<=;)\s+|\s+[-–—]{1,2}\s+(?=\S)|(?<=\S),?\s+(?:and also|plus|also|on top of that|second|another thing)\b,?\s*(?=\S)/giu;
const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e|approx|No|Inc|U\.S|[A-Z])\.$/u;

/**
 * A text cut where one thing said ends and the next begins: sentences, lines, and clauses that say they are another thing. The parts lie
 * in order, do not overlap, and hold every letter of the text; what is between them is space.
 */
export function splitText(text: string): Span[] {
  const cuts: Span[] = [];
  let from = 0;
  const add = (until: number) => {
    const part = trimmed(text, from, until);
    if (part) cuts.push(part);
  };
  for (const match of text.matchAll(BREAK)) {
    const before = text.slice(from, match.index);
    const isLine = match[0].includes("\n");
    if (!isLine && (ABBREVIATION.test(before) || (!/[.!?…;]["'”’)\]]*$/u.test(before) && !longEnough(text, from, match)))) continue;
    // A clause keeps the word that announces it; a sentence keeps the mark that closes it.
    const quote = /^["'”’)\]]*/u.exec(match[0])?.[0].length ?? 0;
    add(match.index + quote);
    from = match.index + quote;
  }
  add(text.length);
  return cuts;
}

function longEnough(text: string, from: number, match: RegExpExecArray): boolean {
  return match.index - from >= SHORTEST_PART && text.length - match.index - match[0].length >= SHORTEST_PART;
}

/** The part of a text between two places without space and bare signs at its ends; null where nothing is left. */
function trimmed(text: string, from: number, until: number): Span | null {
  const part = text.slice(from, until);
  const start = from + (/^[\s,–—-]*/u.exec(part)?.[0].length ?? 0);
  const end = until - (/\s*$/u.exec(part)?.[0].length ?? 0);
  return start < end ? { start, end } : null;
}
