import type { TopicRow } from "../../network/framework/topic.table";
import type { RatedRelationship, RatedSession } from "./depth.queries";
import type { GroupedSession } from "./ratings";
import { isPlace, type RatingDimension } from "./refusals";

/**
 * The sessions of relationships by a dimension, under the keys that tables have; one with several topics stands under each.
 * @param shownTopics the topics that TOPIC and DOMAIN show; empty = all.
 */
export function groupSessions(by: RatingDimension, relationships: readonly RatedRelationship[], topicRows: readonly TopicRow[], shownTopics: readonly string[]): Map<string, GroupedSession[]> {
  const domainOf = new Map(topicRows.map(({ code, domainCode }) => [code, domainCode ?? code]));
  const isShown = (code: string) => shownTopics.length === 0 || shownTopics.includes(code);
  const keysOf = ({ keys }: RatedRelationship, [level, , topics]: RatedSession): readonly string[] => {
    if (isPlace(by)) return [keys[by]];
    if (by === "CHALLENGE_LEVEL") return [level === null ? "UNKNOWN" : String(level)];
    const shown = topics.filter(isShown);
    return by === "TOPIC" ? shown : [...new Set(shown.map((code) => domainOf.get(code) ?? code))];
  };
  const grouped = new Map<string, GroupedSession[]>();
  let number = 0;
  relationships.forEach((relationship, giver) => {
    for (const session of relationship.sessions) {
      number += 1;
      for (const key of keysOf(relationship, session)) {
        const own = grouped.get(key) ?? [];
        own.push([number, giver, session[1]]);
        grouped.set(key, own);
      }
    }
  });
  return grouped;
}
