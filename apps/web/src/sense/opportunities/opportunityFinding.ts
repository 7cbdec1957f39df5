import { count, counted, listed, percent } from "../figure/format";
import { isSure, placeOf, type Cluster, type Opportunities, type RegionNeed } from "./cluster";

const clusterPhrase = (cluster: Cluster) => `${cluster.topic.label.toLowerCase()} around ${placeOf(cluster)}`;

/** The finding of the clusters: who stands together beyond chance, or that nobody does. */
export function clustersSentence(clusters: readonly Cluster[]): string {
  const sure = clusters.filter(isSure);
  if (sure.length === 0) return "No group of neighbours shares a need beyond chance.";
  const groups = sure.slice(0, 3).map((cluster) => `${clusterPhrase(cluster)} (${counted(cluster.members.length, "system")})`);
  const rest = sure.length - groups.length;
  return `${counted(sure.length, "group of neighbours shares", "groups of neighbours share")} a need beyond chance: ${listed(groups)}${rest === 0 ? "" : `, and ${count(rest)} more`}.`;
}

/** The finding of the picture, which the page's own sentence stands above. */
export function groupsTitle(clusters: readonly Cluster[]): string {
  const sure = clusters.filter(isSure).length;
  return sure === 0 ? "The closest groups of neighbours cannot be told from chance" : `${counted(sure, "group", "groups")} of neighbours beyond chance, and the closest to one`;
}

/** What stands nearest to a finding without being one. */
export function nearestSentence(clusters: readonly Cluster[]): string | null {
  const nearest = clusters.filter((each) => !isSure(each)).slice(0, 2);
  if (nearest.length === 0) return null;
  return `The closest to one: ${listed(nearest.map(clusterPhrase))}. Among so many topics, chance alone makes groups like these.`;
}

/** Whether a region stands apart from the others: only a test over all places says so, and protected figures are not tested. */
export const differs = ({ qValue }: RegionNeed): boolean => qValue !== null && qValue < 0.05;

/** The finding of the regions: what sets one apart, or how many can be read. */
export function regionsSentence(shown: readonly RegionNeed[]): string {
  const apart = shown.filter(differs);
  const first = apart[0] ?? shown[0];
  if (first === undefined) return "No need rests on enough systems of one region to be shown";
  const { topic, region, share, nationShare } = first;
  const nation = nationShare.value === null ? "" : ` (${percent(nationShare.value)} in the nation)`;
  const one = `${topic.label} is asked for by ${percent(share.value ?? 0)} of systems in the ${region.label}${nation}`;
  if (apart.length > 1) return `In ${apart.length} needs a region stands apart from the others; ${one}`;
  if (apart.length === 1) return one;
  return shown.every(({ qValue }) => qValue === null) ? `${counted(shown.length, "need")} of a region can be shown; ${one}` : "No region's needs can be told from those of the others";
}

/** The page's sentence. */
export function opportunitiesSentence({ clusters, refusal }: Opportunities, regions: readonly RegionNeed[]): string {
  return refusal === null ? clustersSentence(clusters) : `${regionsSentence(regions)}.`;
}
