import type { CoachRecord, ProviderRecord } from "@arl/schema/records";
import { DEMO_COACHES, type DemoCoach } from "./coaches";
import { dayOf, instant } from "./calendar";
import { emailOf } from "./people";
import { at, idOf } from "./random";
import { slugOf } from "./places";

/** The hub first, then the provider organisations; the last one joins in December 2020. */
const ORGANISATIONS = [
  "Keelstone Network Hub",
  "Lantern Learning Partners",
  "Meridian Ledger Collaborative",
  "Harborlight Education Group",
  "Prairie Compass Institute",
  "Brightwater Coaching Cooperative",
  "Northfork Mastery Project",
  "Open Porch Family Alliance",
  "Signal Path Digital Learning",
  "Sable River Data Studio",
  "Tandem Oak Leadership",
  "Evergrove Commons",
  "Juniper Bridge Partners",
] as const;

export const HUB_ID = "org-00";

export function buildProviders(): ProviderRecord[] {
  return ORGANISATIONS.map((name, order) => ({
    id: idOf("org", order, 2),
    name,
    kind: order === 0 ? "hub" : "provider",
    website: `https://www.${slugOf(name)}.example/`,
  }));
}

/** The coach who signs in as the demo's coach. */
export const DEMO_COACH_ID = "coach-06";

function record(coach: DemoCoach, index: number): CoachRecord {
  const providerId = idOf("org", coach.organisation, 2);
  return {
    id: idOf("coach", index + 1, 2),
    providerId,
    name: coach.name,
    email: emailOf(coach.name, slugOf(at(ORGANISATIONS, coach.organisation))),
    role: coach.role,
    topics: coach.topics,
    states: coach.states,
    hoursPerMonth: coach.hours,
    activeFrom: instant(dayOf(coach.from), 0),
    activeTo: coach.to === null ? null : instant(dayOf(coach.to), 0),
  };
}

export function buildCoaches(): CoachRecord[] {
  return DEMO_COACHES.map(record);
}
