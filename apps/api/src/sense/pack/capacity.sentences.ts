import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import { SERVICE_TARGET_DAYS } from "@arl/schema/network";
import { exact } from "../figure/figure";
import type { TopicGap } from "../gaps/gap.type";
import type { PackFacts, Waiting } from "./facts";
import { linkTo, recordsOf } from "./links";
import type { Sentence } from "./sentence";
import { countText, counted, listed, number, ratioText, sideOf } from "./wording";

/** So many topics are told of one by one. */
const MOST_TOLD = 5;

/** Where supply falls short of need, who waits, and what rests on one organisation. */
export function capacitySentences({ week, gaps, waiting }: PackFacts): Sentence[] {
  const topics = gaps.filter(({ topic }) => topic.code !== NOT_IN_FRAMEWORK);
  const short = topics.filter((gap) => sideOf(gap.coverageByChance, 1) === "below").sort((a, b) => (b.demand.value ?? 0) - (a.demand.value ?? 0));
  return [...short.slice(0, MOST_TOLD).map((gap) => shortOf(week, gap)), ...shortInAll(week, topics, short.length), ...waitingSentences(week, waiting), ...single(week, topics)];
}

function shortOf(week: string, gap: TopicGap): Sentence {
  const { code, label } = gap.topic;
  const coverage = gap.coverageByChance;
  return {
    id: `short:${code}`,
    section: "capacity",
    text: `${label}: ${countText(gap.demand, "request") ?? ""} open or of the last 90 days, and a coverage of ${ratioText(coverage) ?? ""}; specialists' hours fall short of what is asked.`,
    figures: [
      { label: `Demand for ${label}`, metric: "gap_demand", figure: gap.demand },
      { label: `Coverage of ${label}`, metric: "coverage_gap", figure: coverage },
    ],
    link: linkTo("/gaps", week, { topics: [code] }),
    records: recordsOf("requests", week, { topics: [code], standing: "DEMAND" }),
    audience: "network",
  };
}

function shortInAll(week: string, topics: readonly TopicGap[], short: number): Sentence[] {
  const asked = topics.filter(({ coverage }) => coverage.value !== null);
  if (asked.length === 0) return [];
  const open = asked.filter((gap) => (gap.coverage.value ?? 1) < 1).length - short;
  const text = `${counted(short, "topic has", "topics have")} more demand than capacity, beyond what chance makes of so few requests${open > 0 ? `; of ${number(open)} more it cannot be told` : ""}.`;
  return [{ id: "short-in-all:gaps", section: "capacity", text, figures: [], link: linkTo("/gaps", week), records: null, audience: "staff" }];
}

function waitingSentences(week: string, waiting: Waiting | null): Sentence[] {
  if (waiting === null) return [];
  const { count, oldestDays } = waiting;
  const text =
    count === 0
      ? `No request waits longer than ${SERVICE_TARGET_DAYS} days.`
      : `${counted(count, "request waits", "requests wait")} longer than the ${SERVICE_TARGET_DAYS} days that are the target; the oldest came ${counted(oldestDays, "day")} ago.`;
  return [
    {
      id: "waiting:all",
      section: "capacity",
      text,
      figures: [{ label: "Requests that wait past the target", metric: "gap_waiting", figure: exact(count, count) }],
      link: linkTo("/gaps", week),
      records: recordsOf("requests", week, { standing: "WAITING" }),
      audience: "staff",
    },
  ];
}

function single(week: string, topics: readonly TopicGap[]): Sentence[] {
  const fragile = topics.filter(({ providers }) => providers.value === 1).map(({ topic }) => topic);
  if (fragile.length === 0) return [];
  const named = fragile.slice(0, MOST_TOLD).map(({ label }) => label);
  const more = fragile.length - named.length;
  const text = `${counted(fragile.length, "topic rests", "topics rest")} on the specialists of one organisation: ${listed(more > 0 ? [...named, `${number(more)} more`] : named)}.`;
  return [{ id: "single:gaps", section: "capacity", text, figures: [], link: linkTo("/gaps", week), records: null, audience: "network" }];
}
