import type { RequestRecord } from "@arl/schema/records";
import { type TopicChoice, otherThan } from "./askedTopics";
import { daysBetween, PILOT_END } from "./calendar";
import { at, type Random, randomStream } from "./random";

/** Who read some of the requests a second time, without seeing the tags. */
const SECOND_READER = "second reader";

const READ_AGAIN = 80;
const LATEST_DAYS = 5;

/** Four tags in five are the same; the others are a near neighbour, or missing, and now and then there is one more. */
function secondOpinion(tagged: readonly string[], random: Random): string[] {
  const said = tagged.flatMap((topic) => {
    const chance = random.next();
    if (chance < 0.8) return [topic];
    return chance < 0.92 || tagged.length === 1 ? [otherThan(topic, random)] : [];
  });
  const more = random.chance(0.1) ? [otherThan(at(tagged, 0), random)] : [];
  return [...new Set([...(said.length > 0 ? said : tagged), ...more])];
}

/** What a second reader would have tagged, of a sample of the tagged requests. */
export function buildOpinions(requests: readonly RequestRecord[]): TopicChoice[] {
  const tagged = requests.filter(({ topics, submittedAt }) => topics.length > 0 && daysBetween(submittedAt, PILOT_END) > LATEST_DAYS);
  return Array.from({ length: READ_AGAIN }, (_, turn) => at(tagged, Math.floor((turn * tagged.length) / READ_AGAIN))).flatMap(({ id, topics, submittedAt }) => {
    const random = randomStream(`opinion ${id}`);
    const read = new Date(submittedAt.getTime() + random.whole(1, LATEST_DAYS) * 86_400_000);
    return secondOpinion(topics, random).map((topic) => ({ requestId: id, topic, author: SECOND_READER, at: read }));
  });
}
