import type { Change } from "./draft";
import type { Effect } from "./framework.queries";

const counted = (count: number, one: string): string => `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : one.endsWith("h") ? "es" : "s"}`;

/** "3 requests, 1 session and 2 coaches", without what there is none of. */
function rowsInWords({ requests, sessions, coaches, resources }: Effect): string {
  const parts = [
    [requests, "request"],
    [sessions, "session"],
    [coaches, "coach"],
    [resources, "resource"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, one]) => counted(count, one));
  if (said.length === 0) return "Nothing";
  return said.length === 1 ? `${said[0]}` : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}

export const rowsOf = ({ requests, sessions, coaches, resources }: Effect): number => requests + sessions + coaches + resources;

/** What publication will do to history, for who decides about it. */
export function effectInWords({ kind, intoCode, newTopics }: Pick<Change, "kind" | "intoCode" | "newTopics">, effect: Effect): string {
  const rows = rowsInWords(effect);
  const all = rowsOf(effect);
  const verb = all === 1 ? "stands" : "stand";
  switch (kind) {
    case "add":
      return "History stays as it is.";
    case "rename":
      return all === 0 ? "There is no history under it." : `${rows} ${all === 1 ? "stays" : "stay"} under it, by its new name.`;
    case "retire":
      return all === 0 ? "There is no history under it." : `${rows} ${all === 1 ? "stays" : "stay"} under it, shown as retired.`;
    case "split":
      return all === 0 ? "There is no history under it." : `${rows} ${all === 1 ? "stays" : "stay"} under it until somebody says which part each means.`;
    case "merge": {
      const into = intoCode ?? newTopics[0]?.code ?? "";
      const twice = effect.doubled === 0 ? "" : ` ${counted(effect.doubled, "row")} ${effect.doubled === 1 ? "stands" : "stand"} under two of them and ${effect.doubled === 1 ? "counts" : "count"} once from then on.`;
      return all === 0 ? "There is no history under them." : `${rows} ${verb} under ${into} from then on.${twice}`;
    }
  }
}
