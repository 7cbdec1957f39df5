import type { Viewed } from "../scope/viewed";
import { suggestionAcceptance } from "./acceptance";
import { readingsOf, suggestionsOf } from "./reading.queries";
import { tagReliability } from "./reliability";
import type { SuggestionAcceptance, TagReliability } from "./tagging.type";

/** Who tagged what is told to staff alone. @throws Error for a viewer with a guard. */
function requireExact({ guard }: Viewed): void {
  if (guard !== null) throw new Error("Agreement has no protected form.");
}

/** How far those who tag agree; the scope's topics choose which are shown. */
export async function loadReliability(viewed: Viewed): Promise<TagReliability> {
  requireExact(viewed);
  const { db, scope, now, names } = viewed;
  const topics = names.topicRows.filter(({ kind }) => kind !== "domain");
  return tagReliability(topics, await readingsOf(db, scope, now), (code) => scope.topics.length === 0 || scope.topics.includes(code));
}

/** What became of suggestions; the scope's topics select the requests. */
export async function loadAcceptance(viewed: Viewed): Promise<SuggestionAcceptance> {
  requireExact(viewed);
  return suggestionAcceptance(await suggestionsOf(viewed.db, viewed.scope, viewed.now));
}
