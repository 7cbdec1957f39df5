import { LEAST_SYSTEMS_OF_A_PHRASE, risingPhrasesInSteps, type PhraseRules } from "@arl/analysis/phrases";
import { wilson } from "@arl/analysis/proportion";
import { estimate, exact } from "../figure/figure";
import type { Refusal } from "../figure/refusal.type";
import { inTurns } from "./inTurns";
import type { NarrativeWindow } from "./phrase.queries";
import type { RisingPhrases } from "./phrase.type";

/** With fewer systems on either side no phrase could be told from chance. */
const LEAST_SYSTEMS = 10;

const DAY_MS = 86_400_000;

/**
 * Phrases on the rise, the surest first; or why none can be told.
 * @param weeks that count as recent.
 */
export async function phrasesOnTheRise(window: NarrativeWindow, rules: PhraseRules, weeks: number): Promise<RisingPhrases> {
  const { narratives, since } = window;
  const [recent, before] = [true, false].map((isRecent) => new Set(narratives.filter((one) => one.isRecent === isRecent).map(({ system }) => system)).size) as [number, number];
  const about = { weeks, since, recentSystems: recent, systemsBefore: before };
  const refusal = refusalOf(window, { recent, before, weeks });
  if (refusal) return { ...about, refusal, tested: 0, phrases: [] };
  const { tested, phrases } = await inTurns(risingPhrasesInSteps(narratives, rules));
  return {
    ...about,
    refusal: null,
    tested,
    phrases: phrases.map(({ phrase, systems, ratio, logLikelihood, qValue, narratives: ids }) => ({
      phrase,
      recent: exact(systems.first, systems.allFirst),
      before: exact(systems.second, systems.allSecond),
      recentShare: estimate(wilson(systems.first, systems.allFirst)),
      shareBefore: estimate(wilson(systems.second, systems.allSecond)),
      // Where nobody said it before, there is no most that it could have risen by.
      ratio: estimate({ ...ratio, high: systems.second === 0 ? null : ratio.high }),
      logLikelihood,
      qValue,
      requestIds: [...ids],
    })),
  };
}

function refusalOf({ narratives, since, first }: NarrativeWindow, { recent, before, weeks }: { recent: number; before: number; weeks: number }): Refusal | null {
  if (narratives.length === 0) {
    return { reason: "NOT_RECORDED", why: "No request in scope says in the leader's words what is on their mind.", wouldLift: "Narratives, asked for by the intake form, in requests.csv." };
  }
  if (first !== null && since.getTime() - first.getTime() < weeks * 7 * DAY_MS) {
    return {
      reason: "TOO_SHORT",
      why: `There is less time before the last ${weeks} weeks than there is in them, so what is new cannot be told from what is usual.`,
      wouldLift: `Narratives of at least ${2 * weeks} weeks, fewer weeks to call recent, or a scope that takes in a longer time.`,
    };
  }
  if (recent < LEAST_SYSTEMS || before < LEAST_SYSTEMS) {
    return {
      reason: "TOO_FEW",
      why: `${recent} systems wrote in the last ${weeks} weeks, and ${before} before: a phrase of ${LEAST_SYSTEMS_OF_A_PHRASE} systems could be chance.`,
      wouldLift: `${LEAST_SYSTEMS} systems with a narrative in either time: a wider scope, or more weeks to call recent.`,
    };
  }
  return null;
}
