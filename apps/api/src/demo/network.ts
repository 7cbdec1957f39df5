import type { DistrictRecord, NetworkRecords } from "@arl/schema/records";
import { planCalls } from "./calls";
import { buildDistricts } from "./districts";
import { matchCoaches } from "./engagements";
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
  const sessions = buildSessions(planCalls(matches), coaches);
  return {
    districts,
    records: {
      providers: buildProviders(),
      coaches,
      requests: buildRequests(asks, topics, leaids),
      engagements: matches.map((match) => match.record),
      sessions: sessions.map((session) => session.record),
      ratings: buildRatings(sessions),
      referrals: buildReferrals(asks, matches),
      resources: buildResources(),
    },
  };
}
