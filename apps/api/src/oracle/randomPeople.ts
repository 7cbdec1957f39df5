import { NOT_IN_FRAMEWORK, RESOURCE_KINDS } from "@arl/schema/enums";
import type { CoachRecord, ProviderRecord, ResourceRecord } from "@arl/schema/records";
import { TOPICS } from "./framework";
import type { Rng } from "./random";
import { text } from "./randomTexts";
import { EARLIEST, LATEST, anyInstant, instantAfter } from "./randomTimes";
import { STATES } from "./states";

const CODES = TOPICS.map(({ code }) => code);
/** A few topics that most rows are about, so that there is something to count. */
const COMMON = CODES.filter((_, place) => place % 9 === 0);

/** One topic is asked for more and more, another less and less. */
const [RISING = "", FALLING = ""] = CODES.filter((_, place) => place % 9 === 4);

/** Different topics; at times the tag outside the framework is one of them. */
export function randomTopics(rng: Rng, most: number, at: Date = LATEST): string[] {
  const progress = (at.getTime() - EARLIEST.getTime()) / (LATEST.getTime() - EARLIEST.getTime());
  const size = rng.int(0, most);
  const topics = Array.from({ length: size }, () => {
    const chance = rng.next();
    if (chance < 0.15) return rng.chance(progress) ? RISING : FALLING;
    return chance < 0.6 ? rng.pick(COMMON) : rng.pick(CODES);
  });
  return [...new Set(rng.chance(0.05) ? [...topics, NOT_IN_FRAMEWORK] : topics)];
}

export function randomProviders(): ProviderRecord[] {
  return Array.from({ length: 14 }, (_, place): ProviderRecord => {
    // The hub stands in the middle, so that nothing works by its being first.
    const kind = place === 5 ? "hub" : place === 9 ? "intermediary" : place === 3 ? null : "provider";
    return {
      id: `p${place}`,
      name: place === 7 ? '=Coaching "Works", Inc.' : `Provider ${place}`,
      kind,
      website: place % 2 === 0 ? `https://p${place}.example/about?x=1;y=2` : null,
    };
  });
}

/** The last provider has no coaches at all. */
export function randomCoaches(rng: Rng, providers: readonly ProviderRecord[]): CoachRecord[] {
  return Array.from({ length: 45 }, (_, place): CoachRecord => {
    const activeFrom = rng.maybe(0.5, () => anyInstant(rng));
    const activeTo = rng.maybe(0.3, () => (activeFrom === null ? anyInstant(rng) : instantAfter(rng, activeFrom, 200)));
    return {
      id: `c${place}`,
      providerId: rng.pick(providers.slice(0, -1)).id,
      name: `Coach ${place}`,
      email: rng.maybe(0.6, () => `coach.${place}+arl@example.org`),
      role: rng.pick(["specialist", "specialist", "specialist", "generalist", null]),
      topics: randomTopics(rng, 6),
      states: rng.chance(0.6)
        ? []
        : rng.sample(
            STATES.map(({ postal }) => postal),
            rng.int(1, 12),
          ),
      hoursPerMonth: rng.maybe(0.85, () => rng.pick([0, 4, 7.5, 10, 20, 33])),
      activeFrom,
      activeTo,
    };
  });
}

export function randomResources(rng: Rng, providers: readonly ProviderRecord[]): ResourceRecord[] {
  return Array.from({ length: 70 }, (_, place): ResourceRecord => {
    const publishedAt = rng.maybe(0.7, () => anyInstant(rng));
    return {
      id: `res-${place}`,
      title: rng.chance(0.2) ? text(rng) : `Resource ${place}`,
      url: `https://hub.example/r/${place}?a=1,2`,
      kind: rng.maybe(0.8, () => rng.pick(RESOURCE_KINDS)),
      topics: randomTopics(rng, 3),
      providerId: rng.maybe(0.6, () => rng.pick(providers).id),
      publishedAt,
      retiredAt: rng.maybe(0.25, () => (publishedAt === null ? anyInstant(rng) : instantAfter(rng, publishedAt, 150))),
    };
  });
}
