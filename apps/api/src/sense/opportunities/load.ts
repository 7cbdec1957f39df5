import type { Viewed } from "../scope/viewed";
import { exact } from "../figure/figure";
import { maybeShown, TOO_FEW } from "../figure/protection";
import type { Refusal } from "../figure/refusal.type";
import { servingSpecialists } from "../scope/serving.queries";
import { clusterRefusal, isLocated, regionalClusters, type ClusterOptions } from "./clusters";
import { relationshipMinutes, requestingSystems } from "./located.queries";
import type { RegionalOpportunities } from "./opportunity.type";
import { regionFacts, regionSystems } from "./region.queries";
import { exactRegions, protectedRegions } from "./regions";

export interface OpportunityOptions extends ClusterOptions {
  /** Whether the viewer may be told of places: staff alone. */
  readonly tellsPlaces: boolean;
}

const NO_PLACES: Refusal = {
  reason: "NOT_SHOWN",
  why: "Groups of neighbours name the places of few systems, and so have no protected form.",
  wouldLift: "The hub's staff see them, and can bring one to the table with the systems' consent; by census region the need is shown here.",
};

/** Loads regional opportunities in the form in which their viewer may see them. The scope's topics choose what is shown, never what q is over. */
export async function loadOpportunities(viewed: Viewed, { tellsPlaces, ...options }: OpportunityOptions): Promise<RegionalOpportunities> {
  const chosen = new Set(viewed.scope.topics);
  const isShown = ({ code }: { readonly code: string }) => chosen.size === 0 || chosen.has(code);
  const whole = await (viewed.guard === null ? exactWhole(viewed) : protectedWhole(viewed, viewed.guard));
  const regions = whole.regions.filter(({ topic }) => isShown(topic));
  const base = { maxKm: options.maxKm, regions, requesting: whole.requesting };
  if (!tellsPlaces || viewed.guard !== null) return { ...base, refusal: NO_PLACES, clusters: [], places: [], located: TOO_FEW, tested: 0, permutations: 0 };

  const { db, scope, now, names } = viewed;
  const systems = await requestingSystems(db, scope, now);
  const located = systems.filter(isLocated);
  const known = { places: located.map(({ lat, lon }) => ({ lat, lon })), located: exact(located.length, located.length) };
  const refusal = clusterRefusal(systems);
  if (refusal !== null) return { ...base, ...known, refusal, clusters: [], tested: 0, permutations: 0 };
  const [minutes, specialists] = await Promise.all([relationshipMinutes(db, scope, now), servingSpecialists(db, { ...scope, topics: [] }, now)]);
  const { clusters, ...scan } = regionalClusters({ systems, minutes, specialists, providerNames: names.providerNames, topics: topicsOf(viewed) }, options);
  return { ...base, ...known, refusal: null, clusters: clusters.filter(({ topic }) => isShown(topic)), ...scan };
}

const topicsOf = ({ names }: Viewed) => names.topicRows.filter(({ kind }) => kind !== "domain");

type Whole = Pick<RegionalOpportunities, "regions" | "requesting">;

async function exactWhole(viewed: Viewed): Promise<Whole> {
  const counts = await regionSystems(viewed.db, viewed.scope, viewed.now);
  const all = counts.filter(({ topic }) => topic === null).reduce((sum, { systems }) => sum + systems, 0);
  return { regions: exactRegions(topicsOf(viewed), counts), requesting: exact(all, all) };
}

async function protectedWhole(viewed: Viewed, guard: NonNullable<Viewed["guard"]>): Promise<Whole> {
  const lattice = await guard.lattice("requests");
  const facts = await regionFacts(viewed.db, viewed.scope, viewed.now, guard.facts);
  const mayShow = (conditions: Parameters<typeof lattice.mayShow>[0]) => lattice.mayShow(conditions);
  const all = facts.nation.totals.get("");
  const requesting = all && maybeShown(all) && mayShow(guard.conditions) ? guard.protection.systemsFigure(all) : TOO_FEW;
  const regions = protectedRegions(topicsOf(viewed), { facts, protection: guard.protection, hasOwnProvider: guard.facts.ownProvider !== null, conditions: guard.conditions, mayShow });
  return { regions, requesting };
}
