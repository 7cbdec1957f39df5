import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import { coachesByEngagement, engagementById } from "../engagements/engagement.loader";
import type { EngagementRow } from "../engagements/engagement.table";
import { Engagement } from "../engagements/engagement.type";
import type { TopicRow } from "../framework/topic.table";
import { Topic } from "../framework/topic.type";
import type { CoachRow } from "../providers/provider.table";
import { Coach } from "../providers/provider.type";
import { topicsByRequest } from "../requests/request.loader";
import { ownCoachesBySession, ownTopicsBySession, ratingBySession, sessionById } from "./session.loader";
import type { RatingRow, SessionRow } from "./session.table";
import { Rating, Session } from "./session.type";

@Resolver(() => Session)
export class SessionResolver {
  @Query(() => Session, { description: "One session." })
  session(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() { viewer, use }: Context): Promise<SessionRow> {
    requireRowRights(viewer);
    return use(sessionById).load(id);
  }

  @FieldResolver(() => Engagement, { description: "The engagement it belongs to." })
  engagement(@Root() session: SessionRow, @Ctx() { use }: Context): Promise<EngagementRow> {
    return use(engagementById).load(session.engagementId);
  }

  @FieldResolver(() => [Coach], { description: "Who coached: those named for the session, else the engagement's team." })
  async coaches(@Root() { id, engagementId }: SessionRow, @Ctx() { use }: Context): Promise<CoachRow[]> {
    const own = await use(ownCoachesBySession).load(id);
    return own.length > 0 ? own : use(coachesByEngagement).load(engagementId);
  }

  @FieldResolver(() => [Topic], { description: "What was coached: the session's own topics, else its request's." })
  async topics(@Root() { id, engagementId }: SessionRow, @Ctx() { use }: Context): Promise<TopicRow[]> {
    const own = await use(ownTopicsBySession).load(id);
    if (own.length > 0) return own;
    const { requestId } = await use(engagementById).load(engagementId);
    return use(topicsByRequest).load(requestId);
  }

  @FieldResolver(() => Rating, { nullable: true, description: "What the leader said of it; null while unrated." })
  rating(@Root() session: SessionRow, @Ctx() { use }: Context): Promise<RatingRow | null> {
    return use(ratingBySession).load(session.id);
  }
}
