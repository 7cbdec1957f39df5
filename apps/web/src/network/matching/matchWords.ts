import type { ChoiceReason, ExclusionReason } from "../../gql/graphql";

/** What teams are weighed by, as they are named beside a number. */
export const TERM_LABELS: Readonly<Record<ChoiceReason, string>> = {
  TOPICS: "Topics",
  CONTEXT: "Systems like this",
  AVAILABILITY: "Hours in common",
  CONTINUITY: "Coached here before",
  LOAD: "Free hours",
  FAIR_SHARES: "Fair shares",
  FEW_COACHES: "Few to meet",
  NOT_RECORDED: "Something not recorded",
};

/** The same as reasons for another team. */
export const REASON_CHOICES: readonly { readonly value: ChoiceReason; readonly label: string }[] = [
  { value: "TOPICS", label: "They fit the topics better" },
  { value: "CONTEXT", label: "They know systems like this one" },
  { value: "AVAILABILITY", label: "Their hours suit better" },
  { value: "CONTINUITY", label: "They have coached here before" },
  { value: "LOAD", label: "They have more room" },
  { value: "FAIR_SHARES", label: "It is fairer between organisations" },
  { value: "FEW_COACHES", label: "The leader should meet fewer coaches" },
  { value: "NOT_RECORDED", label: "Something that is not recorded here" },
];

/** Why somebody is kept from a system. */
export const WHY_APART: Readonly<Record<ExclusionReason, string>> = { LEADER_SAID_NO: "The leader said no", CONFLICT_OF_INTEREST: "A conflict of interest" };

export const PLACES_OF_CHOICE = ["First choice", "Second choice", "Third choice"] as const;

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string => (words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);

interface Team {
  readonly coaches: readonly { readonly name: string }[];
  /** In the order of the coaches; null = not known. */
  readonly addresses: readonly (string | null)[];
}

/** To whom mail goes when a team is asked, and to whom none can. */
export function mailWords({ coaches, addresses }: Team): string {
  const known = coaches.flatMap(({ name }, i) => (addresses[i] == null ? [] : [`${name} (${addresses[i]})`]));
  const unknown = coaches.flatMap(({ name }, i) => (addresses[i] == null ? [name] : []));
  const told = known.length === 0 ? [] : [`Mail goes to ${listed(known)}.`];
  return [...told, ...(unknown.length === 0 ? [] : [`No address is known of ${listed(unknown)}: tell them yourself.`])].join(" ");
}

/** The same of one team among several. */
export const withAddresses = ({ coaches, addresses }: Team): string => listed(coaches.map(({ name }, i) => `${name} (${addresses[i] ?? "no address is known: tell them yourself"})`));

/** A score out of 100. */
export const points = (score: number): string => String(Math.round(score * 100));

/** "Tue, Feb 2, 10:00 AM EST": an instant in the reader's time zone, with its name. */
export const momentOf = (instant: string): string =>
  new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" }).format(new Date(instant));

/** "12.5 of 20 hours": what would be taken of a month; null where the hours are not known. */
export function loadWords(share: number | null, hours: number | null): string {
  if (share === null || hours === null) return "hours not known";
  const short = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
  return `${short.format(share * hours)} of ${short.format(hours)} hours a month with this`;
}

interface Standing {
  readonly state: "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
  readonly madeByName: string;
  readonly madeAt: string;
  readonly dueAt: string;
}

const OVER: Readonly<Record<Exclude<Standing["state"], "OPEN">, string>> = { ACCEPTED: "everybody said yes", DECLINED: "somebody said no", WITHDRAWN: "taken back", EXPIRED: "nobody answered in time" };

/** What became of an offer, in a line. */
export const offerLine = ({ state, madeByName, madeAt, dueAt }: Standing): string =>
  state === "OPEN" ? `By ${madeByName} on ${momentOf(madeAt)}; an answer is due by ${momentOf(dueAt)}.` : `By ${madeByName} on ${momentOf(madeAt)}: ${OVER[state]}.`;
