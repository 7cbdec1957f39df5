import { stem } from "../stem";

/** A stretch of a text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word of a text: in lower case, without apostrophes. */
export interface SpokenWord extends Span {
  readonly plain: string;
  readonly stem: string;
  /** Whether it tells nothing of a topic by itself. */
  readonly empty: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

const EMPTY = new Set(
  `a an the and or but of to in on at for with from by is are was were be been am i we you he she it they our my your their his her its this
  that these those there here have has had do does did not no so as if then than too very can could would should will just about into out up
  down over all any some what which who how when where why me us them im ive id were weve wed youre dont doesnt isnt cant wont`.split(/\s+/),
);

/** The words of a text, in order. */
export function wordsOf(text: string): SpokenWord[] {
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => {
    const plain = written.toLowerCase().replaceAll(/['’]/g, "");
    return { start: index, end: index + written.length, plain, stem: stem(plain), empty: EMPTY.has(plain) };
  });
}
