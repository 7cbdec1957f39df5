import type { DistrictRecord, NetworkRecords } from "@arl/schema/records";
import { Rng } from "./random";
import { randomEngagements, randomRatings, randomReferrals, randomSessions } from "./randomCoaching";
import { randomDirectory } from "./randomDirectory";
import { randomCoaches, randomProviders, randomResources } from "./randomPeople";
import { randomRequests } from "./randomRequests";

export interface RandomNetwork {
  readonly records: NetworkRecords;
  /** Covers every leaid of the records. Empty stands for a network without a directory. */
  readonly districts: readonly DistrictRecord[];
}

/** An instant after all that happens in a random network. */
export const RANDOM_NETWORK_NOW = new Date("2021-02-01T14:00:00Z");

/**
 * A network full of what is easily got wrong, over May 2020 to January 2021. Everything in it is legal to import.
 * @param options.systems how many school systems ask.
 * @param options.directory false gives no district directory (and then no leaids, whose state would be a guess).
 */
export function randomNetwork(
  seed: number,
  options: { readonly systems: number; readonly directory?: boolean },
): RandomNetwork {
  const rng = new Rng(seed);
  const districts = options.directory === false ? [] : randomDirectory(rng, options.systems);
  const providers = randomProviders();
  const coaches = randomCoaches(rng, providers);
  const resources = randomResources(rng, providers);
  const requests = randomRequests(rng, districts, options.systems);
  const engagements = rng.shuffle(randomEngagements(rng, requests, coaches));
  const sessions = rng.shuffle(randomSessions(rng, requests, engagements, coaches));
  const ratings = randomRatings(rng, sessions);
  const referrals = randomReferrals(rng, requests);
  return {
    records: { providers: rng.shuffle(providers), coaches, requests, engagements, sessions, ratings, referrals, resources },
    districts,
  };
}
