import { RESOURCE_KINDS } from "@arl/schema/enums";
import type { CoachRecord, ProviderRecord, ResourceRecord } from "@arl/schema/records";
import { at, idOf, randomStream } from "../demo/random";
import { DEMO_STATES } from "../demo/states";
import { BEGINNING, drawTopics, END, instantBetween } from "./chance";
import type { Scale } from "./scale";

/** The hub first. */
export function buildProviders({ providers }: Scale): ProviderRecord[] {
  return Array.from({ length: providers }, (_, index) => ({
    id: idOf("provider", index, 3),
    name: `Invented Organisation ${index}`,
    kind: index === 0 ? "hub" : "provider",
    website: null,
  }));
}

/** Half of them specialists, a third bound to some states. */
export function buildCoaches({ coaches, providers }: Scale): CoachRecord[] {
  const random = randomStream("bench coaches");
  return Array.from({ length: coaches }, (_, index): CoachRecord => ({
    id: idOf("coach", index, 4),
    providerId: idOf("provider", index % providers, 3),
    name: `Invented Coach ${index}`,
    email: null,
    role: index % 2 === 0 ? "specialist" : "generalist",
    topics: [...new Set([...drawTopics(random, "sessions"), ...drawTopics(random, "sessions")])],
    states: random.chance(0.33) ? [...new Set([random.pick(DEMO_STATES).postal, random.pick(DEMO_STATES).postal])] : [],
    hoursPerMonth: random.chance(0.95) ? random.whole(4, 40) : null,
    activeFrom: new Date(BEGINNING),
    activeTo: null,
  }));
}

export function buildResources({ resources, providers }: Scale): ResourceRecord[] {
  const random = randomStream("bench resources");
  return Array.from({ length: resources }, (_, index): ResourceRecord => ({
    id: idOf("resource", index, 4),
    title: `Invented resource ${index}`,
    url: `https://example.org/${index}`,
    kind: at(RESOURCE_KINDS, index % RESOURCE_KINDS.length),
    topics: drawTopics(random, "sessions"),
    providerId: idOf("provider", index % providers, 3),
    publishedAt: instantBetween(random, BEGINNING, END),
    retiredAt: null,
  }));
}
