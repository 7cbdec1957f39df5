import type { DistrictRecord, NetworkRecords } from "@arl/schema/records";
import { buildAskedTopics, type TopicChoice } from "./askedTopics";
import { gatherBurst } from "./burst";
import { planCalls } from "./calls";
import { buildDistricts } from "./districts";
import { matchCoaches } from "./engagements";
import { withPhrases } from "./narratives/phrases";
import { buildOpinions } from "./opinions";
import { inventPlaces } from "./places";
import { buildCoaches, buildProviders } from "./providers";
import { buildRatings } from "./ratings";
import { buildReferrals } from "./referrals";
import { planCourses } from "./relationships";
import { buildRequests } from "./requests";
import { tagRequests } from "./requestTopics";
import { buildResources } from "./resources";
import { buildSessions } from "./sessions";
import { buildSystems } from "./systems";
import { buildTimeline } from "./timeline";

/** The invented network: a directory of districts that do not exist, and everything that happened in nine months. */
export interface DemoNetwork {
  readonly districts: readonly DistrictRecord[];
  readonly records: NetworkRecords;
  /** What the leader of each request chose on the form. */
  readonly asked: readonly TopicChoice[];
  /** What a second reader would have tagged, of some requests. */
  readonly opinions: readonly TopicChoice[];
}

/** Builds the demo network. The same rows every time; none is later than 31 January 2021. */
export function buildDemo(): DemoNetwork {
  const places = inventPlaces();
  const systems = buildSystems(places);
  const { districts, leaids } = buildDistricts(systems, places.slice(systems.length));
  const asks = buildTimeline(systems);
  const topics = tagRequests(asks);
  const coaches = buildCoaches();
  const matches = matchCoaches(asks, topics, planCourses(asks), coaches);
  const sessions = gatherBurst(buildSessions(planCalls(matches), coaches));
  const requests = withPhrases(buildRequests(asks, topics, leaids));
  const engagements = matches.map((match) => match.record);
  return {
    districts,
    records: {
      providers: buildProviders(),
      coaches,
      requests,
      engagements,
      sessions: sessions.map((session) => session.record),
      ratings: buildRatings(sessions),
      referrals: buildReferrals(asks, matches),
      resources: buildResources(),
    },
    asked: buildAskedTopics(requests, engagements, sessions.map((session) => session.record)),
    opinions: buildOpinions(requests),
  };
}
