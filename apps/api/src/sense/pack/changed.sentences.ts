import { wilson } from "@arl/analysis/proportion";
import { exact } from "../figure/figure";
import type { PackFacts, WeekCounts } from "./facts";
import { linkTo, recordsOf } from "./links";
import type { Sentence } from "./sentence";
import { countText, counted, listed, number, sideOf } from "./wording";

/** What came in and was coached in the week before the call, and how much there is in all. */
export function changedSentences({ week, weekly, totals }: PackFacts): Sentence[] {
  return [...(weekly === null ? [] : weekSentences(week, weekly)), ...totalSentences(week, totals)];
}

function weekSentences(week: string, counts: WeekCounts): Sentence[] {
  const { requests, requestsBefore, systems, newSystems, sessions, sessionsBefore, begun } = counts;
  const period = { from: -7, to: 0 };
  const who = requests === 0 ? "" : ` from ${counted(systems, "system")}${newSystems > 0 ? `, ${number(newSystems)} of them for the first time` : ""}`;
  return [
    {
      id: "arrived:week",
      section: "changed",
      text: `${asked(requests)}${who}${against(requests, requestsBefore)}.`,
      figures: [{ label: "Requests in the week", metric: "requests", figure: exact(requests, systems) }],
      link: linkTo("/needs", week, { period }),
      records: recordsOf("requests", week, { period }),
      audience: "staff",
    },
    {
      id: "coached:week",
      section: "changed",
      text: `${sessions === 1 ? "1 session was" : `${number(sessions)} sessions were`} held${against(sessions, sessionsBefore)}${begun > 0 ? `; ${counted(begun, "relationship")} began` : ""}.`,
      figures: [{ label: "Sessions in the week", metric: "sessions_held", figure: exact(sessions, sessions) }],
      link: linkTo("/needs", week, { period, evidence: "sessions" }),
      records: recordsOf("sessions", week, { period }),
      audience: "staff",
    },
  ];
}

const asked = (requests: number): string => (requests === 0 ? "Nobody asked for help" : `${counted(requests, "request")} came in`);

/** How a week's count stands to the week before: a share of the two together, against a half. */
function against(now: number, before: number): string {
  const share = wilson(now, now + before);
  if ("withheld" in share) return "; nor in the week before";
  const side = sideOf(share, 0.5);
  if (side === "above") return `: more than the ${number(before)} of the week before`;
  if (side === "below") return `: fewer than the ${number(before)} of the week before`;
  if (now === before) return "; as many as in the week before";
  return `; ${number(before)} the week before, a difference that chance alone could make`;
}

function totalSentences(week: string, { requests, systems, sessions }: PackFacts["totals"]): Sentence[] {
  const parts = [countText(requests, "request"), countText(systems, "system")];
  if (parts.some((part) => part === null)) return [];
  const held = countText(sessions, "session");
  return [
    {
      id: "totals:all",
      section: "changed",
      text: `In all, ${listed([parts.join(" from "), ...(held === null ? [] : [held])])} since the network began.`,
      figures: [
        { label: "Requests since the network began", metric: "requests", figure: requests },
        { label: "Systems that asked", metric: "systems_requesting", figure: systems },
        { label: "Sessions held", metric: "sessions_held", figure: sessions },
      ],
      link: linkTo("/impact", week),
      records: recordsOf("requests", week),
      audience: "network",
    },
  ];
}
