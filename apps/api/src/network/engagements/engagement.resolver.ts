import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import type { CoachRow } from "../providers/provider.table";
import { Coach } from "../providers/provider.type";
import { requestById } from "../requests/request.loader";
import type { RequestRow } from "../requests/request.table";
import { Request } from "../requests/request.type";
import { sessionsByEngagement } from "../sessions/session.loader";
import type { SessionRow } from "../sessions/session.table";
import { Session } from "../sessions/session.type";
import { coachesByEngagement, engagementById } from "./engagement.loader";
import type { EngagementRow } from "./engagement.table";
import { Engagement } from "./engagement.type";

@Resolver(() => Engagement)
export class EngagementResolver {
  @Query(() => Engagement, { description: "One engagement." })
  engagement(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() { viewer, use }: Context): Promise<EngagementRow> {
    requireRowRights(viewer);
    return use(engagementById).load(id);
  }

  @FieldResolver(() => Request, { description: "The request it answers." })
  request(@Root() engagement: EngagementRow, @Ctx() { use }: Context): Promise<RequestRow> {
    return use(requestById).load(engagement.requestId);
  }

  @FieldResolver(() => [Coach], { description: "The team, its lead first." })
  coaches(@Root() engagement: EngagementRow, @Ctx() { use }: Context): Promise<CoachRow[]> {
    return use(coachesByEngagement).load(engagement.id);
  }

  @FieldResolver(() => Coach, { nullable: true, description: "Who leads the team." })
  async lead(@Root() engagement: EngagementRow, @Ctx() { use }: Context): Promise<CoachRow | null> {
    const [lead] = await use(coachesByEngagement).load(engagement.id);
    return lead ?? null;
  }

  @FieldResolver(() => [Session], { description: "Its held sessions, oldest first." })
  sessions(@Root() engagement: EngagementRow, @Ctx() { use }: Context): Promise<SessionRow[]> {
    return use(sessionsByEngagement).load(engagement.id);
  }
}
