import type { CaseloadEngagement } from "./caseloadQuery";

/** The zones of the states, from east to west. */
export const ZONES = ["America/Puerto_Rico", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "Pacific/Pago_Pago", "Pacific/Guam"];

/** "Central Time (Chicago)"; the city tells apart zones that share a name. */
export function zoneName(zone: string): string {
  const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(0).find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return `${name} (${zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")})`;
}

/** Why this zone is proposed, so that a wrong one is noticed. */
export function zoneReason({ source, stateName }: CaseloadEngagement["callZone"]): string {
  switch (source) {
    case "LAST_CALL":
      return "As for the call that was planned last.";
    case "LEADER":
      return "As the leader has said.";
    case "STATE":
      return `The time of ${stateName}.`;
    case "MOST_OF_STATE":
      return `The time of most of ${stateName}, which has two: make sure.`;
    case "NETWORK":
      return "The network's own, as theirs is not known: make sure.";
  }
}
