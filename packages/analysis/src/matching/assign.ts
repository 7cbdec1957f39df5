import type { Ask } from "./ask";
import type { Candidate } from "./candidate";
import { standingConstraints } from "./constraints";
import { fieldOf } from "./field";
import { fitOf, type Fit } from "./fit";
import { leadProblem, type Asking } from "./leadProblem";
import { assignLeads, URGENCY_WORTH } from "./leads";
import { localWeek, type LocalWeek } from "./localWeek";
import { noTeam } from "./noTeam";
import { assertAsk, assertCandidates } from "./proposeTeams";
import type { AssignedMatch, Assignment, LockedMatch, UnmatchedAsk } from "./proposal";
import { roomOf, type Room } from "./room";
import { scoreOf } from "./score";
import { bestTeam, type Found } from "./search";
import { byId, coachesOf, teamOf, type Team } from "./team";
import { assertWeights, type Weights } from "./weights";

/**
 * Coaches for many asks at once.
 *
 * Optimal is the choice of single leads: see `assignLeads` for what of, with each ask valued as if its lead came alone. Greedy is all that
 * follows, the urgent first and then by id: asks that need several coaches or found no lead take what is left, then every other ask keeps its
 * lead and gets the best team around that lead that the hours left over allow. A team never takes what another ask's lead holds.
 *
 * @param asks each once, in any order. @param candidates each once, in any order.
 * @param locked matches that stand: they are kept as they are, and take their coaches' hours before anybody else does. `freeHours` and
 * `relationships` of the candidates do not count them yet.
 * @throws RangeError if weights do not sum to 1, two of a kind share an id, or a locked match names nobody known.
 */
export function assign(asks: readonly Ask[], candidates: readonly Candidate[], locked: readonly LockedMatch[], weights: Weights): Assignment {
  assertWeights(weights);
  assertCandidates(candidates);
  if (new Set(asks.map(({ id }) => id)).size < asks.length) throw new RangeError("two asks have one id");
  for (const ask of asks) assertAsk(ask);
  const sorted = [...candidates].sort(byId);
  const room = roomOf(sorted);
  const asking = askingOf(asks, sorted);

  const kept = locked.map((each) => lockedMatch(each, asking, room, weights));
  const fixed = new Set(locked.map(({ askId }) => askId));
  if (fixed.size < locked.length) throw new RangeError("an ask is locked once");
  const open = asking.filter(({ ask }) => !fixed.has(ask.id));
  const atFirst = room.all();
  const { leads, worth } = assignLeads(leadProblem(open, atFirst, weights));
  const found = withTeams(open, leads.map((lead) => (lead === null ? null : (atFirst[lead] ?? null))), room, weights);
  const matched = new Set(found.map(({ askId }) => askId));
  return {
    matches: [...kept, ...found].sort((a, b) => (a.askId < b.askId ? -1 : 1)),
    unmatched: open.filter(({ ask }) => !matched.has(ask.id)).map((each) => unmatchedAsk(each, atFirst, weights)),
    worth,
  };
}

function askingOf(asks: readonly Ask[], candidates: readonly Candidate[]): readonly Asking[] {
  const weeks = new Map<string, LocalWeek>();
  return [...asks].sort(byId).map((ask) => {
    const week = weeks.get(ask.week) ?? localWeek(ask.week);
    weeks.set(ask.week, week);
    return { ask, fits: candidates.map((coach) => fitOf(ask, coach, week)) };
  });
}

function lockedMatch({ askId, coachIds }: LockedMatch, asking: readonly Asking[], room: Room, weights: Weights): AssignedMatch {
  const each = asking.find(({ ask }) => ask.id === askId);
  if (!each) throw new RangeError(`there is no ask ${askId}`);
  const [lead, ...others] = coachIds.map((id) => {
    const coach = room.now(id);
    if (!coach) throw new RangeError(`there is no candidate ${id}`);
    return coach;
  });
  if (!lead) throw new RangeError(`a match has a lead, and ${askId} has none`);
  const team = teamOf(lead, others);
  const match = { askId, team, score: scoreOf(each.ask, fitsOf(team, each.fits), weights), locked: true, leadBy: null };
  room.take(team, each.ask);
  return match;
}

/** The greedy part. @param leads by ask, as the flow gave them. */
function withTeams(open: readonly Asking[], leads: readonly (Candidate | null)[], room: Room, weights: Weights): readonly AssignedMatch[] {
  const first = open.map((each, i) => ({ ...each, lead: leads[i] ?? null }));
  const reserved = (ask: Ask) => ({ ...ask, hours: ask.size.least === 1 ? ask.hours : ask.hours / 2 });
  for (const { ask, lead } of first) if (lead) room.take(teamOf(lead), reserved(ask));
  const byUrgency = [...first].sort((a, b) => URGENCY_WORTH[b.ask.urgency] - URGENCY_WORTH[a.ask.urgency] || byId(a.ask, b.ask));
  const needsMore = ({ ask, lead }: (typeof first)[number]) => lead === null || ask.size.least > 1;
  return [...byUrgency.filter(needsMore), ...byUrgency.filter((each) => !needsMore(each))].flatMap(({ ask, fits, lead }): AssignedMatch[] => {
    if (lead) room.giveBack(teamOf(lead), reserved(ask));
    const around = lead && teamIn(room, { ask, fits }, weights, lead.id);
    const found = around ?? teamIn(room, { ask, fits }, weights, null);
    if (!found) return [];
    const team = teamFrom(found);
    room.take(team, ask);
    return [{ askId: ask.id, team, score: scoreOf(ask, found.fits, weights), locked: false, leadBy: around ? "FLOW" : "LEFT_OVER" }];
  });
}

/** The best team with the room there is now, under a given lead or any. */
function teamIn(room: Pick<Room, "now">, { ask, fits }: Asking, weights: Weights, lead: string | null): Found | null {
  const able = fits.flatMap((fit): Fit[] => {
    const coach = room.now(fit.coach.id);
    return coach && standingConstraints(ask, coach).length === 0 ? [{ ...fit, coach }] : [];
  });
  return bestTeam(fieldOf(ask, able, weights, lead === null ? undefined : ({ id }) => id === lead)).best;
}

function unmatchedAsk({ ask, fits }: Asking, coaches: readonly Candidate[], weights: Weights): UnmatchedAsk {
  if (teamIn(roomOf(coaches), { ask, fits }, weights, null)) {
    return {
      askId: ask.id,
      reason: "CAPACITY_TAKEN",
      why: "Whoever could have taken it is taken by other requests of this batch.",
      wouldLift: "More free hours on its first topic, or one of the others put off.",
    };
  }
  const able = fits.filter(({ coach }) => standingConstraints(ask, coaches.find(({ id }) => id === coach.id) ?? coach).length === 0);
  return { askId: ask.id, ...noTeam(ask, coaches, able) };
}

function teamFrom({ fits }: Found): Team {
  const [lead, ...others] = fits.map(({ coach }) => coach);
  if (!lead) throw new RangeError("a team has a lead");
  return teamOf(lead, others);
}

const fitsOf = (team: Team, fits: readonly Fit[]): readonly Fit[] =>
  coachesOf(team).flatMap((coach) => fits.filter((fit) => fit.coach.id === coach.id).map((fit) => ({ ...fit, coach })));
