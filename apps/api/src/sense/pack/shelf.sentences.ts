import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import type { Coached, PackFacts } from "./facts";
import { linkTo, recordsOf } from "./links";
import type { Sentence } from "./sentence";
import { countText, counted, listed } from "./wording";

/** What is coached less often is no gap of the shelf yet. */
const LEAST_SESSIONS = 10;
const MOST_TOLD = 5;

/** What came onto the shelf, and what is coached with nothing current on it. */
export function shelfSentences({ week, opened, coached, gaps }: PackFacts): Sentence[] {
  const current = new Map(gaps.map(({ topic, resources }) => [topic.code, resources.value]));
  const bare = coached.filter(({ code, sessions }) => code !== NOT_IN_FRAMEWORK && current.get(code) === 0 && (sessions.low ?? sessions.value ?? 0) >= LEAST_SESSIONS);
  const mostCoached = bare.toSorted((a, b) => (b.sessions.value ?? 0) - (a.sessions.value ?? 0)).slice(0, MOST_TOLD);
  return [...openedSentences(week, opened), ...mostCoached.map((topic) => missing(week, topic))];
}

function openedSentences(week: string, opened: readonly string[]): Sentence[] {
  if (opened.length === 0) return [];
  const text = `${counted(opened.length, "resource")} came onto the shelf: ${listed(opened.map((title) => `“${title}”`))}.`;
  return [{ id: "opened:shelf", section: "resources", text, figures: [], link: linkTo("/gaps", week), records: recordsOf("resources", week), audience: "network" }];
}

function missing(week: string, { code, label, sessions }: Coached): Sentence {
  return {
    id: `missing:${code}`,
    section: "resources",
    text: `${label} was coached in ${countText(sessions, "session") ?? ""}, and the shelf has nothing current on it.`,
    figures: [{ label: `Sessions on ${label}`, metric: "need_volume", figure: sessions }],
    link: linkTo("/gaps", week, { topics: [code] }),
    records: recordsOf("sessions", week, { topics: [code] }),
    audience: "network",
  };
}
