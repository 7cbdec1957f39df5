import { Z_95 } from "@arl/analysis/distributions";
import { protectedRatio } from "@arl/analysis/disclosure/protectedRatio";
import { published, type ProtectedNumber } from "@arl/analysis/disclosure/protectedCount";
import { protectedShare } from "@arl/analysis/disclosure/protectedShare";
import { THRESHOLDS } from "@arl/analysis/disclosure/thickness";
import { aroundOdds, overUniverse } from "@arl/analysis/representation";
import type { Estimate, Outcome } from "@arl/analysis/estimate";
import type { Figure } from "../figure/figure.type";
import type { Key } from "../figure/key.type";
import { exact } from "../figure/figure";
import { maybeShown, protectedEstimate, TOO_FEW, type CellFacts, type Protection } from "../figure/protection";
import type { Refusal } from "../figure/refusal.type";
import { comparable, groupsOf, noRatio, NO_UNIVERSE, universeShares, type Compared } from "./representation";
import type { Representation, RepresentationGroup, RepresentationReading } from "./representation.type";

/** The cells that may be shown; undefined for those that may not, or are empty. */
export interface ShownCells {
  readonly systems: ShownPart;
  /** Systems with a known enrollment, worth as much. */
  readonly students: ShownPart;
  /** Systems of no known group. */
  readonly unknown: CellFacts | undefined;
}

/** What shares are made of, counted in one way. */
interface ShownPart {
  readonly whole: CellFacts | undefined;
  /** What is taken off the whole: those in it of no known group. Where they may not be told of they stay in it. */
  readonly off: CellFacts | undefined;
  readonly of: (key: string) => CellFacts | undefined;
}

/** Representation from protected numbers. Empty and too few look alike. */
export function protectedRepresentation(compared: Compared, cells: ShownCells, protection: Protection): Representation {
  const { by, universe } = compared;
  const whole = wholeSystems(cells.systems, protection);
  const groups = groupsOf(compared, () => true).map((key) => protectedGroup(key, compared, cells, protection));
  return {
    by,
    universe: { source: universe.source, districtCount: universe.districts, studentCount: universe.students },
    groups,
    counted: whole === null ? TOO_FEW : systemsFigure(whole),
    unknown: by === "STATE" || by === "REGION" ? exact(0, 0) : cells.unknown ? protection.systemsFigure(cells.unknown) : TOO_FEW,
    notDistricts: TOO_FEW,
    refusal: universe.districts === 0 ? NO_UNIVERSE : groups.some(({ byDistricts }) => byDistricts.ratio.value !== null) ? null : NOT_SHOWN,
  };
}

const NOT_SHOWN: Refusal = {
  reason: "NOT_SHOWN",
  why: "No group here rests on at least ten systems and three organisations, with nothing smaller to be worked out from it.",
  wouldLift: "Fewer filters, or a coarser cut: by region or locale more is shown than by state.",
};

const systemsFigure = (number: ProtectedNumber): Figure => {
  const shown = published(number, THRESHOLDS.systems);
  return { ...shown, n: shown.value, withheld: null };
};

/** A protected number less another: both may be shown, so their difference tells nothing more. */
const less = (one: ProtectedNumber, other: ProtectedNumber): ProtectedNumber => ({
  raw: one.raw - other.raw,
  reach: one.reach + other.reach,
  deviation: Math.hypot(one.deviation, other.deviation),
});

function wholeSystems({ whole, off }: ShownPart, protection: Protection): ProtectedNumber | null {
  if (!whole) return null;
  return off ? less(protection.systems(whole), protection.systems(off)) : protection.systems(whole);
}

function protectedGroup(key: Key, { universe }: Compared, { systems, students }: ShownCells, protection: Protection): RepresentationGroup {
  const shares = universeShares(universe, key.key);
  const [cell, sized] = [systems.of(key.key), students.of(key.key)];
  return {
    key,
    systems: cell ? protection.systemsFigure(cell) : TOO_FEW,
    students: sized ? { ...protection.sumFigure(sized, "students"), n: null } : TOO_FEW,
    byDistricts: comparable(cell ? byDistricts(cell, systems, shares.districts, protection) : noRatio(shares.districts), shares, null),
    byStudents: comparable(cell && sized ? byStudents(sized, students, shares.students, universe.spread, protection) : noRatio(shares.students), shares, null),
  };
}

function byDistricts(cell: CellFacts, part: ShownPart, universeShare: number, protection: Protection): RepresentationReading {
  const whole = wholeSystems(part, protection);
  if (whole === null) return noRatio(universeShare);
  const share = protectedShare(protection.systems(cell), whole, THRESHOLDS.systems);
  return reading(share, universeShare);
}

/**
 * By students. The variance of sums that giants dominate would tell of the giants, so that of as many districts stands in for it whose sizes
 * are spread as those of the universe, which are no secret; with the noise.
 */
function byStudents(cell: CellFacts, part: ShownPart, universeShare: number, spread: number, protection: Protection): RepresentationReading {
  const { whole, off } = part;
  const systems = wholeSystems(part, protection);
  if (!whole || systems === null) return noRatio(universeShare);
  const dominated = [cell, whole].some(({ largest, sum }) => largest >= THRESHOLDS.dominance * sum);
  if (dominated) return noRatio(universeShare);
  const sum = (facts: CellFacts) => protection.sum(facts, "students", "systems");
  const n = published(systems, THRESHOLDS.systems).value;
  const noisy = protectedRatio(sum(cell), off ? less(sum(whole), sum(off)) : sum(whole), n);
  const chanced = "withheld" in noisy ? noisy : withChance(noisy, n / spread);
  // Where noise makes the share all or nothing, how far it could be off on the scale of odds cannot be said.
  return { ...reading(chanced, universeShare), share: protectedEstimate("withheld" in chanced ? noisy : chanced) };
}

/** A share with its noise, and with the chance of so many effective draws. */
function withChance({ value, low, high, n }: Estimate, draws: number): Outcome {
  if (value <= 0 || value >= 1) return { withheld: "TOO_FEW", n };
  const noise = ((high ?? value) - (low ?? value)) / 2 / (value * (1 - value));
  const chance = Z_95 / Math.sqrt(draws * value * (1 - value));
  return { value, ...aroundOdds(value, Math.hypot(noise, chance)), n };
}

const reading = (share: Outcome, universeShare: number): RepresentationReading => ({
  share: protectedEstimate(share),
  universeShare,
  ratio: protectedEstimate(overUniverse(share, universeShare)),
});

/** The cell, where it may be shown. */
export const shownCell = (facts: CellFacts | undefined, mayShow: boolean): CellFacts | undefined => (facts && mayShow && maybeShown(facts) ? facts : undefined);
