import { daysLater } from "../../network/learning/week.type";
import { loadBursts, loadPhrases } from "../emergence/load";
import type { Viewed } from "../scope/viewed";
import type { EmergingFacts } from "./facts";

/** What is new in what leaders write, and what came up more than expected in the week. It has no protected form. */
export async function emergingFacts(viewed: Viewed, week: string): Promise<EmergingFacts> {
  const { phrases } = await loadPhrases(viewed);
  const { bursts } = await loadBursts(viewed, "REQUESTS");
  const lastWeek = daysLater(week, -7);
  return {
    phrases: phrases.map(({ phrase, recent, ratio, qValue }) => ({ text: phrase, recent, ratio, qValue })),
    bursts: bursts.filter(({ to }) => to > lastWeek),
  };
}
