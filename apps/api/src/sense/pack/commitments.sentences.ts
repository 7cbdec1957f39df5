import type { PackFacts } from "./facts";
import type { Sentence } from "./sentence";
import { counted, listed, number } from "./wording";

/** How the commitments of earlier calls stand. Every organisation reads them, so they are told as they are. */
export function commitmentSentences({ week, today, commitments }: PackFacts): Sentence[] {
  if (commitments.length === 0) return [];
  const inState = (state: string) => commitments.filter((each) => each.state === state);
  const open = inState("open");
  const overdue = open.filter(({ due }) => due < today).length;
  const parts = [
    [inState("kept").length, "kept"],
    [inState("dropped").length, "dropped"],
    [open.length, `open${overdue === 0 ? "" : ` (${number(overdue)} past ${overdue === 1 ? "its" : "their"} day)`}`],
  ] as const;
  const text = `Of ${counted(commitments.length, "commitment")} from earlier calls, ${listed(parts.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${count === 1 ? "is" : "are"} ${what}`))}.`;
  return [{ id: "commitments:earlier", section: "commitments", text, figures: [], link: `/calls/${week}#commitments`, records: null, audience: "network" }];
}
