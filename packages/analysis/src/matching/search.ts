import type { Field, LeadPlace, Place, SizeField } from "./field";
import type { Fit } from "./fit";
import { broughtTwice, gainBeside, gainsBeside, type Gain } from "./gains";
import { rounded, termValues, totalOf } from "./score";

/** A team found: the lead's fit first, the others by id. */
export interface Found {
  readonly fits: readonly Fit[];
  readonly total: number;
}

export interface Search {
  readonly best: Found | null;
  /** Teams looked at one by one. */
  readonly looked: number;
}

export interface SearchLimits {
  /** Which leads are asked for; all where not given. */
  readonly mayLead?: (fit: Fit) => boolean;
  /** Only teams of a greater total. */
  readonly above?: number;
}

/** One lead at one size, and no team of it above `bound`. */
interface Branch {
  readonly field: SizeField;
  readonly lead: LeadPlace;
  readonly bound: number;
}

interface State {
  best: Found | null;
  looked: number;
  readonly floor: number;
}

/** What sums in another order may differ by. */
const SLACK = 1e-9;

/**
 * The best team of a field: of equal totals the one whose ids, the lead's first, come first.
 *
 * Branch and bound over leads, then pairs of other coaches. The terms are sums over the coaches, but for topics and continuity, where
 * what a coach adds can only shrink with each coach more (both are submodular). So a lead's own points and the greatest gains
 * beside that lead are never below what a team reaches, and whatever stays under the best team known is passed over unseen.
 *
 * @see Land & Doig (1960), Econometrica 28(3), 497–520, for branch and bound.
 * @see Nemhauser, Wolsey & Fisher (1978), Math. Program. 14, 265–294, for submodular coverage.
 */
export function bestTeam(field: Field, { mayLead = () => true, above = -Infinity }: SearchLimits = {}): Search {
  const branches = field.sizes.flatMap((sizeField) => sizeField.leads.filter(({ fit }) => mayLead(fit)).flatMap((lead) => branchOf(sizeField, lead)));
  return searched(branches, above, (branch, state) => lookInto(field, branch, state));
}

/** The best team with one coach, who need not be in the field beside a lead. */
export function bestTeamWith(field: Field, joins: readonly (Place | null)[], leads: readonly (LeadPlace | null)[], above: number): Search {
  const leading = field.sizes.flatMap((sizeField, i) => {
    const lead = leads[i];
    return lead ? branchOf(sizeField, lead) : [];
  });
  const asLead = searched(leading, above, (branch, state) => lookInto(field, branch, state));
  const floor = asLead.best?.total ?? above;
  const joined = field.sizes.flatMap((sizeField, i) => {
    const place = joins[i];
    return place ? branchesWith(field, sizeField, place, floor) : [];
  });
  const asOther = searched(joined, floor, (branch, state) => lookWith(field, branch, branch.wanted, state));
  return { best: asOther.best ?? asLead.best, looked: asLead.looked + asOther.looked };
}

/** All teams of one lead at one size; none where too few can join. */
function branchOf(field: SizeField, lead: LeadPlace): readonly Branch[] {
  const joining = lead.greatest.slice(0, field.size - 1);
  return joining.length < field.size - 1 ? [] : [{ field, lead, bound: joining.reduce((sum, { gain }) => sum + gain, lead.base) }];
}

interface BranchWith extends Branch {
  readonly wanted: Gain;
}

/** The leads beside whom a coach could be in a team above a total. */
function branchesWith({ priorities, weights }: Field, sizeField: SizeField, place: Place, floor: number): readonly BranchWith[] {
  const branches: BranchWith[] = [];
  for (const lead of sizeField.leads) {
    if (lead.fit.coach.id === place.fit.coach.id || sizeField.size === 1) continue;
    const gain = gainBeside(lead.fit, place, priorities, weights);
    const third = sizeField.size === 3 ? (lead.greatest.find(({ fit }) => fit.coach.id !== place.fit.coach.id)?.gain ?? -Infinity) : 0;
    const bound = lead.base + gain + third;
    if (rounded(bound + SLACK) > floor) branches.push({ field: sizeField, lead, bound, wanted: { fit: place.fit, gain } });
  }
  return branches;
}

/** Branches by bound, the highest first, until none can hold the answer. */
function searched<B extends Branch>(branches: readonly B[], floor: number, look: (branch: B, state: State) => void): Search {
  const state: State = { best: null, looked: 0, floor };
  const order = [...branches].sort((a, b) => b.bound - a.bound || (a.lead.fit.coach.id < b.lead.fit.coach.id ? -1 : 1));
  for (const branch of order) {
    if (isHopeless(branch.bound, state)) break;
    if (!isLevelAndLater(branch, state)) look(branch, state);
  }
  return { best: state.best, looked: state.looked };
}

/** Whether nothing up to this bound can be the answer. */
const isHopeless = (bound: number, { best, floor }: State): boolean => (best ? rounded(bound + SLACK) < best.total : rounded(bound + SLACK) <= floor);

/** Whether a branch can at most be level with the best team, and comes after it by its lead. */
const isLevelAndLater = ({ bound, lead }: Branch, { best }: State): boolean =>
  best !== null && rounded(bound + SLACK) === best.total && lead.fit.coach.id > (best.fits[0]?.coach.id ?? "");

/** Every team of a branch that could still be the best. */
function lookInto(field: Field, { lead, field: { size, worthJoining } }: Branch, state: State): void {
  if (size === 1) return look(field, [lead.fit], state);
  const gains = byGain(gainsBeside(lead.fit, worthJoining, field.priorities, field.weights));
  for (const [at, first] of gains.entries()) {
    if (size === 3) {
      if (isHopeless(lead.base + first.gain + (gains[at + 1]?.gain ?? -Infinity), state)) return;
      lookBeside(field, lead, first, gains, at + 1, state);
    } else {
      if (isHopeless(lead.base + first.gain, state)) return;
      look(field, [lead.fit, first.fit], state);
    }
  }
}

/** The same with one other coach already in the team. */
function lookWith(field: Field, { lead, field: { size, worthJoining } }: Branch, wanted: Gain, state: State): void {
  if (size === 2) return look(field, [lead.fit, wanted.fit], state);
  const others = worthJoining.filter(({ fit }) => fit.coach.id !== wanted.fit.coach.id);
  lookBeside(field, lead, wanted, byGain(gainsBeside(lead.fit, others, field.priorities, field.weights)), 0, state);
}

function lookBeside(field: Field, lead: LeadPlace, first: Gain, gains: readonly Gain[], from: number, state: State): void {
  for (let i = from; i < gains.length; i += 1) {
    const second = gains[i];
    if (!second || isHopeless(lead.base + first.gain + second.gain, state)) return;
    const twice = broughtTwice(lead.fit, first.fit, second.fit, field.priorities, field.weights);
    state.looked += 1;
    if (isHopeless(lead.base + first.gain + second.gain - twice, state)) continue;
    const [a, b] = first.fit.coach.id < second.fit.coach.id ? [first.fit, second.fit] : [second.fit, first.fit];
    look(field, [lead.fit, a, b], state);
  }
}

const byGain = (gains: readonly Gain[]): readonly Gain[] => [...gains].sort((a, b) => b.gain - a.gain || (a.fit.coach.id < b.fit.coach.id ? -1 : 1));

/** Takes a team for the best if it is. Its total is counted as everywhere else, not from the bounds. */
function look({ ask, weights }: Field, fits: readonly Fit[], state: State): void {
  if (fits.length < 3) state.looked += 1;
  if (!fits.some(({ strengths }) => (strengths[0] ?? 0) > 0)) return;
  const total = totalOf(termValues(ask, fits), weights);
  const { best, floor } = state;
  if (best ? total > best.total || (total === best.total && isEarlier(fits, best.fits)) : total > floor) state.best = { fits, total };
}

/** By ids, the lead's first; of teams that begin alike the smaller. */
function isEarlier(a: readonly Fit[], b: readonly Fit[]): boolean {
  for (const [i, { coach }] of a.entries()) {
    const other = b[i]?.coach;
    if (!other) return false;
    if (coach.id !== other.id) return coach.id < other.id;
  }
  return true;
}
