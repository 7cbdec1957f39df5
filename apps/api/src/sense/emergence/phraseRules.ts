import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namedIn, type Narrative, type PhraseRules } from "@arl/analysis/phrases";
import { stem } from "@arl/analysis/stem";
import type { TopicRow } from "../../network/framework/topic.table";
import { REFERENCE_DATA } from "../../paths";
import { BREAKING_WORDS, FILLER } from "./commonWords";

interface FrameworkTopic {
  readonly phrases: readonly string[];
}

let seeds: readonly string[] | undefined;

/** Ways in which leaders say what the framework names, as it ships them. */
function shippedPhrases(): readonly string[] {
  if (seeds === undefined) {
    const domains: { readonly topics: readonly FrameworkTopic[] }[] = JSON.parse(readFileSync(join(REFERENCE_DATA, "framework.json"), "utf8"));
    seeds = domains.flatMap(({ topics }) => topics.flatMap(({ phrases }) => phrases));
  }
  return seeds;
}

/**
 * What makes no new phrase: what the framework says in labels, definitions and phrases, words that say nothing, dates, names.
 * @param names of systems, people and places.
 */
export function phraseRules(topics: readonly TopicRow[], names: readonly string[], narratives: readonly Narrative[]): PhraseRules {
  const named = namedIn([...topics.flatMap(({ label, definition }) => [label, definition]), ...shippedPhrases()]);
  // Organisations and towns are also called by words that have a meaning of their own, which leaders use as such.
  const common = lowerCaseStems(narratives);
  const nameStems = names.flatMap((name) => name.split(/[^\p{L}'’-]+/u)).map((word) => stem(word.toLowerCase()));
  const ofNames = new Set(nameStems.filter((word) => word.length > 2 && !named.has(word) && !FILLER.has(word) && !common.has(word)));
  return { breaks: BREAKING_WORDS, names: ofNames, filler: FILLER, named };
}

function lowerCaseStems(narratives: readonly Narrative[]): Set<string> {
  const words = new Set<string>();
  for (const { isRecent, text } of narratives) if (isRecent) for (const [word] of text.matchAll(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*/gu)) words.add(word);
  return new Set([...words].map(stem));
}
