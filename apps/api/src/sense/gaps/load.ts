import type { Viewer } from "../../access/viewer";
import { loadLattice } from "../scope/lattice.queries";
import type { Viewed } from "../scope/viewed";
import { activeSpecialists, currentResources, DEMAND_MARKS, demandFacts, hubIds, topicDemand, type DemandFacts } from "./gap.queries";
import type { TopicGap } from "./gap.type";
import { exactNeed, topicGaps, type GapFacts } from "./gaps";
import { protectedNeed, type MayShow } from "./protectedNeed";
import { supplyByTopic } from "./supply";

const NOTHING: DemandFacts = { demand: new Map(), waiting: new Map(), all: null };

/** Loads need and supply in the form in which their viewer may see them. */
export async function loadGaps({ db, scope, now, guard }: Viewed, viewer: Viewer): Promise<GapFacts> {
  const [specialists, resources] = [activeSpecialists(db, scope, now), currentResources(db, scope, now)];
  if (guard === null) {
    const demand = topicDemand(db, scope, now);
    return { needOf: exactNeed(await demand), supplyOf: supplyByTopic(await specialists, null), resources: await resources };
  }
  const lattice = await loadLattice(db, "requests", { now, ownProvider: guard.facts.ownProvider }, DEMAND_MARKS);
  const mayShow: MayShow = (...conditions) => lattice.mayShow([...guard.conditions, ...conditions]);
  const facts = mayShow() ? await demandFacts(db, scope, now, guard.facts) : NOTHING;
  const hubs = seesCoaches(viewer) ? null : await hubIds(db);
  return { needOf: protectedNeed(facts, mayShow, guard.protection), supplyOf: supplyByTopic(await specialists, hubs), resources: await resources };
}

/** Need against supply of every topic, in the form in which its viewer may see them. */
export async function loadTopicGaps(viewed: Viewed, viewer: Viewer): Promise<TopicGap[]> {
  const topics = viewed.names.topicRows.filter(({ kind }) => kind !== "domain");
  return topicGaps(topics, await loadGaps(viewed, viewer));
}

/** Every coach is open to their colleagues. */
const seesCoaches = (viewer: Viewer): boolean => viewer?.roles.some((role) => role === "coach" || role === "provider" || role === "staff") ?? false;
