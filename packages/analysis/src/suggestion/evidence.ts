import { featuresOf } from "./features";
import { weighed, type Vocabulary } from "./vocabulary";
import type { Span } from "./words";

/** Words that are marked at most. */
const MOST_WORDS = 5;
/** What a word must carry of what the strongest carries to be marked. */
const WEAKEST = 0.3;

/**
 * The words of a text that speak most for a class rather than for its rivals, neighbours joined, in the order of the text.
 *
 * @param support by how much a feature at a place of the vocabulary speaks for the class.
 */
export function evidenceIn(text: string, vocabulary: Vocabulary, support: (place: number) => number): Span[] {
  const { words, features } = featuresOf(text);
  const carried = new Float64Array(words.length);
  const known = weighed(vocabulary, features);
  for (const feature of features) {
    const place = vocabulary.places.get(feature.name);
    const entry = place === undefined ? undefined : known.get(place);
    if (place === undefined || !entry) continue;
    const worth = (entry.weight * support(place)) / (entry.times * feature.words.length);
    for (const at of feature.words) carried[at] = (carried[at] ?? 0) + worth;
  }
  const strongest = [...carried.entries()].filter(([, worth]) => worth > 0).sort(([i, a], [j, b]) => b - a || i - j);
  const least = WEAKEST * (strongest[0]?.[1] ?? 0);
  const marked = strongest.filter(([, worth]) => worth >= least).slice(0, MOST_WORDS).map(([at]) => at).sort((a, b) => a - b);
  const spans: Span[] = [];
  let before = Number.NaN;
  for (const at of marked) {
    const word = words[at];
    if (!word) continue;
    const last = spans.at(-1);
    if (last && at === before + 1) spans[spans.length - 1] = { start: last.start, end: word.end };
    else spans.push({ start: word.start, end: word.end });
    before = at;
  }
  return spans;
}
