import type { OpportunitiesPageQuery } from "../../gql/graphql";
import type { FigureFields } from "../figure/format";
import type { FigureTarget } from "../figure/target";

export type Opportunities = OpportunitiesPageQuery["regionalOpportunities"];
export type Cluster = Opportunities["clusters"][number];
export type RegionNeed = Opportunities["regions"][number];

/** A cluster is one when its q-value says so, and not before. */
export const isSure = ({ qValue }: Cluster): boolean => qValue < 0.05;

/** Where a cluster is, by the office at its middle. */
export const placeOf = ({ centre: { city, name, state } }: Cluster): string => `${city ?? name}, ${state}`;

/** A q-value as it is written; a small one is a bound, not a zero. */
export const qText = (q: number) => (q < 0.001 ? "< 0.001" : q.toFixed(3));

/** How many clusters that chance makes too are shown, as the nearest to one. */
const NEAREST = 6;

/** Those beyond chance, and after them the nearest to it. */
export function shownClusters(clusters: readonly Cluster[]): readonly Cluster[] {
  const sure = clusters.filter(isSure);
  return [...sure, ...clusters.filter((each) => !isSure(each)).slice(0, NEAREST)];
}

export type ClusterPart = "systems" | "relativeRisk" | "students";
const METRICS = { systems: "cluster_systems", relativeRisk: "cluster_risk", students: "cluster_students" } as const;
const LABELS = { systems: "Systems", relativeRisk: "Times as often as elsewhere", students: "Students" } as const;

/** What the menu of one number of a cluster offers: the very systems. */
export function clusterTarget(cluster: Cluster, part: ClusterPart): FigureTarget {
  const { topic, states, members } = cluster;
  return {
    label: `${LABELS[part]}, ${topic.label}, around ${placeOf(cluster)}`,
    metric: METRICS[part],
    figure: cluster[part],
    filter: { states, topics: [topic.code] },
    records: { kind: "systems", stage: "REQUESTING", ids: members.map(({ id }) => id) },
  };
}

export type PoolingPart = "specialists" | "hoursEach" | "hoursOneToOne" | "hoursPooled";
const POOLING = {
  specialists: ["gap_specialists", "Specialists who serve there"],
  hoursEach: ["relationship_hours", "Hours of a relationship"],
  hoursOneToOne: ["hours_one_to_one", "Hours one by one"],
  hoursPooled: ["hours_pooled", "Hours together"],
} as const;

/** What the menu of one number of its pooling offers. */
export function poolingTarget({ topic, states, pooling }: Cluster, part: PoolingPart): FigureTarget {
  const [metric, label] = POOLING[part];
  const figure: FigureFields = pooling[part];
  const within = { states, topics: [topic.code] };
  return { label: `${label}, ${topic.label}`, metric, figure, ...(part === "specialists" && { records: { kind: "specialists", within } }) };
}

/** What the menu of a region's number offers. */
export function regionTarget({ region, topic, systems, share }: RegionNeed, part: "systems" | "share"): FigureTarget {
  const filter = { regions: [region.key as "WEST"], topics: [topic.code] };
  const label = `${part === "systems" ? "Systems" : "Share of systems"}, ${topic.label}, ${region.label}`;
  return { label, metric: part === "systems" ? "region_systems" : "region_share", figure: part === "systems" ? systems : share, filter, records: { kind: "systems", stage: "REQUESTING", within: filter } };
}
