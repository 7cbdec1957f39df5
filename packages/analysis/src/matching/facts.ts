import type { Ask } from "./ask";
import { familiarityOf, type ContextKind } from "./contextFit";
import type { Fit } from "./fit";
import type { Term } from "./weights";

const KIND_WORDS: Readonly<Record<ContextKind, string>> = { enrollment: "of this size", locale: "in this kind of place", governance: "governed like this one" };
const SIZE_WORDS = ["no", "one", "two", "three"] as const;

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 0 });

/** What stands behind a term of a team's score, as a sentence about these coaches. */
export function factOf(term: Term, ask: Ask, fits: readonly Fit[]): string {
  return FACTS[term](ask, fits);
}

const FACTS: Readonly<Record<Term, (ask: Ask, fits: readonly Fit[]) => string>> = {
  topics: topicsFact,
  context: contextFact,
  availability: availabilityFact,
  continuity: (_, fits) => {
    const earlier = fits.filter((fit) => fit.earlier).map(nameOf);
    return earlier.length === 0 ? "Nobody here has coached this system before." : `${listed(earlier)} ${earlier.length === 1 ? "has" : "have"} coached this system before.`;
  },
  load: (_, fits) => `${listed(fits.map(({ coach }) => `${coach.name} has ${short.format(coach.freeHours)} of ${hours(coach.capacity)} free`))} a month.`,
  fairShares: (_, fits) => {
    const organisations = [...new Map(fits.map(({ coach }) => [coach.organisation.id, coach.organisation])).values()];
    const parts = organisations.map(({ name, matches, capacity }) => `${name} has ${percent.format(matches)} of recent matches and ${percent.format(capacity)} of the hours`);
    return `${listed(parts)}.`;
  },
  fewCoaches: (_, fits) => `The leader meets ${SIZE_WORDS[fits.length] ?? fits.length} ${fits.length === 1 ? "coach" : "coaches"}.`,
};

function topicsFact({ topics }: Ask, fits: readonly Fit[]): string {
  const byTopic = topics.map(({ name }, i) => {
    const who = fits.filter(({ strengths }) => (strengths[i] ?? 0) > 0).map(nameOf);
    return { name, who };
  });
  const missing = byTopic.filter(({ who }) => who.length === 0).map(({ name }) => name);
  const byWho = new Map<string, string[]>();
  for (const { name, who } of byTopic) {
    if (who.length > 0) byWho.set(listed(who), [...(byWho.get(listed(who)) ?? []), name]);
  }
  const parts = [...byWho].map(([who, names]) => `${who} on ${listed(names)}`);
  const nobody = missing.length === 0 ? "" : `nobody on ${listed(missing, "or")}`;
  return parts.length === 0 ? "No topic is covered." : `Covered: ${[...parts, ...(nobody ? [nobody] : [])].join("; ")}.`;
}

function contextFact(ask: Ask, fits: readonly Fit[]): string {
  const [lead] = fits;
  if (!lead) return "";
  const known = familiarityOf(ask.context, lead.coach.pastWork).map(({ kind, relationships }) => {
    const n = Math.round(relationships);
    return `${n === 0 ? "no system" : n === 1 ? "one system" : `${whole.format(n)} systems`} ${KIND_WORDS[kind]}`;
  });
  const past = known.length === 0 ? "Little is known of this system" : `${lead.coach.name} has coached ${listed(known)}`;
  if (ask.languages.length === 0) return `${past}.`;
  const speakers = fits.filter(({ coach }) => ask.languages.some((language) => coach.languages.includes(language))).map(nameOf);
  return `${past}; ${speakers.length === 0 ? "nobody here" : listed(speakers)} ${speakers.length > 1 ? "speak" : "speaks"} ${listed(ask.languages, "or")}.`;
}

function availabilityFact(ask: Ask, fits: readonly Fit[]): string {
  if (ask.availability === null) return "The leader's hours are not known.";
  const parts = fits.map(({ coach, minutes }) => (minutes === null ? `the hours of ${coach.name} are not known` : `${coach.name} and the leader share ${hours(minutes / 60)} a week`));
  const sentence = listed(parts);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const nameOf = ({ coach }: Fit): string => coach.name;

export const hours = (value: number): string => `${short.format(value)} ${short.format(value) === "1" ? "hour" : "hours"}`;

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], word: "and" | "or" = "and"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${word} ${words.at(-1)}`;
}
