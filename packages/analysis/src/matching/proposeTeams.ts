import type { Ask } from "./ask";
import type { Candidate } from "./candidate";
import { coachConstraints, standingConstraints } from "./constraints";
import { fieldOf, type Field } from "./field";
import { fitOf, type Fit } from "./fit";
import { localWeek } from "./localWeek";
import { noTeam } from "./noTeam";
import type { LeftOut, Proposal, ProposeOptions, Proposals } from "./proposal";
import { reasonsOf } from "./reasons";
import { scoreOf } from "./score";
import { bestTeam, type Found } from "./search";
import { byId, teamOf } from "./team";
import { assertWeights } from "./weights";
import { whatWouldChange } from "./whatWouldChange";

/**
 * The best teams of one to three coaches for an ask, exactly: no other team that keeps the constraints scores higher.
 *
 * The first is the best of all, the second the best whose lead is not in it. From the third on a lead is in none of those before and
 * of an organisation that leads none of them; where there is no such lead, organisations may repeat, and after that coaches. Equal scores are ordered by the coaches' ids, so that the answer depends neither on the
 * order of the candidates nor on chance.
 *
 * @param candidates each once, in any order.
 * @throws RangeError if weights do not sum to 1, `first` is under 1, two candidates share an id, or something lies outside its range.
 */
export function proposeTeams(ask: Ask, candidates: readonly Candidate[], { first, weights }: ProposeOptions): Proposals {
  assertWeights(weights);
  assertAsk(ask);
  assertCandidates(candidates);
  if (!(Number.isInteger(first) && first >= 1)) throw new RangeError(`proposals are counted from 1, got ${first}`);
  const sorted = [...candidates].sort(byId);
  const leftOut = sorted.flatMap((coach): LeftOut[] => {
    const constraints = coachConstraints(ask, coach);
    return constraints.length === 0 ? [] : [{ coach, constraints }];
  });
  const week = localWeek(ask.week);
  const fits = sorted.filter((coach) => standingConstraints(ask, coach).length === 0).map((coach) => fitOf(ask, coach, week));
  const field = fieldOf(ask, fits, weights);
  const { found, looked } = distinctTeams(field, first);
  return {
    proposals: found.map((each) => proposalOf(ask, each, field)),
    noTeam: found.length === 0 ? noTeam(ask, sorted, fits) : null,
    leftOut,
    whatWouldChange: whatWouldChange({ field, candidates: sorted, found, week }),
    looked,
  };
}

function proposalOf(ask: Ask, { fits }: Found, { weights }: Field): Proposal {
  const [lead, ...others] = fits.map(({ coach }) => coach);
  if (!lead) throw new RangeError("a team has a lead");
  const score = scoreOf(ask, fits, weights);
  return { team: teamOf(lead, others), score, reasons: reasonsOf(score) };
}

function distinctTeams(field: Field, first: number): { readonly found: readonly Found[]; readonly looked: number } {
  const found: Found[] = [];
  let looked = 0;
  const best = (mayLead: (fit: Fit) => boolean) => {
    const search = bestTeam(field, { mayLead });
    looked += search.looked;
    return search.best;
  };
  while (found.length < first) {
    const leads = found.flatMap(({ fits }) => fits.slice(0, 1)).map(({ coach }) => coach);
    const [leading, organisations] = [new Set(leads.map(({ id }) => id)), new Set(leads.map(({ organisation }) => organisation.id))];
    const proposed = new Set(found.flatMap(({ fits }) => fits).map(({ coach }) => coach.id));
    const next =
      (found.length < 2 ? null : best(({ coach }) => !proposed.has(coach.id) && !organisations.has(coach.organisation.id))) ??
      best(({ coach }) => !proposed.has(coach.id)) ??
      best(({ coach }) => !leading.has(coach.id));
    if (!next) break;
    found.push(next);
  }
  return { found, looked };
}

/** @throws RangeError if hours are not over 0, or sizes are turned round. */
export function assertAsk({ hours, size, id }: Ask): void {
  if (!(hours > 0 && hours < Infinity)) throw new RangeError(`hours must be over 0, got ${hours} for ${id}`);
  if (size.least > size.most) throw new RangeError(`a team of at least ${size.least} cannot have at most ${size.most}`);
}

/** @throws RangeError if two share an id, or hours are negative or not finite. */
export function assertCandidates(candidates: readonly Candidate[]): void {
  const ids = new Set<string>();
  for (const { id, freeHours, capacity } of candidates) {
    if (ids.has(id)) throw new RangeError(`two candidates have the id ${id}`);
    if (!(freeHours >= 0 && capacity >= 0 && freeHours < Infinity && capacity < Infinity)) throw new RangeError(`hours must be finite and ≥ 0, got ${freeHours} of ${capacity} for ${id}`);
    ids.add(id);
  }
}
