const VOWEL = /[aeiouy]/;

/** Whether a letter is a consonant: y is one at the start, and after a vowel. */
function isConsonant(word: string, index: number): boolean {
  const letter = word.charAt(index);
  if (letter === "y") return index === 0 || !isConsonant(word, index - 1);
  return !VOWEL.test(letter);
}

const hasVowel = (stem: string): boolean => [...stem].some((_, index) => !isConsonant(stem, index));

/** How often a vowel is followed by a consonant: Porter's m. */
function measure(stem: string): number {
  let changes = 0;
  for (let index = 1; index < stem.length; index += 1) if (isConsonant(stem, index) && !isConsonant(stem, index - 1)) changes += 1;
  return changes;
}

/** Consonant, vowel, consonant, the last not w, x or y: `hop`, not `snow`. */
function endsShort(stem: string): boolean {
  const last = stem.length - 1;
  return last >= 2 && isConsonant(stem, last) && !isConsonant(stem, last - 1) && isConsonant(stem, last - 2) && !/[wxy]$/.test(stem);
}

/**
 * A word with its inflection folded away, so that a plural and its singular, a verb and its forms, are one: the first step (1a to
 * 1c) of Porter's algorithm. Derived words stay apart: `vaccine` and `vaccination` are two.
 *
 * @param word in lower case.
 * @see Porter (1980), An algorithm for suffix stripping, Program 14(3), 130–137.
 */
export function stem(word: string): string {
  if (word.length <= 2) return word;
  const singular = withoutPlural(word);
  const bare = withoutEnding(singular);
  return bare.endsWith("y") && hasVowel(bare.slice(0, -1)) ? `${bare.slice(0, -1)}i` : bare;
}

function withoutPlural(word: string): string {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
  const bare = word.slice(0, word.length - ending);
  if (ending === 0 || !hasVowel(bare)) return word;
  if (/(?:at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (/([^aeiouylsz])\1$/.test(bare)) return bare.slice(0, -1);
  return measure(bare) === 1 && endsShort(bare) ? `${bare}e` : bare;
}
