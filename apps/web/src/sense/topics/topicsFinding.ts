import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import { count, counted, intervalText, percent, type FigureFields } from "../figure/format";
import type { FigureTarget } from "../figure/target";

export type Evidence = "REQUESTS" | "SESSIONS";
export type Direction = "RISING" | "FALLING" | "STEADY" | "UNCLEAR";

export interface TopicLine {
  readonly topic: { readonly id: string; readonly code: string; readonly label: string; readonly domain: { readonly code: string; readonly label: string } | null };
  readonly requests: FigureFields;
  readonly sessions: FigureFields;
  readonly ratioPerMonth: FigureFields;
  readonly direction: Direction;
  readonly coverage: FigureFields;
  /** More demand than capacity, beyond what chance makes of so few requests. */
  readonly isShort: boolean;
  readonly resources: FigureFields;
}

interface Counted {
  readonly row: { readonly key: string } | null;
  readonly count: FigureFields;
}

const NONE: FigureFields = { value: 0, low: null, high: null, n: 0, withheld: null };

/** One line for each topic, in the framework's order, from what four answers say of it. */
export function topicLines(
  trends: readonly (Pick<TopicLine, "topic" | "ratioPerMonth" | "direction">)[],
  requests: readonly Counted[],
  sessions: readonly Counted[],
  gaps: readonly { readonly topic: { readonly code: string }; readonly coverage: FigureFields; readonly coverageByChance: FigureFields; readonly resources: FigureFields }[],
): readonly TopicLine[] {
  const [asked, coached] = [requests, sessions].map((cells) => new Map(cells.map(({ row, count }) => [row?.key, count])));
  const gapOf = new Map(gaps.map((gap) => [gap.topic.code, gap]));
  return trends.map(({ topic, ratioPerMonth, direction }) => {
    const gap = gapOf.get(topic.code);
    return { topic, ratioPerMonth, direction, requests: asked?.get(topic.code) ?? NONE, sessions: coached?.get(topic.code) ?? NONE, coverage: gap?.coverage ?? NONE, isShort: gap !== undefined && topic.code !== NOT_IN_FRAMEWORK && gap.coverageByChance.value !== null && supplyOf(gap.coverageByChance) === "short", resources: gap?.resources ?? NONE };
  });
}

/** The list's sentence. */
export function topicsSentence(lines: readonly TopicLine[]): string {
  const topics = lines.filter(({ topic }) => topic.code !== NOT_IN_FRAMEWORK);
  const asked = topics.filter(({ requests }) => (requests.value ?? 0) > 0).length;
  const hidden = topics.filter(({ requests }) => requests.value === null).length;
  const domains = new Set(topics.map(({ topic }) => topic.domain?.code)).size;
  const moving = topics.filter(({ direction }) => direction === "RISING" || direction === "FALLING").length;
  const moves = moving === 0 ? "for none can a rise or fall be told from noise" : `${count(moving)} ${moving === 1 ? "is" : "are"} rising or falling in coaching`;
  const shown = hidden === 0 ? `leaders asked about ${asked === topics.length ? "all" : count(asked)}` : `${count(asked)} can be shown`;
  return `Of ${counted(topics.length, "topic")} in ${counted(domains, "domain")}, ${shown}; ${moves}.`;
}

/** Lines whose topic, code or domain holds all words of a search. */
export function foundLines(lines: readonly TopicLine[], search: string): readonly TopicLine[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return lines.filter(({ topic }) => {
    const text = `${topic.label} ${topic.code} ${topic.domain?.label ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** `+10% a month (4% to 17%)`: nothing where it cannot be told from noise. */
export function changeWords({ direction, ratioPerMonth }: Pick<TopicLine, "direction" | "ratioPerMonth">): string | null {
  const { value, low, high } = ratioPerMonth;
  if (value === null || low === null || high === null || (direction !== "RISING" && direction !== "FALLING")) return null;
  const change = (ratio: number) => percent(Math.abs(ratio - 1));
  const [least, most] = direction === "RISING" ? [low, high] : [high, low];
  return `${direction === "RISING" ? "rising" : "falling"} ${change(value)} a month (${change(least)} to ${change(most)})`;
}

interface Said {
  readonly label: string;
  readonly requests: FigureFields;
  readonly share: FigureFields;
  readonly asked: Pick<TopicLine, "direction" | "ratioPerMonth">;
  readonly coached: Pick<TopicLine, "direction" | "ratioPerMonth">;
  /** With the interval that chance in the number of requests gives it. */
  readonly coverage: FigureFields;
}

/** One topic's sentence: how often it is asked for, where it goes, and whether there is enough to give. */
export function topicSentence({ label, requests, share, asked, coached, coverage }: Said): string {
  const interval = intervalText(share, "share");
  const often =
    requests.value === null
      ? `${label}: too few requests to show`
      : requests.value === 0
        ? `${label}: nobody asked for it`
        : `${label}: ${counted(requests.value, "request")}${share.value === null ? "" : `, ${percent(share.value)} of all${interval === null ? "" : ` (${interval})`}`}`;
  const [rise, move] = [changeWords(asked), changeWords(coached)];
  const moves = [rise === null ? null : `asked for, ${rise}`, move === null ? null : `in coaching, ${move}`].filter((part) => part !== null);
  return `${[often, ...moves, ...capacityWords(coverage)].join("; ")}.`;
}

/** What the interval that chance gives a coverage leaves to say of it. */
export function supplyOf({ value, low, high }: FigureFields): "short" | "enough" | "untold" {
  if (value === 0 || (high !== null && high < 1)) return "short";
  return low !== null && low > 1 ? "enough" : "untold";
}

const CAPACITY = { short: ["more demand than capacity"], enough: ["capacity enough for the demand there is"], untold: [] } as const;
const capacityWords = (coverage: FigureFields): readonly string[] => (coverage.value === null ? [] : CAPACITY[supplyOf(coverage)]);

/** What the menu of a topic's count offers. */
export function countTarget(topic: TopicLine["topic"], figure: FigureFields, evidence: Evidence): FigureTarget {
  const kind = evidence === "REQUESTS" ? "requests" : "sessions";
  return { label: `${evidence === "REQUESTS" ? "Requests" : "Sessions"} on ${topic.label}`, metric: "need_volume", figure, filter: { topics: [topic.code] }, records: { kind, at: [{ dimension: "TOPIC", key: topic.code }] } };
}

/** What the menu of its change offers. */
export const trendTarget = (topic: TopicLine["topic"], figure: FigureFields, evidence: Evidence): FigureTarget => ({
  ...countTarget(topic, figure, evidence),
  label: `Change a month of ${topic.label}`,
  metric: "need_trend",
});

const GAP_PARTS = {
  demand: ["gap_demand", "Demand"],
  waiting: ["gap_waiting", "Waiting"],
  specialists: ["gap_specialists", "Specialists"],
  providers: ["gap_providers", "Organisations"],
  capacityHours: ["capacity_hours", "Hours a month"],
  coverage: ["coverage_gap", "Coverage"],
  resources: ["gap_resources", "Resources"],
} as const;

export type GapPart = keyof typeof GAP_PARTS;
export const gapParts = Object.keys(GAP_PARTS) as readonly GapPart[];
export const gapLabel = (part: GapPart): string => GAP_PARTS[part][1];

/** What the menu of one number of its supply offers. */
export function gapTarget({ code, label }: { readonly code: string; readonly label: string }, part: GapPart, figure: FigureFields): FigureTarget {
  const within = { topics: [code] };
  const [metric, word] = GAP_PARTS[part];
  const standing = part === "demand" ? "DEMAND" : "WAITING";
  const records =
    part === "resources" ? ({ kind: "resources", within } as const) : part === "demand" || part === "waiting" ? ({ kind: "requests", standing, within } as const) : ({ kind: "specialists", within } as const);
  return { label: `${word}, ${label}`, metric, figure, filter: within, records };
}
