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

interface Simulation {
  readonly calls: Calls;
  /** Which networks. */
  readonly numbers: readonly number[];
  readonly seed: number;
  /** A server to use instead of one of its own. */
  readonly serverUrl?: string;
  /** Networks behind each truth that is counted; left out, enough of them. */
  readonly behindTruth?: number;
  readonly say?: (line: string) => void;
}

/** Draws networks, loads each into a database, asks the API of it, and notes what came of each answer. */
export async function simulate({ calls, numbers, seed, serverUrl, behindTruth, say = () => undefined }: Simulation): Promise<Marks> {
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
        await scoreImpact(scoring);
        await scoreTrends(scoring);
        await scoreNeeds(scoring);
        await scoreDepth(scoring);
        await scoreReach(scoring);
        if (calls === "apart") await scoreOutlook(scoring);
      });
      say(`${calls} ${number}: ${plan.size}, ${plan.planted ? "planted" : "null"}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    await laboratory.close();
  }
  return marks;
}
