import { count, counted, spoken, type FigureFields } from "../figure/format";

interface Work {
  readonly systemsServed: FigureFields;
  readonly statesReached: FigureFields;
  readonly sessionRating: FigureFields;
}

/** Whether two estimates leave no room for being the same. */
export function differ(one: FigureFields, other: FigureFields): boolean {
  const [low, high] = [one.low ?? one.value, one.high ?? one.value];
  const [otherLow, otherHigh] = [other.low ?? other.value, other.high ?? other.value];
  if (low === null || high === null || otherLow === null || otherHigh === null) return false;
  return low > otherHigh || high < otherLow;
}

function ratingWords(own: FigureFields, network: FigureFields): string {
  if (own.value === null) return "";
  const ours = `their calls are rated ${spoken(own.value)} of 5`;
  if (network.value === null) return `; ${ours}`;
  if (!differ(own, network)) return `; ${ours}, not to be told from the network's ${spoken(network.value)}`;
  return `; ${ours}, ${own.value > network.value ? "above" : "below"} the network's ${spoken(network.value)}`;
}

/** The page's sentence: how far one's own coaches reach, and how their rating stands beside the network's. */
export function ourWorkSentence(own: Work, network: Work, organisation: string): string {
  const systems = own.systemsServed.value ?? 0;
  if (systems === 0) return `No system has been coached by ${organisation} yet.`;
  const states = own.statesReached.value === null ? "" : ` in ${counted(own.statesReached.value, "state")}`;
  const served = `Coaches of ${organisation} have served ${count(systems)} ${systems === 1 ? "system" : "systems"}${states}`;
  return `${served}${ratingWords(own.sessionRating, network.sessionRating)}.`;
}

export interface TopicShare {
  readonly key: string;
  readonly label: string;
  readonly own: FigureFields;
  readonly network: FigureFields;
}

interface Cell {
  readonly row: { readonly key: string; readonly label: string } | null;
  readonly share: FigureFields;
}

const NOTHING: FigureFields = { value: null, low: null, high: null, n: null, withheld: "NO_DATA" };

/** The topics one coaches most, each beside the network's share of it. */
export function topicShares(own: readonly Cell[], network: readonly Cell[], most = 12): readonly TopicShare[] {
  const shareOf = new Map(network.map(({ row, share }) => [row?.key, share]));
  return [...own]
    .sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0))
    .slice(0, most)
    .flatMap(({ row, share }) => (row === null ? [] : [{ key: row.key, label: row.label, own: share, network: shareOf.get(row.key) ?? NOTHING }]));
}

/** The finding of the topics: the first on which one's own coaching differs from the network's beyond both intervals. */
export function topicsSentence(shares: readonly TopicShare[]): string {
  if (shares.length === 0) return "Nothing has been coached yet";
  const first = shares.find(({ own, network }) => differ(own, network));
  if (first === undefined) return "What we coach cannot be told from what the network coaches";
  const more = (first.own.value ?? 0) > (first.network.value ?? 0);
  return `${first.label} takes ${more ? "more" : "less"} of our coaching than of the network's`;
}
