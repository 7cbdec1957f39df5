import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import type { TopicBurst } from "../emergence/burst.type";
import type { PackFacts } from "./facts";
import { linkTo, recordsOf } from "./links";
import type { Sentence } from "./sentence";
import { countText, counted, dayText, listed, sideOf } from "./wording";

const MOST_TOLD = 5;

type Phrase = NonNullable<PackFacts["emerging"]>["phrases"][number];

/** Words that are new in what leaders write, and topics that came up in a burst. */
export function emergingSentences({ week, emerging }: PackFacts): Sentence[] {
  if (emerging === null) return [];
  const phrases = emerging.phrases.filter(isRising);
  const bursts = emerging.bursts.filter(({ topic, ratio, qValue }) => topic.code !== NOT_IN_FRAMEWORK && sideOf(ratio, 1, qValue) === "above").slice(0, MOST_TOLD);
  return [...risingPhrases(week, phrases), ...bursts.map((burst) => burstOf(week, burst))];
}

/** What nobody said before has risen by no ratio that could be bounded above: its lower end decides. */
const isRising = ({ ratio, qValue }: Phrase): boolean => sideOf({ ...ratio, high: ratio.high ?? Infinity }, 1, qValue) === "above";

function risingPhrases(week: string, phrases: readonly Phrase[]): Sentence[] {
  if (phrases.length === 0) return [];
  const named = phrases.slice(0, MOST_TOLD).map(({ text, recent }) => `“${text}” (${counted(recent.value ?? 0, "system")})`);
  const more = phrases.length - named.length;
  const told = listed(more > 0 ? [...named, counted(more, "more phrase")] : named);
  return [{ id: "phrases:new", section: "emerging", text: `Leaders write more than before of ${told}.`, figures: [], link: linkTo("/emerging", week), records: null, audience: "staff" }];
}

function burstOf(week: string, { topic: { code, label }, from, to, count, expected }: TopicBurst): Sentence {
  return {
    id: `burst:${code}`,
    section: "emerging",
    text: `${label} was asked about ${countText(count, "time") ?? ""} from ${dayText(from)}, where ${expected.toFixed(1)} were to be expected.`,
    figures: [{ label: `Requests on ${label} in its burst`, metric: "burst_count", figure: count }],
    link: linkTo("/emerging", week, { topics: [code] }),
    records: { ...recordsOf("requests", week, { topics: [code] }), from, to },
    audience: "staff",
  };
}
