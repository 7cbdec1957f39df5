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
