import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { endLinks, makeLink } from "../../access/links/link.queries";
import { requireRole, type Account } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput, forbidden } from "../../errors";
import { isUuid, readInput } from "../../input";
import { notFound } from "../../errors";
import { enqueueMail } from "../../jobs/mail.queries";
import type { EngagementRow } from "../engagements/engagement.table";
import { Engagement } from "../engagements/engagement.type";
import { plannedCallsByEngagement, stepsByEngagement } from "./call.loader";
import type { PlannedCallRow, StepRow } from "./call.table";
import { PlannedCall, Step } from "./call.type";
import { CancelCallInput, PlanCallInput, planCallRules } from "./plan.input";
import { addresseesOf, callMail, type CallNews } from "./plan.mails";
import { auditFeed, callPeople, cancelCall, planCall, settleAskedCalls } from "./plan.queries";
import { callZoneByEngagement, type CallZoneRow } from "./zone.loader";
import { CallZone } from "./zone.type";

@ObjectType("PlannedCallPayload", { description: "The call as it is planned now." })
export class PlannedCallPayload {
  @Field(() => PlannedCall, { description: "The call." })
  call!: PlannedCallRow;
}

@ObjectType("CalendarFeedPayload", { description: "Where a calendar finds a coach's calls." })
export class CalendarFeedPayload {
  @Field(() => String, { description: "The path of the feed, which lets its holder read times and systems of the coach's calls. Shown once." })
  path!: string;
}

@ObjectType("EndCalendarFeedPayload", { description: "Whose calendar is read no more." })
export class EndCalendarFeedPayload {
  @Field(() => String, { description: "The coach's id." })
  coachId!: string;
}

const YEARS_AHEAD_MS = 2 * 366 * 86_400_000;

const requirePlanner = ({ viewer }: Context): Account => requireRole(viewer, ["staff", "coach", "provider"], "Calls are planned by the coaches who hold them, and by staff.");

/** @throws DomainError UNAUTHENTICATED or FORBIDDEN */
function requireCoachId(viewer: Context["viewer"]): string {
  const { coachId } = requireRole(viewer, ["coach", "provider"], "Calendars of calls are for coaches.");
  if (coachId === null) throw forbidden("Calendars of calls are for coaches.");
  return coachId;
}

@Resolver(() => Engagement)
export class PlanResolver {
  @FieldResolver(() => [PlannedCall], { description: "Its calls that are planned, neither held nor off, the next first. One that lies behind was not logged." })
  plannedCalls(@Root() { id }: EngagementRow, @Ctx() { use }: Context): Promise<PlannedCallRow[]> {
    return use(plannedCallsByEngagement).load(id);
  }

  @FieldResolver(() => CallZone, { description: "The time zone in which its leader is told of calls, unless a call says another." })
  callZone(@Root() { id }: EngagementRow, @Ctx() { use }: Context): Promise<CallZoneRow> {
    return use(callZoneByEngagement).load(id);
  }

  @FieldResolver(() => [Step], { description: "What was agreed in its sessions." })
  steps(@Root() { id }: EngagementRow, @Ctx() { use }: Context): Promise<StepRow[]> {
    return use(stepsByEngagement).load(id);
  }

  @Mutation(() => PlannedCallPayload, { description: "Plans a call, or moves or changes one, and sends everybody in it an invitation for their calendar. For the engagement's coaches, and for staff." })
  async planCall(@Arg("input", () => PlanCallInput, { description: "The call." }) input: PlanCallInput, @Ctx() context: Context): Promise<PlannedCallPayload> {
    const account = requirePlanner(context);
    const plan = readInput(planCallRules, input);
    const { db, now, use } = context;
    if (plan.startsAt <= now || plan.startsAt.getTime() > now.getTime() + YEARS_AHEAD_MS) throw badInput("input.startsAt", "A call is planned for a time ahead, within two years.");
    await this.#mayPlan(context, account, plan.engagementId);
    const { call, isNew } = await planCall(db, plan, async () => (await use(callZoneByEngagement).load(plan.engagementId)).timeZone, account, now);
    if (isNew) {
      await settleAskedCalls(db, call, account, now);
      await tell(context, call, call.sequence === 0 ? "planned" : "moved", account);
    }
    return { call };
  }

  @Mutation(() => PlannedCallPayload, { description: "Calls off a call, and tells everybody in it. For the engagement's coaches, and for staff." })
  async cancelCall(@Arg("input", () => CancelCallInput, { description: "Which." }) { id }: CancelCallInput, @Ctx() context: Context): Promise<PlannedCallPayload> {
    const account = requirePlanner(context);
    if (!isUuid(id)) throw notFound("planned call", id);
    const { call, isNew } = await cancelCall(context.db, id, context.now);
    if (isNew) await tell(context, call, "off", account);
    return { call };
  }

  @Mutation(() => CalendarFeedPayload, { description: "Makes the address at which a calendar finds the coach's calls; one that was made before ends. For coaches." })
  async makeCalendarFeed(@Ctx() { viewer, db }: Context): Promise<CalendarFeedPayload> {
    const coachId = requireCoachId(viewer);
    await endLinks(db, "calendar", coachId);
    const path = await makeLink(db, "calendar", coachId);
    await auditFeed(db, "made", coachId);
    return { path };
  }

  @Mutation(() => EndCalendarFeedPayload, { description: "Ends the address at which a calendar finds the coach's calls, if there is one. For coaches." })
  async endCalendarFeed(@Ctx() { viewer, db }: Context): Promise<EndCalendarFeedPayload> {
    const coachId = requireCoachId(viewer);
    await endLinks(db, "calendar", coachId);
    await auditFeed(db, "ended", coachId);
    return { coachId };
  }

  /** Who reads an engagement may not write its calls for that: leads and guests read theirs. */
  async #mayPlan({ db }: Context, { roles }: Account, engagementId: string): Promise<void> {
    const { coaches } = await callPeople(db, engagementId);
    if (!roles.includes("staff") && coaches.length === 0) throw forbidden("Only the engagement's own coaches plan its calls.");
  }
}

/** Everybody in the call gets its mail; an answer reaches who planned it. */
async function tell({ db }: Context, call: PlannedCallRow, news: CallNews, { name, email }: Account): Promise<void> {
  const people = await callPeople(db, call.engagementId);
  const kind = news === "off" ? "call_cancelled" : "call_planned";
  for (const to of addresseesOf(people)) await enqueueMail(db, kind, to.address, callMail(call, people, news, to, { name, address: email }));
}
