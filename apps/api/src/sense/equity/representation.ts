import { addedSizes, LEAST_SYSTEMS, overUniverse, representationByCount, shareOfSizes, type SizeSums } from "@arl/analysis/representation";
import { wilson } from "@arl/analysis/proportion";
import { estimate, exact, sumOver, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Key } from "../figure/key.type";
import type { Refusal } from "../figure/refusal.type";
import type { PlaceDimension } from "./place";
import type { ServedGroup } from "./representation.queries";
import type { Representation, RepresentationGroup, RepresentationReading } from "./representation.type";
import type { Universe } from "./universe.queries";

/** What representation is made of, in either form. */
export interface Compared {
  readonly by: PlaceDimension;
  readonly keys: readonly Key[];
  readonly universe: Universe;
}

/** Of fewer districts a group's part is so small that a single system decides how often it is reached. */
const LEAST_DISTRICTS = 10;

/** The parts of a group in the universe, by districts and by students. */
export interface UniverseShares {
  readonly districts: number;
  readonly students: number;
  /** Whether there are enough of them to hold a share against. */
  readonly isComparable: boolean;
}

export function universeShares({ districts, students, groups }: Universe, key: string): UniverseShares {
  const group = groups.get(key);
  if (!group) return { districts: 0, students: 0, isComparable: true };
  return { districts: districts > 0 ? group.districts / districts : 0, students: students > 0 ? group.students / students : 0, isComparable: group.districts >= LEAST_DISTRICTS };
}

/** A reading whose ratio is given only where there is enough to hold it against. */
export const comparable = (reading: RepresentationReading, { isComparable }: UniverseShares, n: number | null): RepresentationReading =>
  isComparable ? reading : { ...reading, ratio: withheld("TOO_FEW", n) };

/** States in which there is neither a district nor a served system are no groups of anybody. */
export const groupsOf = ({ by, keys, universe }: Compared, isServed: (key: string) => boolean): readonly Key[] =>
  keys.filter(({ key }) => by !== "STATE" || universe.groups.has(key) || isServed(key));

/** Representation for who may see the rows. */
export function exactRepresentation(compared: Compared, served: readonly ServedGroup[]): Representation {
  const { by, universe } = compared;
  const of = new Map(served.map((group) => [group.key, group]));
  const known = served.filter(({ key }) => key !== "UNKNOWN");
  const counted = known.reduce((sum, { systems }) => sum + systems, 0);
  const notDistricts = known.reduce((sum, group) => sum + group.notDistricts, 0);
  const unknown = of.get("UNKNOWN")?.systems ?? 0;
  return {
    by,
    universe: { source: universe.source, districtCount: universe.districts, studentCount: universe.students },
    groups: groupsOf(compared, (key) => of.has(key)).map((key) => exactGroup(key, of.get(key.key), known, counted, universeShares(universe, key.key))),
    counted: exact(counted, counted),
    unknown: exact(unknown, unknown),
    notDistricts: exact(notDistricts, notDistricts),
    refusal: exactRefusal(counted, universe),
  };
}

function exactGroup(key: Key, group: ServedGroup | undefined, known: readonly ServedGroup[], counted: number, universe: UniverseShares): RepresentationGroup {
  const systems = group?.systems ?? 0;
  const byDistricts = {
    share: estimate(wilson(systems, counted)),
    universeShare: universe.districts,
    ratio: estimate(representationByCount(systems, counted, universe.districts)),
  };
  const byStudents = readingByStudents(key.key, known, universe.students);
  return {
    key,
    systems: exact(systems, systems),
    students: sumOver(group?.first ?? 0, group?.sized ?? 0, systems),
    byDistricts: comparable(byDistricts, universe, counted),
    byStudents: comparable(byStudents, universe, byStudents.share.n),
  };
}

const sizesOf = ({ sized, first, second, fourth }: ServedGroup): SizeSums => ({ systems: sized, first, second, fourth });

/** By students: the share is counted in full, so it stands where its interval and the ratio are refused. */
function readingByStudents(key: string, known: readonly ServedGroup[], universeShare: number): RepresentationReading {
  const inside = addedSizes(known.filter((group) => group.key === key).map(sizesOf));
  const outside = addedSizes(known.filter((group) => group.key !== key).map(sizesOf));
  const outcome = shareOfSizes(inside, outside);
  const total = inside.first + outside.first;
  const share: Figure = "withheld" in outcome && total > 0 ? exact(inside.first / total, outcome.n) : estimate(outcome);
  return { share, universeShare, ratio: estimate(overUniverse(outcome, universeShare)) };
}

function exactRefusal(counted: number, universe: Universe): Refusal | null {
  if (universe.districts === 0) return NO_UNIVERSE;
  if (counted >= LEAST_SYSTEMS) return null;
  return {
    reason: "TOO_FEW",
    why: `${counted === 0 ? "No served system has" : `Only ${counted} served ${counted === 1 ? "system has" : "systems have"}`} a known group here, and of so few no share says whom the network reaches.`,
    wouldLift: `At least ${LEAST_SYSTEMS} served systems whose group is known: a longer period, or fewer filters.`,
  };
}

/** There is nothing to hold those reached against. */
export const NO_UNIVERSE: Refusal = {
  reason: "NOT_COMPARABLE",
  why: "The country has no regular district of this kind in these places, so there is nothing to hold those reached against.",
  wouldLift: "Other places, or fewer filters.",
};

/** A ratio that is not given. */
export const noRatio = (universeShare: number): RepresentationReading => ({ share: withheld("TOO_FEW", null), universeShare, ratio: withheld("TOO_FEW", null) });
