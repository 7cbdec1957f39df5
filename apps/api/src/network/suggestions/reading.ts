import { meaningOf } from "@arl/analysis/suggestion/kernel";
import { splitText } from "@arl/analysis/suggestion/split";
import type { Encode } from "./encoder";

/** Parts of one text that are encoded by themselves, at most. */
const MOST_PARTS = 40;

/** What each text means, as a whole and by its parts. */
export async function meaningsOf(texts: readonly string[], encode: Encode): Promise<Float32Array[]> {
  const parts = texts.map((text) => [text, ...sentencesOf(text)]);
  const unlike = [...new Set(parts.flat())];
  const places = await encode(unlike);
  const placeOf = new Map(unlike.map((text, at) => [text, places[at] ?? new Float32Array(0)]));
  const encoded = (text: string) => placeOf.get(text) ?? new Float32Array(0);
  return parts.map(([whole = "", ...sentences]) => meaningOf(encoded(whole), sentences.map(encoded)));
}

/** The parts of a text that are encoded beside it; the only part is the text itself. */
function sentencesOf(text: string): string[] {
  const parts = splitText(text).slice(0, MOST_PARTS).map(({ start, end }) => text.slice(start, end));
  return parts.length < 2 ? [text] : parts;
}
