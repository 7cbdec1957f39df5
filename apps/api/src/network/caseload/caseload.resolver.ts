import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { requireRole } from "../../access/viewer";
import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import { forbidden, notFound } from "../../errors";
import { isUuid } from "../../input";
import { coachesByEngagement, engagementById, engagementsByRequest } from "../engagements/engagement.loader";
import type { EngagementRow } from "../engagements/engagement.table";
import { Engagement } from "../engagements/engagement.type";
import { openLeaderAsksByRequest } from "../leaderPage/ask.loader";
import type { LeaderAskKind, LeaderAskRow } from "../leaderPage/ask.table";
import { LeaderAsk } from "../leaderPage/ask.type";
import { sessionsByEngagement } from "../sessions/session.loader";
import type { SessionRow } from "../sessions/session.table";
import { Session } from "../sessions/session.type";
import { caseloadIds, settleAsk } from "./caseload.queries";

@ObjectType("SettleAskPayload", { description: "What the leader asked for." })
export class SettleAskPayload {
  @Field(() => LeaderAsk, { description: "It, as it is now." })
  ask!: LeaderAskRow;
}

/** Corrections of topics and colleagues are for whoever looks after the request. */
const FOR_COACHES: readonly LeaderAskKind[] = ["more", "another_call", "message", "stop"];

@Resolver(() => Engagement)
export class CaseloadResolver {
  @Query(() => [Engagement], { description: "Open engagements: a coach's own, an organisation's for its lead, all for staff. Those with something to do come first, then those with the next calls, then those where something happened last." })
  async caseload(@Ctx() { viewer, db, now, use }: Context): Promise<EngagementRow[]> {
    requireRowRights(viewer);
    const ids = await caseloadIds(db, now);
    return Promise.all(ids.map((id) => use(engagementById).load(id)));
  }

  @FieldResolver(() => Session, { nullable: true, description: "The session that was held last; null = none yet." })
  async lastSession(@Root() { id }: EngagementRow, @Ctx() { use }: Context): Promise<SessionRow | null> {
    return (await use(sessionsByEngagement).load(id)).at(-1) ?? null;
  }

  @FieldResolver(() => [LeaderAsk], { description: "What its leader has asked of the coaches and nobody has seen to yet, oldest first." })
  async leaderAsks(@Root() { requestId }: EngagementRow, @Ctx() { use }: Context): Promise<LeaderAskRow[]> {
    return (await use(openLeaderAsksByRequest).load(requestId)).filter(({ kind }) => FOR_COACHES.includes(kind));
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer is one of its coaches, who log and plan its calls." })
  async mayLog(@Root() { id }: EngagementRow, @Ctx() { viewer, use }: Context): Promise<boolean> {
    return (await use(coachesByEngagement).load(id)).some((coach) => coach.id === viewer?.coachId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer leads it." })
  async leads(@Root() { id }: EngagementRow, @Ctx() { viewer, use }: Context): Promise<boolean> {
    const [lead] = await use(coachesByEngagement).load(id);
    return lead !== undefined && lead.id === viewer?.coachId;
  }

  @Mutation(() => SettleAskPayload, { description: "Says that what a leader asked is seen to. For the engagement's coaches." })
  async settleAsk(@Arg("id", () => ID, { description: "What was asked." }) id: string, @Ctx() { viewer, db, now, use }: Context): Promise<SettleAskPayload> {
    const account = requireRole(viewer, ["coach", "provider"], "The engagement's coaches see to it, and the hub's staff on their desk.");
    if (!isUuid(id)) throw notFound("question", id);
    const ask = await settleAsk(db, id, account, now);
    const engagements = await use(engagementsByRequest).load(ask.requestId);
    const teams = await Promise.all(engagements.map((engagement) => use(coachesByEngagement).load(engagement.id)));
    if (!teams.flat().some((coach) => coach.id === account.coachId)) throw forbidden("The engagement's own coaches see to it.");
    return { ask };
  }
}
