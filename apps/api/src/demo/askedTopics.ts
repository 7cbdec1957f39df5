import type { EngagementRecord, RequestRecord, SessionRecord } from "@arl/schema/records";
import { PLANTED_DRIFTS } from "./planted";
import { at, type Random, randomStream } from "./random";
import { domainOf, TOPIC_MIX } from "./topics";

/** A topic that somebody chose for a request. */
export interface TopicChoice {
  readonly requestId: string;
  readonly topic: string;
  readonly author: string;
  readonly at: Date;
}

const CODES = TOPIC_MIX.map(({ code }) => code).filter((code) => code !== "NONE");

/** Another topic, more often than not of the same domain. */
export function otherThan(topic: string, random: Random): string {
  const near = CODES.filter((code) => code !== topic && domainOf(code) === domainOf(topic));
  return near.length > 0 && random.chance(0.6) ? random.pick(near) : random.pick(CODES.filter((code) => code !== topic));
}

/** What a leader takes the request to be about before anyone has read it: mostly what it will be tagged with. */
function ownChoice(tagged: readonly string[], random: Random): string[] {
  const chosen = tagged.flatMap((topic) => {
    const chance = random.next();
    if (chance < 0.1 && tagged.length > 1) return [];
    return [chance < 0.22 ? otherThan(topic, random) : topic];
  });
  return [...new Set(chosen.length > 0 ? chosen : tagged)];
}

/** Topics coached on each request. */
function coachedTopics(engagements: readonly EngagementRecord[], sessions: readonly SessionRecord[]): Map<string, Set<string>> {
  const requestOf = new Map(engagements.map(({ id, requestId }) => [id, requestId]));
  const coached = new Map<string, Set<string>>();
  for (const { engagementId, topics } of sessions) {
    const request = requestOf.get(engagementId);
    if (request !== undefined) coached.set(request, new Set([...(coached.get(request) ?? []), ...topics]));
  }
  return coached;
}

/** Requests coached on the one topic take the other for their first choice, evenly over the time. */
function plantDrifts(choices: Map<string, string[]>, requests: readonly RequestRecord[], coached: ReadonlyMap<string, ReadonlySet<string>>): void {
  const planted = new Set<string>();
  for (const { asked, coached: destination, requests: wanted } of PLANTED_DRIFTS) {
    const open = requests.filter(({ id, topics }) => !planted.has(id) && topics.length > 0 && !topics.includes(asked) && coached.get(id)?.has(destination));
    if (open.length < wanted) throw new RangeError(`only ${String(open.length)} requests can drift to ${destination}`);
    for (let turn = 0; turn < wanted; turn += 1) {
      const { id } = at(open, Math.floor((turn * open.length) / wanted));
      const others = (choices.get(id) ?? []).filter((topic) => topic !== destination && topic !== asked);
      choices.set(id, [asked, ...others.slice(0, 2)]);
      planted.add(id);
    }
  }
}

/** What two leaders chose whose requests nobody has tagged yet. */
const FRESH = ["STU-ACC", "CUL-WEL"] as const;

/** The leader's choice of topics on the form, for every request. */
export function buildAskedTopics(
  requests: readonly RequestRecord[],
  engagements: readonly EngagementRecord[],
  sessions: readonly SessionRecord[],
): TopicChoice[] {
  let fresh = 0;
  const choices = new Map(
    requests.map(({ id, topics }) => [id, topics.length > 0 ? ownChoice(topics, randomStream(`asked ${id}`)) : [FRESH[fresh++ % FRESH.length] ?? "STU-ACC"]]),
  );
  plantDrifts(choices, requests, coachedTopics(engagements, sessions));
  return requests.flatMap(({ id, submittedAt }) =>
    (choices.get(id) ?? []).map((topic) => ({ requestId: id, topic, author: "leader", at: submittedAt })),
  );
}
