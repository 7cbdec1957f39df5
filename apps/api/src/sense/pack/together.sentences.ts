import type { PackFacts } from "./facts";
import { linkTo, recordsOf } from "./links";
import type { Sentence } from "./sentence";
import { countText, listed, sideOf, timesText } from "./wording";

const MOST_TOLD = 5;

/** Needs that come together more than chance would have it. */
export function togetherSentences({ week, hurdles }: PackFacts): Sentence[] {
  const pairs = hurdles.filter(({ topics, lift, qValue }) => topics.length === 2 && sideOf(lift, 1, qValue) === "above");
  return pairs.slice(0, MOST_TOLD).map(({ topics, systems, lift }): Sentence => {
    const codes = topics.map(({ code }) => code);
    const names = listed(topics.map(({ label }) => `“${label}”`));
    return {
      id: `together:${codes.toSorted().join("+")}`,
      section: "together",
      text: `${names} are asked for together by ${countText(systems, "system") ?? ""}: ${timesText(lift) ?? ""} as many as chance would make.`,
      figures: [{ label: `Systems that ask for ${names}`, metric: "hurdle_systems", figure: systems }],
      link: linkTo("/needs", week, { topics: codes }),
      records: recordsOf("requests", week, { topics: codes }),
      audience: "network",
    };
  });
}
