import type { RequestRecord } from "@arl/schema/records";
import { dayOf, instant } from "../calendar";
import { PLANTED_PHRASES } from "../planted";
import { at } from "../random";

/** Sentences that have nothing in common but the phrase. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  "learning pods": [
    "Families on one side of town run learning pods of their own, and the other side cannot afford them.",
    "Can a district lend its teachers to learning pods without giving up on classrooms?",
    "Learning pods opened in two church halls, and nobody told us.",
    "I keep being asked whether learning pods count as attendance.",
    "An aide of ours now supervises learning pods on weekends.",
  ],
  "staff vaccinations": [
    "Nobody can say how staff vaccinations will change the timetable.",
    "The county opens staff vaccinations soon; which buildings go first?",
    "Half of my calls are about staff vaccinations, the other half about buses.",
    "Our union wants staff vaccinations settled ahead of any return.",
  ],
};

/** The last eight weeks of the demo's time, as the phrases are planted in them. */
const RECENT_FROM = instant(dayOf("2020-12-08"), 0);

/** Every `step`th of the requests from `first` on, one for each system, until there are `wanted`. */
function chosen(requests: readonly RequestRecord[], first: number, step: number, wanted: number): RequestRecord[] {
  const bySystem = new Map<string, RequestRecord>();
  for (let index = first; index < requests.length && bySystem.size < wanted; index += step) {
    const request = at(requests, index);
    const system = request.leaid ?? `${request.state} ${request.systemName ?? ""}`;
    if (!bySystem.has(system)) bySystem.set(system, request);
  }
  if (bySystem.size < wanted) throw new RangeError(`only ${String(bySystem.size)} systems could take the phrase`);
  return [...bySystem.values()];
}

/** The same requests, some with a sentence more: the planted phrases, and nothing else that they share. */
export function withPhrases(requests: readonly RequestRecord[]): RequestRecord[] {
  const recent = requests.filter(({ submittedAt }) => submittedAt >= RECENT_FROM);
  const earlier = requests.filter(({ submittedAt }) => submittedAt < RECENT_FROM);
  const added = new Map<string, string>();
  PLANTED_PHRASES.forEach(({ phrase, systems, before }, order) => {
    const users = [...chosen(recent, 2 + order, 2, systems), ...chosen(earlier, 60 + order, 90, before)];
    const sentences = SENTENCES[phrase] ?? [];
    users.forEach(({ id }, turn) => added.set(id, at(sentences, turn % sentences.length)));
  });
  return requests.map((request) => {
    const sentence = added.get(request.id);
    return sentence === undefined ? request : { ...request, narrative: [request.narrative, sentence].join(" ") };
  });
}
