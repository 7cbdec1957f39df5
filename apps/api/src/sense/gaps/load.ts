import type { Viewer } from "../../access/viewer";
import type { Viewed } from "../scope/viewed";
import { activeSpecialists, currentResources, demandFacts, hubIds, topicDemand, type DemandFacts } from "./gap.queries";
import { exactNeed, type GapFacts } from "./gaps";
import { protectedNeed } from "./protectedNeed";
import { supplyByTopic } from "./supply";

const NOTHING: DemandFacts = { demand: new Map(), waiting: new Map(), all: null };

/** Loads need and supply in the form in which their viewer may see them. */
export async function loadGaps({ db, scope, now, guard }: Viewed, viewer: Viewer): Promise<GapFacts> {
  const [specialists, resources] = [activeSpecialists(db, scope, now), currentResources(db, scope, now)];
  if (guard === null) {
    const demand = topicDemand(db, scope, now);
    return { needOf: exactNeed(await demand), supplyOf: supplyByTopic(await specialists, null), resources: await resources };
  }
  const facts = (await guard.mayShow("requests")) ? await demandFacts(db, scope, now, guard.facts) : NOTHING;
  const hubs = seesCoaches(viewer) ? null : await hubIds(db);
  return { needOf: protectedNeed(facts, guard.protection), supplyOf: supplyByTopic(await specialists, hubs), resources: await resources };
}

/** Every coach is open to their colleagues. */
const seesCoaches = (viewer: Viewer): boolean => viewer?.roles.some((role) => role === "coach" || role === "provider" || role === "staff") ?? false;
