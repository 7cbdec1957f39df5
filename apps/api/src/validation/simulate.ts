import { buildCountry } from "./country";
import { openLaboratory } from "./database";
import { Marks } from "./marks";
import { drawNetwork } from "./network";
import { planOf, type Calls } from "./plan";
import { references } from "./reference";
import { scoreDepth } from "./scoreDepth";
import { scoreImpact } from "./scoreImpact";
import { scoreNeeds } from "./scoreNeeds";
import { scoreOutlook } from "./scoreOutlook";
import { scoreReach } from "./scoreReach";
import { scoreTrends } from "./scoreTrends";

/** What can be asked about, each by the scorers of its pages. */
const SCORERS = { impact: scoreImpact, trends: scoreTrends, needs: scoreNeeds, depth: scoreDepth, reach: scoreReach, outlook: scoreOutlook };

export type Part = keyof typeof SCORERS;
export const PARTS_ASKED = ["impact", "trends", "needs", "depth", "reach", "outlook"] as const satisfies readonly Part[];

interface Simulation {
  readonly calls: Calls;
  /** Which networks. */
  readonly numbers: readonly number[];
  readonly seed: number;
  /** What to ask about; left out, everything. */
  readonly only?: readonly Part[];
  /** A server to use instead of one of its own. */
  readonly serverUrl?: string;
  /** Networks behind each truth that is counted; left out, enough of them. */
  readonly behindTruth?: number;
  readonly say?: (line: string) => void;
}

/** Draws networks, loads each into a database, asks the API of it, and notes what came of each answer. */
export async function simulate({ calls, numbers, seed, only = PARTS_ASKED, serverUrl, behindTruth, say = () => undefined }: Simulation): Promise<Marks> {
  const country = buildCountry();
  const referenceOf = references(country, behindTruth);
  const marks = new Marks();
  const laboratory = await openLaboratory(country, serverUrl);
  try {
    for (const number of numbers) {
      const plan = planOf(number, seed, calls);
      const network = drawNetwork(plan, country);
      const reference = referenceOf(plan);
      const began = performance.now();
      await laboratory.withNetwork(network, async (ask) => {
        const scoring = { ask, network, reference, country, marks };
        // Where calls are alike the future is not drawn: its truth is of the other set.
        for (const part of only) if (part !== "outlook" || calls === "apart") await SCORERS[part](scoring);
      });
      say(`${calls} ${number}: ${plan.size}, ${plan.planted ? "planted" : "null"}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    await laboratory.close();
  }
  return marks;
}
