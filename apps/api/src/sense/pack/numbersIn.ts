/** A number as a text says it. */
export interface SaidNumber {
  readonly written: string;
  /** Its one spelling: digits without separators, a percentage as it stands. */
  readonly value: string;
}

const UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const LARGE = ["hundred", "hundreds", "thousand", "thousands", "dozen", "dozens", "million", "millions", "score", "scores"];
const PARTS = ["half", "halves", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "twentieth", "twice", "double", "doubled", "triple", "tripled", "twofold", "threefold", "tenfold"];

/** Words that are numbers wherever they stand; "one" and "once" too often are none, and say the least. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, value) => [word, String(value)] as const).filter(([word]) => word !== "one"),
  ...TENS.map((word, index) => [word, String((index + 2) * 10)] as const),
  ...LARGE.map((word) => [word, word.replace(/s$/, "")] as const),
  ...PARTS.map((word) => [word, word] as const),
]);

/** Digits of any script, with separators inside: `1,240`, `0.22`; or a word. */
const SAID = /\p{Nd}[\p{Nd}.,\u00a0\u202f ]*\p{Nd}|\p{N}|\p{L}+/gu;

/**
 * Every number that a text says, in digits or in words. `1,240` and `1240` are the same, `forty-one` is forty and one.
 * What is written so that it could be several numbers is taken apart: `3 4` holds a 3 and a 4.
 */
export function numbersIn(text: string): SaidNumber[] {
  return [...text.normalize("NFKC").matchAll(SAID)].flatMap(([said]) => {
    if (/^\p{L}/u.test(said)) {
      const value = WORDS.get(said.toLowerCase());
      return value === undefined ? [] : [{ written: said, value }];
    }
    return said.split(/[\u00a0\u202f ]+/u).map((written) => ({ written, value: plain(written) }));
  });
}

/** Without separators of thousands, zeros in front, or an end that is punctuation. */
function plain(written: string): string {
  const digits = written.replace(/[.,]+$/, "").replace(/,(?=\d{3}(?:\D|$))/g, "");
  return /^\d+(?:\.\d+)?$/.test(digits) ? String(Number(digits)) : digits;
}
