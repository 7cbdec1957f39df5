import type { ImpactAnswer } from "./answers";
import { LEVEL } from "./model";
import { QUESTIONS } from "./questions";
import { isLocale, type Scoring } from "./scoring";

/** Share of systems with 40% or more low-income students: these are uniform from 0.15 to 0.75. */
const TITLE_I = (0.75 - 0.4) / 0.6;

/** The headline figures. */
export async function scoreImpact({ ask, network, reference, marks }: Scoring): Promise<void> {
  const { impact } = (await ask(QUESTIONS.impact)) as unknown as ImpactAnswer;
  const { number, calls, planted } = network.plan;
  // Where rural leaders rate higher, ratings of a relationship are alike whatever else they are.
  if (calls === "alike" || !planted) marks.cover("impact.sessionRating", number, reference.rating, impact.sessionRating);
  marks.cover("impact.responseRate", number, reference.response, impact.responseRate);
  marks.cover("impact.returnRate", number, reference.returned, impact.returnRate);
  marks.cover("impact.daysToMatch", number, reference.daysToMatch, impact.daysToMatch);
  marks.cover("impact.daysToFirstSession", number, reference.daysToFirstSession, impact.daysToFirstSession);
  marks.cover("impact.relationshipLengthMonths", number, reference.lengthMonths, impact.relationshipLengthMonths);
  marks.cover("impact.sustainedFourMonths", number, reference.sustained, impact.sustainedFourMonths);
  marks.cover("impact.titleIShare", number, TITLE_I, impact.titleIShare);
  for (const { row, share } of impact.localeMix) if (isLocale(row.key)) marks.cover("impact.localeMix", number, reference.byLocale[row.key].servedShare, share);
  for (const { call, level } of impact.challengeByCall) marks.cover("impact.challengeByCall", number, LEVEL.first + LEVEL.slope * (call - 1), level);
  const everyone = network.judged.reduce((sum, { rating }) => sum + rating, 0) / network.judged.length;
  marks.cover("impact.ratingIfAllAnswered", number, everyone, impact.ratingIfAllAnswered);
}
