/** What a trend says of the systems behind it. */
interface Moving {
  readonly acrossSystems: boolean | null;
}

/** A rise or fall by the count of sessions, or requests, that is none when all of one system's count as one event. */
export const isOfFewSystems = ({ acrossSystems }: Moving): boolean => acrossSystems === false;

function standingWords(few: number, all: number): string {
  if (few < all) return `${few} of the ${all} ${few === 1 ? "does" : "do"} not stand out`;
  if (few === 1) return "it does not stand out";
  return few === 2 ? "neither stands out" : `none of the ${few} stands out`;
}

/**
 * What a sentence that counts risers and fallers leaves unsaid of them, with a space before it; empty where all hold across systems.
 * @param what is tested: "Sessions", "Requests".
 */
export function fewSystemsWords(movers: readonly Moving[], what: string): string {
  const few = movers.filter(isOfFewSystems).length;
  if (few === 0) return "";
  return ` ${what} are what is tested; with all of one system's as one event, ${standingWords(few, movers.length)}: a few systems coming and going could look the same.`;
}
