/** What each star says, the first first. */
export const STAR_WORDS = ["Not useful", "A little useful", "Useful", "Very useful", "Just what I needed"] as const;

/** The stars that a link in mail stands for: `#4` is four; null where it names none. */
export function starsFrom(hash: string): number | null {
  const stars = /^#([1-5])$/.exec(hash)?.[1];
  return stars === undefined ? null : Number(stars);
}

const LOW = 2;

/** What follows the tap. A low rating is looked into by a person. */
export const thanks = (rating: number): string => (rating <= LOW ? "Thank you for saying so. Somebody of the network looks into it." : "Thank you. That helps.");

/** Names as people write them. */
export const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`);
