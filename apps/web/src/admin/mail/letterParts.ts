/** A part of a mail's plain text: words, the one thing that it asks for, or whom it is from. */
export type LetterPart =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "action"; readonly label: string; readonly url: string }
  | { readonly kind: "from"; readonly words: string };

/** A label, and on a line of its own an address. */
const ACTION = /^(.+):\n(https?:\/\/\S+)$/;

function partOf(paragraph: string): LetterPart {
  const [, label, url] = ACTION.exec(paragraph) ?? [];
  if (label !== undefined && url !== undefined) return { kind: "action", label, url };
  return paragraph.startsWith("-- ") || paragraph.startsWith("--\n")
    ? { kind: "from", words: paragraph.slice(2).trim() }
    : { kind: "words", words: paragraph };
}

/** A mail's plain text by paragraphs, in their order. */
export function letterParts(text: string): readonly LetterPart[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map(partOf);
}
