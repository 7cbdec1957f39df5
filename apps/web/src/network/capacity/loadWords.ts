import type { CoachLoadsQuery } from "../../gql/graphql";

export type CoachWithLoad = CoachLoadsQuery["coaches"]["nodes"][number];
export type Load = NonNullable<CoachWithLoad["load"]>;
export type Order = "free" | "full";

/** A coach whose load is known. */
export interface Loaded {
  readonly coach: CoachWithLoad;
  readonly load: Load;
}

const tenth = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
export const hoursText = (hours: number): string => `${tenth.format(hours)} h`;

/** Those who have not left, by room or by how full they are; who says no hours comes last. */
export function byRoom(coaches: readonly CoachWithLoad[], order: Order): readonly Loaded[] {
  const here = coaches.flatMap((coach) => (coach.load == null ? [] : [{ coach, load: coach.load }]));
  const known = (load: Load) => (load.hours === null || load.hours === 0 ? 1 : 0);
  const room = (load: Load) => load.free;
  const fullness = (load: Load) => (load.used + load.offered) / (load.hours ?? 1);
  return here.toSorted((one, other) => {
    const unknown = known(one.load) - known(other.load);
    if (unknown !== 0) return unknown;
    const by = order === "free" ? room(other.load) - room(one.load) : fullness(other.load) - fullness(one.load);
    return by !== 0 ? by : one.coach.name.localeCompare(other.coach.name);
  });
}

/** How much room there is, in a sentence. */
export function roomSentence(loaded: readonly Loaded[]): string {
  const known = loaded.filter(({ load }) => load.hours !== null && load.hours > 0);
  if (known.length === 0) return "No coach has said how many hours they offer.";
  const free = known.reduce((sum, { load }) => sum + load.free, 0);
  const full = known.filter(({ load }) => load.free < 1).length;
  const all = known.reduce((sum, { load }) => sum + (load.hours ?? 0), 0);
  const who = full === 0 ? "None of them is full" : full === 1 ? "One of them is full" : `${full} of them are full`;
  return `${known.length === 1 ? "One coach has" : `${known.length} coaches have`} ${tenth.format(Math.round(free))} of ${tenth.format(Math.round(all))} hours a month free. ${who}.`;
}

/** What a coach has on hand, for who does not see the bar. */
export function loadText({ hours, used, offered, free, openRelationships, waitingOffers }: Load): string {
  const relationships = `${openRelationships} ${openRelationships === 1 ? "relationship" : "relationships"}`;
  const waiting = waitingOffers === 0 ? "" : `, ${waitingOffers} ${waitingOffers === 1 ? "offer waits" : "offers wait"}`;
  if (hours === null) return `hours not known, ${relationships}${waiting}`;
  return `${hoursText(free)} free of ${hoursText(hours)}; ${hoursText(used)} taken${offered > 0 ? `, ${hoursText(offered)} offered` : ""}; ${relationships}${waiting}`;
}
