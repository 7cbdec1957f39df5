import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Ask } from "@arl/analysis/matching/ask";
import { assign } from "@arl/analysis/matching/assign";
import { proposeTeams } from "@arl/analysis/matching/proposeTeams";
import { reasonsOf } from "@arl/analysis/matching/reasons";
import { DEFAULT_WEIGHTS, TERMS, WEIGHT_BOUNDS } from "@arl/analysis/matching/weights";
import { requireAdmin, requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { badInput, notFound } from "../../errors";
import { readInput } from "../../input";
import { coachById } from "../providers/provider.loader";
import type { CoachRow } from "../providers/provider.table";
import { Coach } from "../providers/provider.type";
import { requestById } from "../requests/request.loader";
import type { RequestRow } from "../requests/request.table";
import { Request } from "../requests/request.type";
import { addressByCoach } from "./address.loader";
import { choiceOf, teamFrom } from "./choice";
import { HARD, TEAM_WORDS } from "./constraint.words";
import { loadMatching, type Matching } from "./load";
import { LockedMatchInput, lockedRules, SetMatchingInput, setMatchingRules } from "./matching.input";
import { LeftOutCoach, MatchPlan, MatchSettings, PlannedMatch, RequestMatching, TeamProposal, TriedTeam, UnmatchedRequest, type ProposedTeam } from "./matching.type";
import { wordOf } from "./offer.input";
import { askFor, proposalsFor, SHOWN } from "./offering";
import { leftOutOf, loadsOfPlan, proposed, proposedTeams } from "./proposed";
import { changeSettings, choicesSince, learnedWeights, readSettings } from "./settings.queries";

const MOST_PROPOSALS = 10;

@ObjectType("SetMatchingPayload", { description: "How the network matches now." })
export class SetMatchingPayload {
  @Field(() => MatchSettings, { description: "The settings." })
  settings!: MatchSettings;
}

@Resolver(() => TeamProposal)
export class MatchingResolver {
  @Query(() => [TeamProposal], {
    description: "The best teams of one to three coaches for a request, exactly: no other team that keeps the constraints scores higher than the first. Each has another lead. A CONFLICT for a request without a topic. For staff.",
  })
  async proposeTeams(
    @Arg("requestId", () => ID, { description: "The request." }) requestId: string,
    @Arg("first", () => Int, { defaultValue: 3, description: "How many at most, 1 to 10." }) first: number,
    @Ctx() { viewer, db, now, use }: Context,
  ): Promise<ProposedTeam[]> {
    requireStaff(viewer);
    if (first < 1 || first > MOST_PROPOSALS) throw badInput("first", `Ask for 1 to ${MOST_PROPOSALS}.`);
    await use(requestById).load(requestId);
    const matching = await loadMatching(db, now, [requestId]);
    const ask = askFor(requestId, matching);
    const { proposals, whatWouldChange } = proposeTeams(ask, matching.candidates, { first, weights: matching.weights });
    return proposedTeams(ask, proposals, matching.loads, whatWouldChange);
  }

  @Query(() => RequestMatching, { description: "Three teams for a request, who is left out and why, and what would change the answer. For staff." })
  async requestMatching(@Arg("requestId", () => ID, { description: "The request." }) requestId: string, @Ctx() { viewer, db, now, use }: Context): Promise<RequestMatching> {
    requireStaff(viewer);
    await use(requestById).load(requestId);
    const matching = await loadMatching(db, now, [requestId]);
    const told = { hoursAMonth: matching.settings.hoursAMonth, learnedFrom: matching.learnedFrom };
    const [ask] = matching.asks;
    if (!ask || ask.topics.length === 0) {
      return { proposals: [], noTeam: { why: "The request has no topic yet.", wouldLift: "Tag it with what it is about first." }, leftOut: [], ...told };
    }
    const { proposals, noTeam, leftOut, whatWouldChange } = proposeTeams(ask, matching.candidates, { first: SHOWN, weights: matching.weights });
    return {
      proposals: proposedTeams(ask, proposals, matching.loads, whatWouldChange),
      noTeam,
      leftOut: leftOutOf(ask, leftOut),
      ...told,
    };
  }

  @Query(() => TriedTeam, { description: "How a team of one's own would do for a request. For staff." })
  async tryTeam(
    @Arg("requestId", () => ID, { description: "The request." }) requestId: string,
    @Arg("coachIds", () => [ID], { description: "One to three coaches, who is to lead first." }) coachIds: string[],
    @Ctx() { viewer, db, now, use }: Context,
  ): Promise<TriedTeam> {
    requireStaff(viewer);
    if (coachIds.length < 1 || coachIds.length > 3 || new Set(coachIds).size < coachIds.length) throw badInput("coachIds", "Name one to three coaches, each once.");
    await use(requestById).load(requestId);
    const matching = await loadMatching(db, now, [requestId]);
    const ask = askFor(requestId, matching);
    const team = teamFrom(coachIds, (id) => matching.candidates.find((each) => each.id === id));
    if (!team) throw badInput("coachIds", "One of these coaches is not there, or has left.");
    const choice = choiceOf(ask, team, proposalsFor(ask, matching), matching.weights);
    return {
      team: proposed(ask, { team, score: choice.score, reasons: reasonsOf(choice.score) }, matching.loads, choice.over?.team ?? null),
      breaks: choice.broken.map((each) => TEAM_WORDS[each]),
      allowed: !choice.broken.some((each) => HARD.has(each)),
      takesReason: choice.place === -1,
    };
  }

  @Query(() => MatchPlan, { description: "Coaches for all requests that have a topic and wait for coaches, chosen together: the leads by the greatest worth of all, the teams around them. For staff." })
  async matchPlan(
    @Arg("locked", () => [LockedMatchInput], { nullable: true, description: "Matches that stand; null = none." }) locked: LockedMatchInput[] | null,
    @Ctx() { viewer, db, now }: Context,
  ): Promise<MatchPlan> {
    requireStaff(viewer);
    const matching = await loadMatching(db, now, null);
    const asks = matching.asks.filter(({ topics }) => topics.length > 0);
    const fixed = lockedMatches(locked ?? [], matching);
    const { matches, unmatched } = assign(asks, matching.candidates, fixed, matching.weights);
    const byAge = <T extends { readonly askId: string }>(things: readonly T[]) => asks.flatMap(({ id }) => things.filter(({ askId }) => askId === id));
    const planned = byAge(matches).map((match) => ({ ...match, ask: askOfId(asks, match.askId) }));
    const loads = loadsOfPlan(planned, matching.loads);
    return {
      matches: planned.map(({ askId, ask, team, score, locked: isLocked, leadBy }, i) => ({
        id: askId,
        team: proposed(ask, { team, score, reasons: reasonsOf(score) }, loads[i] ?? matching.loads, null),
        locked: isLocked,
        leftOver: leadBy === "LEFT_OVER",
      })),
      unmatched: [
        ...byAge(unmatched).map(({ askId, why, wouldLift }) => ({ id: askId, why, wouldLift })),
        ...matching.asks.filter(({ topics }) => topics.length === 0).map(({ id }) => ({ id, why: "The request has no topic yet.", wouldLift: "Tag it with what it is about first." })),
      ],
    };
  }

  @Query(() => MatchSettings, { description: "How the network matches, and what its weights were learned from. For staff." })
  async matchSettings(@Ctx() { viewer, db }: Context): Promise<MatchSettings> {
    requireStaff(viewer);
    const settings = await readSettings(db);
    const [{ weights, used }, choices] = [await learnedWeights(db, settings.learnSince), await choicesSince(db, settings.learnSince)];
    return {
      hoursAMonth: settings.hoursAMonth,
      offerHours: settings.offerHours,
      reoffers: settings.reoffers,
      learnedFrom: used,
      overridden: choices.filter((each) => each.overridden).length,
      weights: TERMS.map((term) => ({ term: wordOf(term), weight: weights[term], first: DEFAULT_WEIGHTS[term], ...WEIGHT_BOUNDS[term] })),
    };
  }

  @Mutation(() => SetMatchingPayload, { description: "Changes how the network matches, or puts its weights back. For admins." })
  async setMatching(@Arg("input", () => SetMatchingInput, { description: "What is to be otherwise." }) input: SetMatchingInput, @Ctx() context: Context): Promise<SetMatchingPayload> {
    requireAdmin(context.viewer);
    const { putWeightsBack, hoursAMonth, offerHours, reoffers } = readInput(setMatchingRules, input);
    const change = {
      ...(hoursAMonth !== undefined && { hoursAMonth }),
      ...(offerHours !== undefined && { offerHours }),
      ...(reoffers !== undefined && { reoffers }),
      ...(putWeightsBack && { learnSince: context.now }),
    };
    if (Object.keys(change).length > 0) await changeSettings(context.db, change);
    return { settings: await this.matchSettings(context) };
  }

  @FieldResolver()
  coaches(@Root() { coachIds }: ProposedTeam, @Ctx() { use }: Context): Promise<CoachRow[]> {
    return Promise.all(coachIds.map((id) => use(coachById).load(id)));
  }

  @FieldResolver()
  lead(@Root() { coachIds }: ProposedTeam, @Ctx() { use }: Context): Promise<CoachRow> {
    return use(coachById).load(coachIds[0] ?? "");
  }

  @FieldResolver()
  addresses(@Root() { coachIds }: ProposedTeam, @Ctx() { use }: Context): Promise<(string | null)[]> {
    return Promise.all(coachIds.map((id) => use(addressByCoach).load(id)));
  }

  @FieldResolver()
  async runnerUp(@Root() { runnerUpIds }: ProposedTeam, @Ctx() { use }: Context): Promise<CoachRow[] | null> {
    return runnerUpIds && Promise.all(runnerUpIds.map((id) => use(coachById).load(id)));
  }
}

@Resolver(() => LeftOutCoach)
export class LeftOutCoachResolver {
  @FieldResolver(() => Coach, { description: "The coach." })
  coach(@Root() { coachId }: LeftOutCoach, @Ctx() { use }: Context): Promise<CoachRow> {
    return use(coachById).load(coachId);
  }
}

@Resolver(() => PlannedMatch)
export class PlannedMatchResolver {
  @FieldResolver(() => Request, { description: "The request." })
  request(@Root() { id }: PlannedMatch, @Ctx() { use }: Context): Promise<RequestRow> {
    return use(requestById).load(id);
  }
}

@Resolver(() => UnmatchedRequest)
export class UnmatchedRequestResolver {
  @FieldResolver(() => Request, { description: "The request." })
  request(@Root() { id }: UnmatchedRequest, @Ctx() { use }: Context): Promise<RequestRow> {
    return use(requestById).load(id);
  }
}

/** @throws DomainError NOT_FOUND for a request that does not wait for coaches; BAD_USER_INPUT for a coach who is not there. */
function lockedMatches(given: readonly LockedMatchInput[], { asks, candidates }: Matching) {
  const known = new Set(candidates.map(({ id }) => id));
  const result = lockedRules.safeParse(given);
  if (!result.success) throw badInput("locked", result.error.issues[0]?.message ?? "This is not allowed.");
  if (new Set(result.data.map(({ requestId }) => requestId)).size < result.data.length) throw badInput("locked", "A request is locked once.");
  return result.data.map(({ requestId, coachIds }) => {
    if (!asks.some(({ id, topics }) => id === requestId && topics.length > 0)) throw notFound("waiting request", requestId);
    if (coachIds.some((id) => !known.has(id))) throw badInput("locked", "One of these coaches is not there, or has left.");
    return { askId: requestId, coachIds };
  });
}

function askOfId(asks: readonly Ask[], id: string): Ask {
  const ask = asks.find((each) => each.id === id);
  if (!ask) throw new Error("A match is of an ask.");
  return ask;
}
