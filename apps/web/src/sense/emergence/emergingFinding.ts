import { counted, listed, lower } from "../figure/format";
import { dayName } from "../scope/period";
import { isSure, type Burst, type Bursts, type Drift, type Drifts, type Phrase, type Phrases } from "./emerging";

/** A sentence does not begin with a digit where a word will do. */
const COUNT_WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"] as const;

const quoted = ({ phrase, recent }: Phrase) => `“${phrase}” in ${counted(recent.value ?? 0, "system")}`;

/** The weeks of a burst, the way a sentence says them. */
export function burstWeeks({ from, to }: Pick<Burst, "from" | "to">): string {
  const weeks = Math.round((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000));
  return weeks === 1 ? `the week of ${dayName(from)}` : `the ${weeks} weeks from ${dayName(from)}`;
}

/** The first two of several, and how many more there are. */
function firstTwo(words: readonly string[]): string {
  return words.length <= 2 ? listed(words) : `${words.slice(0, 2).join(", ")} and ${words.length - 2} more`;
}

const manyPhrases = ({ length }: readonly Phrase[]): string => (length === 1 ? "One phrase the framework does not name is" : `${COUNT_WORDS[length] ?? length} phrases the framework does not name are`);

export function phrasesSentence({ phrases, refusal }: Phrases): string {
  if (refusal) return "What leaders begin to say cannot be told.";
  if (phrases.length === 0) return "No phrase outside the framework is rising.";
  return `${manyPhrases(phrases)} rising: ${firstTwo(phrases.map(quoted))}.`;
}

export function burstsSentence({ bursts, refusal }: Bursts): string {
  if (refusal) return "Weeks in which a topic stands out cannot be told.";
  const [first] = bursts;
  if (first === undefined) return "No topic came up in a burst.";
  const what = `${first.topic.label} came up ${first.count.value ?? 0} times in ${burstWeeks(first)}, where ${first.expected.toFixed(1)} were to be expected`;
  return bursts.length === 1 ? `${what}.` : `${what}; ${counted(bursts.length - 1, "other burst")} ${bursts.length === 2 ? "stands" : "stand"} out.`;
}

/** The surest flow of all, seen from where it began. */
function surestFlow(topics: readonly Drift[]) {
  const flows = topics.flatMap(({ topic, went }) => went.filter(isSure).map((flow) => ({ from: topic, ...flow })));
  return flows.toSorted((a, b) => a.qValue - b.qValue)[0];
}

export function driftSentence({ refusal, topics, stages }: Drifts): string {
  if (refusal) return "How topics drift cannot be told.";
  if (stages.some((one) => one.refusal !== null)) return "One of the three stages was not recorded, so only one step of the drift can be told.";
  const flow = surestFlow(topics);
  if (flow === undefined) return "No topic can be shown to go elsewhere between asking and coaching more than is usual.";
  return `${flow.requests.value ?? 0} of ${flow.requests.n ?? 0} requests that asked for ${lower(flow.from.label)} came to be coached on ${lower(flow.topic.label)}, which they had not asked for.`;
}

function phrasesInShort(found: Phrases): string {
  const { phrases } = found;
  if (found.refusal || phrases.length === 0) return phrasesSentence(found);
  return `${manyPhrases(phrases)} rising: ${firstTwo(phrases.map(({ phrase, recent }) => `“${phrase}” (${counted(recent.value ?? 0, "system")})`))}.`;
}

function burstsInShort(found: Bursts): string {
  const [first] = found.bursts;
  if (found.refusal || first === undefined) return burstsSentence(found);
  const others = found.bursts.length - 1;
  return `${first.topic.label} stood out in ${burstWeeks(first)}${others === 0 ? "" : `, and ${counted(others, "other burst")}`}.`;
}

/** The page's sentence: phrases first, then the surest burst; the figures below give their numbers. */
export function emergingSentence(phrases: Phrases, bursts: Bursts): string {
  if (phrases.refusal && bursts.refusal) return "What leaders begin to say, and weeks in which a topic stands out, cannot be told here.";
  return `${phrasesInShort(phrases)} ${burstsInShort(bursts)}`;
}
