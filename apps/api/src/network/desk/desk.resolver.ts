import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { connection, PageArgs, pageRequest, type Connection } from "../../page";
import { Request } from "../requests/request.type";
import { ownerByRequest } from "../requests/care.loader";
import { requestById } from "../requests/request.loader";
import type { RequestRow } from "../requests/request.table";
import { DeskCounts, DeskFilterInput, DeskItem, DeskItemConnection, DeskPerson, DeskTarget } from "./desk.type";
import { deskQueue } from "./load";
import { deskColleagues, type DeskColleague } from "./person.loader";
import { chosen, countsOf, positionOf, type DeskFilter, type QueueItem } from "./queue";
import { DeskStepEnum, TARGET_STEPS, type DeskStep } from "./step.enums";
import { STEP_WORDS } from "./step.words";
import { deskTargetsNow } from "./target.queries";

const HOUR_MS = 3_600_000;

@Resolver(() => DeskItem)
export class DeskResolver {
  @Query(() => DeskItemConnection, { description: "Every request that has not ended, what needs a hand most first: nobody's, then what is overdue by most, an urgent one as if it had been due two days earlier. Open to staff." })
  async desk(
    @Arg("filter", () => DeskFilterInput, { nullable: true, description: "Which part of it; null = all." }) filter: DeskFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, use, now }: Context,
  ): Promise<Connection<QueueItem>> {
    const account = requireStaff(viewer);
    const request = pageRequest(args);
    const items = chosen(await use(deskQueue)(now), readFilter(filter), account.id, now);
    const { after } = request;
    const onward = after === null ? items : items.filter((item) => isBeyond(positionOf(item), after));
    return connection({ rows: onward.slice(0, request.limit + 1), total: items.length }, request, positionOf);
  }

  @Query(() => DeskCounts, { description: "How much is in the queue. Open to staff." })
  async deskCounts(@Arg("filter", () => DeskFilterInput, { nullable: true, description: "Which part of it; the step in it is left aside." }) filter: DeskFilterInput | null, @Ctx() { viewer, use, now }: Context): Promise<DeskCounts> {
    const account = requireStaff(viewer);
    const queue = await use(deskQueue)(now);
    const items = chosen(queue, { ...readFilter(filter), step: null }, account.id, now);
    return {
      all: queue.length,
      mine: queue.filter(({ ownerId }) => ownerId === account.id).length,
      nobodys: queue.filter(({ ownerId }) => ownerId === null).length,
      overdue: items.filter(({ due }) => due < now).length,
      steps: countsOf(items, now),
    };
  }

  @Query(() => [DeskPerson], { description: "Who may look after requests: staff, concierges first. Open to staff." })
  async deskPeople(@Ctx() { viewer, db }: Context): Promise<DeskColleague[]> {
    requireStaff(viewer);
    return deskColleagues(db);
  }

  @Query(() => [DeskTarget], { description: "How long each step may take. Open to staff." })
  async deskTargets(@Ctx() { viewer, db }: Context): Promise<DeskTarget[]> {
    requireStaff(viewer);
    const targets = await deskTargetsNow(db);
    return TARGET_STEPS.map((step) => ({ step, days: targets[step] }));
  }

  @FieldResolver(() => Request, { description: "The request." })
  request(@Root() { id }: QueueItem, @Ctx() { use }: Context): Promise<RequestRow> {
    return use(requestById).load(id);
  }

  @FieldResolver(() => DeskPerson, { nullable: true, description: "Who looks after it; null = nobody is there to." })
  owner(@Root() { id }: QueueItem, @Ctx() { use }: Context): Promise<DeskPerson | null> {
    return use(ownerByRequest).load(id);
  }

  @FieldResolver(() => Float, { nullable: true, description: "Hours since it should have been done; null = there is time." })
  overdueHours(@Root() { due }: QueueItem, @Ctx() { now }: Context): number | null {
    return due < now ? (now.getTime() - due.getTime()) / HOUR_MS : null;
  }

  @FieldResolver(() => String, { description: "What comes next, in words that go on a sentence, such as 'to be matched'." })
  says(@Root() { step }: QueueItem): string {
    return STEP_WORDS[step];
  }

  @FieldResolver(() => [DeskStepEnum], { description: "What is to be done besides, due later." })
  also(@Root() { also }: QueueItem): DeskStep[] {
    return also.map(({ step }) => step);
  }
}

const isBeyond = (one: { key: string; id: string }, other: { key: string; id: string }): boolean => one.key > other.key || (one.key === other.key && one.id > other.id);

function readFilter(filter: DeskFilterInput | null): DeskFilter {
  return { owner: filter?.owner ?? "all", step: filter?.step ?? null, overdue: filter?.overdue ?? false, search: filter?.search?.trim() || null };
}
