import type { Urgency } from "@arl/schema/enums";
import type { RequestRecord } from "@arl/schema/records";
import { monthOf } from "./calendar";
import { Narrator } from "./narratives/compose";
import { emailOf, leaderRoles, personName } from "./people";
import { slugOf } from "./places";
import { idOf, type Random, randomStream } from "./random";
import type { Ask } from "./timeline";
import { domainOf } from "./topics";

/** What the untagged fresh requests are about, for whoever reads them first. */
const UNTAGGED_TOPICS = ["STU-ACC", "CUL-WEL"] as const;

function urgencyOf(random: Random): Urgency | null {
  const draw = random.next();
  if (draw < 0.05) return null;
  if (draw < 0.27) return "high";
  return draw < 0.84 ? "normal" : "low";
}

/** Around a minute, now and then several; the slowest left the form open over lunch. */
function secondsToSubmit(random: Random): number | null {
  if (random.chance(0.03)) return null;
  return Math.round(Math.max(21, 57 * Math.exp(0.5 * random.normal()) + (random.chance(0.03) ? 400 * random.next() : 0)));
}

/** The same person asks again, or in two repeats of five a colleague. */
function leaderNumber(ask: Ask, random: Random): number {
  return ask.turn > 1 && random.chance(0.4) ? 1000 + 3 * ask.system.index + ask.turn : ask.system.index;
}

function leaderOf(ask: Ask, topics: readonly string[], random: Random): Pick<RequestRecord, "leaderName" | "leaderEmail" | "leaderRole"> {
  const number = leaderNumber(ask, random);
  const name = personName(number);
  const finance = number >= 1000 && topics.some((topic) => domainOf(topic) === "FIN");
  const roles = leaderRoles(ask.system.kind, finance);
  return {
    leaderName: name,
    leaderEmail: emailOf(name, slugOf(ask.system.name)),
    leaderRole: roles[number % roles.length] ?? null,
  };
}

/** Listed systems leave their figures to the directory; the others give them with the request. */
function figuresOf(ask: Ask, leaids: ReadonlyMap<number, string>): Pick<RequestRecord, "leaid" | "systemName" | "schools" | "enrollment" | "locale"> {
  const { system } = ask;
  const leaid = leaids.get(system.index) ?? null;
  if (leaid !== null) return { leaid, systemName: null, schools: null, enrollment: null, locale: null };
  return { leaid, systemName: system.name, schools: system.schools, enrollment: system.enrollment, locale: system.locale };
}

/**
 * The requests in order of submission.
 *
 * @param topics of each, as tagged at intake
 * @param leaids of the listed systems, by index
 */
export function buildRequests(
  asks: readonly Ask[],
  topics: readonly (readonly string[])[],
  leaids: ReadonlyMap<number, string>,
): RequestRecord[] {
  const narrator = new Narrator();
  let untagged = 0;
  return asks.map((ask, index) => {
    const random = randomStream(`request ${String(index)}`);
    const tagged = topics[index] ?? [];
    const about = tagged.length > 0 ? tagged : [UNTAGGED_TOPICS[untagged++ % UNTAGGED_TOPICS.length] ?? "STU-ACC"];
    return {
      id: idOf("req", index + 1),
      submittedAt: ask.submittedAt,
      ...figuresOf(ask, leaids),
      state: ask.system.state,
      systemKind: ask.system.kind,
      lowIncomeShare: ask.system.lowIncomeShare,
      ...leaderOf(ask, tagged, random),
      narrative: narrator.narrate(about, monthOf(ask.day), random),
      topics: tagged,
      urgency: urgencyOf(random),
      secondsToSubmit: secondsToSubmit(random),
    };
  });
}
