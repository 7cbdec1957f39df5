import type { LoadableNetwork } from "../demo/records.load";
import { buildDistricts, buildRequests } from "./asking";
import { buildCoaching, buildRatings, buildReferrals } from "./coaching";
import type { Scale } from "./scale";
import { buildCoaches, buildProviders, buildResources } from "./supply";

/** An invented network of a given size: the same rows every time, all of them before the demo's clock begins. */
export function buildNetwork(scale: Scale): LoadableNetwork {
  const districts = buildDistricts(scale);
  const coaches = buildCoaches(scale);
  const requests = buildRequests(scale, districts);
  const { engagements, sessions } = buildCoaching(scale, requests, coaches);
  return {
    districts,
    records: {
      providers: buildProviders(scale),
      coaches,
      requests,
      engagements,
      sessions,
      ratings: buildRatings(scale, sessions),
      referrals: buildReferrals(requests),
      resources: buildResources(scale),
    },
  };
}
