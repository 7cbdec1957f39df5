import { Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "type-graphql";
import { SERVICE_TARGET_DAYS } from "@arl/schema/network";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Commitment } from "../../network/learning/commitment.type";
import { overdueCommitments } from "../../network/learning/learning.loader";
import type { CommitmentRow } from "../../network/learning/learning.table";
import { dayAt, mondayOf } from "../../network/learning/week.type";
import { requestById } from "../../network/requests/request.loader";
import type { RequestRow } from "../../network/requests/request.table";
import { Request } from "../../network/requests/request.type";
import { TopicTrend } from "../trends/trend.type";
import { movers } from "./moving.sentences";
import { packFacts } from "./pack";
import { LearningCall } from "./pack.type";
import { waitingRequests } from "./pack.queries";

@ObjectType("WaitingRequest", { description: "An open request past the service target, and its clock." })
export class WaitingRequest {
  @Field(() => Request, { description: "The request." })
  request!: RequestRow;

  @Field(() => Float, { description: "Days since it was submitted, by the clock." })
  days!: number;
}

@ObjectType("ThisWeek", { description: "What the week begins with: what changed, and what is stuck now." })
export class ThisWeek {
  @Field(() => LearningCall, { description: "This week's call, with the pack that is being prepared." })
  call!: LearningCall;

  @Field(() => [TopicTrend], { description: "The topics that rise or fall beyond doubt, the surest first; of sessions, as of the Monday's midnight." })
  movers!: TopicTrend[];

  @Field(() => [WaitingRequest], { description: "Open requests past the service target now, the oldest first; at most 20." })
  waiting!: WaitingRequest[];

  @Field(() => Int, { description: "How many there are in all." })
  waitingCount!: number;

  @Field(() => Int, { description: "Days within which a request should be matched." })
  targetDays!: number;

  @Field(() => [Commitment], { description: "Open commitments of whatever call whose day has passed, the longest due first." })
  overdue!: CommitmentRow[];
}

const MOST_WAITING = 20;

@Resolver()
export class ThisWeekResolver {
  @Query(() => ThisWeek, { description: "The week as it begins for staff." })
  async thisWeek(@Ctx() context: Context): Promise<ThisWeek> {
    requireStaff(context.viewer);
    const { db, now, use } = context;
    const today = dayAt(now);
    const week = mondayOf(today);
    const [{ trends }, waiting, overdue] = [await packFacts(context, week), await waitingRequests(db, now), await overdueCommitments(db, today)];
    const oldest = waiting.slice(0, MOST_WAITING);
    const requests = await Promise.all(oldest.map(({ id }) => use(requestById).load(id)));
    return {
      call: { week },
      movers: movers(trends),
      waiting: requests.map((request, index) => ({ request, days: oldest[index]?.days ?? 0 })),
      waitingCount: waiting.length,
      targetDays: SERVICE_TARGET_DAYS,
      overdue,
    };
  }
}
