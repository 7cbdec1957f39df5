import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import { RequestStatusEnum, type RequestStatus } from "../../enums";
import { engagementsByRequest } from "../engagements/engagement.loader";
import type { EngagementRow } from "../engagements/engagement.table";
import { Engagement } from "../engagements/engagement.type";
import { topicByCode } from "../framework/topic.loader";
import type { TopicRow } from "../framework/topic.table";
import { Topic } from "../framework/topic.type";
import { referralsByRequest } from "../referrals/referral.loader";
import type { ReferralRow } from "../referrals/referral.table";
import { Referral } from "../referrals/referral.type";
import { leaderById, systemById } from "../systems/system.loader";
import type { LeaderRow, SystemRow } from "../systems/system.table";
import { Leader, System } from "../systems/system.type";
import { requestById, tagEventsByRequest, topicsByRequest } from "./request.loader";
import { requestStatus } from "./request.status";
import type { RequestRow, TagEventRow } from "./request.table";
import { Request, TagEvent } from "./request.type";

@Resolver(() => Request)
export class RequestResolver {
  @Query(() => Request, { description: "One request." })
  request(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() { viewer, use }: Context): Promise<RequestRow> {
    requireRowRights(viewer);
    return use(requestById).load(id);
  }

  @FieldResolver(() => System, { description: "The system that asks." })
  system(@Root() request: RequestRow, @Ctx() { use }: Context): Promise<SystemRow> {
    return use(systemById).load(request.systemId);
  }

  @FieldResolver(() => Leader, { nullable: true, description: "Who asked; null where no name or address was given." })
  async leader(@Root() { leaderId }: RequestRow, @Ctx() { use }: Context): Promise<LeaderRow | null> {
    return leaderId === null ? null : use(leaderById).load(leaderId);
  }

  @FieldResolver(() => [Topic], { description: "The topics it is tagged with now, in the framework's order; empty while untagged." })
  topics(@Root() request: RequestRow, @Ctx() { use }: Context): Promise<TopicRow[]> {
    return use(topicsByRequest).load(request.id);
  }

  @FieldResolver(() => [TagEvent], { description: "Every tag given or taken, oldest first." })
  tagEvents(@Root() request: RequestRow, @Ctx() { use }: Context): Promise<TagEventRow[]> {
    return use(tagEventsByRequest).load(request.id);
  }

  @FieldResolver(() => [Engagement], { description: "What it was matched with, oldest first." })
  engagements(@Root() request: RequestRow, @Ctx() { use }: Context): Promise<EngagementRow[]> {
    return use(engagementsByRequest).load(request.id);
  }

  @FieldResolver(() => [Referral], { description: "Where it was sent on to, oldest first." })
  referrals(@Root() request: RequestRow, @Ctx() { use }: Context): Promise<ReferralRow[]> {
    return use(referralsByRequest).load(request.id);
  }

  @FieldResolver(() => RequestStatusEnum, { description: "Where it stands now." })
  async status(@Root() { id, withdrawnAt }: RequestRow, @Ctx() { use, now }: Context): Promise<RequestStatus> {
    const [matches, sent] = await Promise.all([use(engagementsByRequest).load(id), use(referralsByRequest).load(id)]);
    const events = { withdrawnAt, matchedAt: matches.map(({ matchedAt }) => matchedAt), referredAt: sent.map(({ sentAt }) => sentAt) };
    return requestStatus(events, now);
  }
}

@Resolver(() => TagEvent)
export class TagEventResolver {
  @FieldResolver(() => Topic, { description: "The topic." })
  topic(@Root() event: TagEventRow, @Ctx() { use }: Context): Promise<TopicRow> {
    return use(topicByCode).load(event.topicCode);
  }
}
