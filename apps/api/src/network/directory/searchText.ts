/**
 * What people type and what the directory says, brought together: lower case, without accents, marks as spaces.
 * Districts are stored with it, and searches are put through it.
 */
export function searchText(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words that thousands of districts have in their names, or that people add to any of them. */
const COMMON = new Set(
  "a the of and no school schools sch district districts dist sd isd usd public independent unified consolidated community county city charter academy education elementary high area".split(" "),
);

/** The words of a search text that tell one district from another; empty where there are none. */
export const tellingWords = (text: string): string =>
  text
    .split(" ")
    .filter((word) => !COMMON.has(word))
    .join(" ");
