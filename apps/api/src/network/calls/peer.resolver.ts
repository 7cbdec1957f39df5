import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { engagementById } from "../engagements/engagement.loader";
import { topicsByRequest } from "../requests/request.loader";
import { resourceById } from "../resources/resource.loader";
import type { ResourceRow } from "../resources/resource.table";
import { Resource } from "../resources/resource.type";
import { ownTopicsBySession } from "../sessions/session.loader";
import { LogSessionPayload } from "./log.type";
import { peerResources, type PeerUse } from "./peer.queries";
import { PeerResource } from "./peer.type";

const MOST_TOPICS = 20;
const MOST_RESOURCES = 20;
const WITH_A_CALL = 5;

@Resolver(() => PeerResource)
export class PeerResourceResolver {
  @Query(() => [PeerResource], { description: "Current resources on these topics or shared in calls on them, with how much others use them: the viewer's own latest first, then what is shared most." })
  peerResources(
    @Arg("topics", () => [ID], { nullable: true, description: "Codes of topics, up to 20; null = any." }) topics: string[] | null,
    @Arg("first", () => Int, { defaultValue: WITH_A_CALL, description: "How many, 1 to 20." }) first: number,
    @Ctx() { viewer, db, now }: Context,
  ): Promise<PeerUse[]> {
    requireRowRights(viewer);
    if (topics != null && topics.length > MOST_TOPICS) throw badInput("topics", `Give at most ${MOST_TOPICS} topics.`);
    if (first < 1 || first > MOST_RESOURCES) throw badInput("first", `Ask for 1 to ${MOST_RESOURCES}.`);
    return peerResources(db, topics ?? null, now, first);
  }

  @FieldResolver(() => Resource, { description: "The resource." })
  resource(@Root() { resourceId }: PeerUse, @Ctx() { use }: Context): Promise<ResourceRow> {
    return use(resourceById).load(resourceId);
  }
}

@Resolver(() => LogSessionPayload)
export class LoggedResolver {
  @FieldResolver(() => [PeerResource], { description: "What others share on the topics of this call, up to five." })
  async peerResources(@Root() { session }: LogSessionPayload, @Ctx() { db, now, use }: Context): Promise<PeerUse[]> {
    const own = await use(ownTopicsBySession).load(session.id);
    const topics = own.length > 0 ? own : await use(topicsByRequest).load((await use(engagementById).load(session.engagementId)).requestId);
    return peerResources(db, topics.map(({ code }) => code), now, WITH_A_CALL);
  }
}
