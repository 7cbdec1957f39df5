import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { mailById, type MailRow } from "../../jobs/mail.loader";
import { Mail } from "../../jobs/mail.type";
import { leaderAsksByRequest } from "../leaderPage/ask.loader";
import type { LeaderAskRow } from "../leaderPage/ask.table";
import { LeaderAsk } from "../leaderPage/ask.type";
import { ownerByRequest } from "../requests/care.loader";
import { requestById } from "../requests/request.loader";
import type { RequestRow } from "../requests/request.table";
import { Request } from "../requests/request.type";
import { sessionById } from "../sessions/session.loader";
import type { SessionRow } from "../sessions/session.table";
import { Session } from "../sessions/session.type";
import { DeskItem, DeskMoment, DeskPerson, DeskRequest, PossibleDuplicate } from "./desk.type";
import { duplicatesOf, type Duplicate } from "./duplicate.queries";
import { told } from "./history";
import { happeningsOf, keptOf, lowRatedSessions, mailAbout, toldTogether } from "./history.queries";
import { loadItem } from "./load";
import type { QueueItem } from "./queue";

/** A request at the desk, with those that were merged into it. */
export interface DeskRequestRow {
  readonly id: string;
  /** Its own id first. */
  readonly together: readonly string[];
}

@Resolver(() => DeskRequest)
export class DeskRequestResolver {
  @Query(() => DeskRequest, { description: "A request with all that staff know of it. Open to staff." })
  async deskRequest(@Arg("id", () => ID, { description: "The request's id." }) id: string, @Ctx() { viewer, db, use }: Context): Promise<DeskRequestRow> {
    requireStaff(viewer);
    await use(requestById).load(id);
    return { id, together: await toldTogether(db, id) };
  }

  @FieldResolver(() => Request, { description: "The request." })
  request(@Root() { id }: DeskRequestRow, @Ctx() { use }: Context): Promise<RequestRow> {
    return use(requestById).load(id);
  }

  @FieldResolver(() => DeskPerson, { nullable: true, description: "Who looks after it; null = nobody." })
  owner(@Root() { id }: DeskRequestRow, @Ctx() { use }: Context): Promise<DeskPerson | null> {
    return use(ownerByRequest).load(id);
  }

  @FieldResolver(() => DeskItem, { nullable: true, description: "What comes next; null = it has ended." })
  next(@Root() { id }: DeskRequestRow, @Ctx() { db, now }: Context): Promise<QueueItem | null> {
    return loadItem(db, id, now);
  }

  @FieldResolver(() => [DeskMoment], { description: "Everything that happened to it and to what was merged into it, oldest first." })
  async history(@Root() { together }: DeskRequestRow, @Ctx() { db, now }: Context) {
    return (await happeningsOf(db, together, now)).map(told);
  }

  @FieldResolver(() => [LeaderAsk], { description: "What its leader asked since, oldest first." })
  async asks(@Root() { together }: DeskRequestRow, @Ctx() { use }: Context): Promise<LeaderAskRow[]> {
    const asked = await Promise.all(together.map((id) => use(leaderAsksByRequest).load(id)));
    return asked.flat().toSorted((one, other) => one.at.getTime() - other.at.getTime());
  }

  @FieldResolver(() => [Session], { description: "Calls that were rated 2 or less, that no better one followed and that nobody has looked into, the latest first." })
  async lowRated(@Root() { together }: DeskRequestRow, @Ctx() { db, use, now }: Context): Promise<SessionRow[]> {
    const ids = await lowRatedSessions(db, together, now);
    return Promise.all(ids.map((id) => use(sessionById).load(id)));
  }

  @FieldResolver(() => [Mail], { description: "Mail that was sent about it, the newest first; 50 at most." })
  async mails(@Root() { together }: DeskRequestRow, @Ctx() { db, use }: Context): Promise<MailRow[]> {
    const ids = await mailAbout(db, together);
    return Promise.all(ids.map((id) => use(mailById).load(id)));
  }

  @FieldResolver(() => [PossibleDuplicate], { description: "Requests that may be this one told twice, submitted within 30 days: of the same leader or system, or in much the same words; the likeliest first, 5 at most." })
  duplicates(@Root() { id }: DeskRequestRow, @Ctx() { db }: Context): Promise<Duplicate[]> {
    return duplicatesOf(db, id);
  }

  @FieldResolver(() => [Request], { description: "What was merged into it." })
  merged(@Root() { together }: DeskRequestRow, @Ctx() { use }: Context): Promise<RequestRow[]> {
    return Promise.all(together.slice(1).map((id) => use(requestById).load(id)));
  }

  @FieldResolver(() => Request, { nullable: true, description: "What it was merged into; null = it stands for itself." })
  async mergedInto(@Root() { id }: DeskRequestRow, @Ctx() { db, use }: Context): Promise<RequestRow | null> {
    const kept = await keptOf(db, id);
    return kept === null ? null : use(requestById).load(kept);
  }
}

@Resolver(() => PossibleDuplicate)
export class PossibleDuplicateResolver {
  @FieldResolver(() => Request, { description: "The other request." })
  request(@Root() { requestId }: Duplicate, @Ctx() { use }: Context): Promise<RequestRow> {
    return use(requestById).load(requestId);
  }
}
