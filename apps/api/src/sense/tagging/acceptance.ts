import { wilson } from "@arl/analysis/proportion";
import { estimate, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Refusal } from "../figure/refusal.type";
import type { Suggested } from "./reading.queries";
import type { SuggestionAcceptance } from "./tagging.type";

/** Suggestions without which a share is not told. */
const LEAST_SUGGESTIONS = 5;
const BANDS = 5;

/** How often suggestions were taken: in all, by rank, and by how sure the method was. */
export function suggestionAcceptance(suggested: readonly Suggested[]): SuggestionAcceptance {
  const decided = suggested.filter((one) => one.decided);
  const refusal = refusalOf(suggested.length, decided.length);
  const known = { suggestions: suggested.length, undecided: suggested.length - decided.length, refusal };
  if (refusal) return { ...known, overall: withheld("NO_DATA", 0), byRank: [], byConfidence: [] };
  const ranks = [...new Set(decided.map(({ rank }) => rank))].sort((a, b) => a - b);
  const sure = decided.flatMap((one) => (one.confidence === null ? [] : [{ ...one, confidence: one.confidence }]));
  return {
    ...known,
    overall: taken(decided),
    byRank: ranks.map((rank) => ({ rank, accepted: taken(decided.filter((one) => one.rank === rank)) })),
    byConfidence: Array.from({ length: BANDS }, (_, band) => {
      const inBand = sure.filter(({ confidence }) => Math.min(BANDS - 1, Math.floor(confidence * BANDS)) === band);
      const said = inBand.length === 0 ? null : inBand.reduce((sum, { confidence }) => sum + confidence, 0) / inBand.length;
      return { from: band / BANDS, to: (band + 1) / BANDS, said, accepted: taken(inBand) };
    }),
  };
}

function taken(suggested: readonly Suggested[]): Figure {
  if (suggested.length > 0 && suggested.length < LEAST_SUGGESTIONS) return withheld("TOO_FEW", suggested.length);
  return estimate(wilson(suggested.filter((one) => one.taken).length, suggested.length));
}

function refusalOf(suggestions: number, decided: number): Refusal | null {
  if (decided > 0) return null;
  if (suggestions > 0) return { reason: "TOO_FEW", why: "Nobody has tagged a request since topics were suggested for it.", wouldLift: "Requests tagged by people after topics were suggested for them." };
  return {
    reason: "NOT_RECORDED",
    why: "No suggestion was recorded for these requests.",
    wouldLift: "An intake desk that suggests topics and records what it suggested, in which order and how sure it was, before a person tags the request.",
  };
}
