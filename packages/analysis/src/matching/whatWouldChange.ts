import type { Candidate } from "./candidate";
import { hasHours, mayJoin, mayLead, standingConstraints } from "./constraints";
import { hours } from "./facts";
import { joiningPlace, leadPlace, type Field } from "./field";
import { fitOf, type Fit } from "./fit";
import type { LocalWeek } from "./localWeek";
import type { Change } from "./proposal";
import { bestTeamWith, type Found } from "./search";
import { hoursOf, leadPart, otherPart, teamOf } from "./team";
import { weightChange } from "./weightChange";

const MOST_CHANGES = 4;

type ConstraintChange = Extract<Change, { kind: "CONSTRAINT" }>;
type Lifted = ConstraintChange["constraint"];

interface Answered {
  readonly field: Field;
  /** All of them, by id. */
  readonly candidates: readonly Candidate[];
  readonly found: readonly Found[];
  readonly week: LocalWeek;
}

/**
 * What would bring another team to the front: the one weight that needs to move least for the second proposal to be level with the
 * first, and the coaches whom one single constraint keeps out of a team that would score higher than the first. Conflicts and
 * coaches who have left are never among them.
 */
export function whatWouldChange(answered: Answered): readonly Change[] {
  const [best, second] = answered.found;
  if (!best) return [];
  const weight = second ? weightChange(answered.field, best, second) : null;
  const lifted = answered.candidates.flatMap((coach) => liftedChange(answered, coach, best.total));
  const bySize = (a: ConstraintChange, b: ConstraintChange) => Number(a.hours === null) - Number(b.hours === null) || (a.hours ?? 0) - (b.hours ?? 0);
  return [...(weight ? [weight] : []), ...lifted.sort(bySize)].slice(0, MOST_CHANGES);
}

/** The change that would let a coach into a better team than the best, if one alone would. */
function liftedChange({ field, week }: Answered, coach: Candidate, total: number): readonly ConstraintChange[] {
  const { ask } = field;
  const [standing, ...more] = standingConstraints(ask, coach);
  if (more.length > 0 || !(standing === undefined || standing === "OTHER_STATES" || standing === "NO_ROOM")) return [];
  const [able, short] = [PARTS.filter((part) => hasHours(coach, part * ask.hours)), PARTS.filter((part) => !hasHours(coach, part * ask.hours))];
  if (standing === undefined && short.length === 0) return [];
  const fit = fitOf(ask, coach, week);
  // Hours are lifted where nothing else stands in the way, the fewest first; otherwise they hold.
  for (const parts of standing === undefined ? short.map((part) => [part]) : [able]) {
    const best = bestInParts(field, fit, parts, total);
    if (best) return [constraintChange(field, coach, standing ?? "TOO_FEW_HOURS", best)];
  }
  return [];
}

/** The parts of the hours that there are, the smallest first. */
const PARTS = [...new Set(([1, 2, 3] as const).flatMap((size) => [leadPart(size), otherPart(size)]))].filter((part) => part > 0).sort((a, b) => a - b);

/** The best team above a total in which a coach has one of these parts. */
function bestInParts(field: Field, fit: Fit, parts: readonly number[], above: number): Found | null {
  const { ask, weights } = field;
  const joins = field.sizes.map(({ size }) => (mayJoin(ask, fit.coach) && parts.includes(otherPart(size)) ? joiningPlace(ask, weights, size, fit) : null));
  const leads = field.sizes.map(({ size, worthJoining }) => (mayLead(ask, fit.coach) && parts.includes(leadPart(size)) ? leadPlace(field, size, worthJoining, fit) : null));
  return bestTeamWith(field, joins, leads, above).best;
}

function constraintChange({ ask }: Field, coach: Candidate, constraint: Lifted, { fits }: Found): ConstraintChange {
  const [lead, ...others] = fits.map((fit) => fit.coach);
  const team = teamOf(lead ?? coach, others);
  const wanted = hoursOf(team, ask.hours).find((each) => each.coach.id === coach.id)?.hours ?? 0;
  const missing = constraint === "TOO_FEW_HOURS" ? wanted - coach.freeHours : null;
  const sentences: Readonly<Record<Lifted, string>> = {
    TOO_FEW_HOURS: `With ${hours(Math.ceil((missing ?? 0) * 10) / 10)} more a month, ${coach.name} would be in the first team.`,
    NO_ROOM: `With room for one more relationship, ${coach.name} would be in the first team.`,
    OTHER_STATES: `If ${coach.name} served ${ask.state} as well, ${coach.name} would be in the first team.`,
  };
  return { kind: "CONSTRAINT", constraint, coach, hours: missing, team, sentence: sentences[constraint] };
}
