import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { endLinks } from "../../access/links/link.queries";
import { requireRole, type Account } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput, forbidden, notFound } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { coachesByEngagement } from "../engagements/engagement.loader";
import { ownerByRequest } from "../requests/care.loader";
import { DateTimeScalar } from "../../scalars";
import { ownCoachesBySession } from "../sessions/session.loader";
import type { SessionRow } from "../sessions/session.table";
import { Session } from "../sessions/session.type";
import { logBySession, resourcesBySession, stepsBySession } from "./call.loader";
import { Resource } from "../resources/resource.type";
import type { ResourceRow } from "../resources/resource.table";
import type { StepRow } from "./call.table";
import { Step } from "./call.type";
import { LogSessionInput, logSessionRules, type LoggedSession, SettleStepInput, settleStepRules, TakeBackSessionInput } from "./log.input";
import { LogSessionPayload, SettleStepPayload, TakeBackSessionPayload } from "./log.type";
import { changeSession, engagementToLog, HOURS_TO_MEND, logSession, partiesOf, settleStep, takeBackSession, type Logging } from "./log.queries";
import { rateCallMail } from "./rate.mails";
import { callZoneByEngagement } from "./zone.loader";

/** @throws DomainError UNAUTHENTICATED or FORBIDDEN for who coaches nobody. */
const requireCoach = ({ viewer }: Context): Account => requireRole(viewer, ["coach", "provider"], "Calls are logged by the coaches who hold them.");

@Resolver(() => Session)
export class SessionLogResolver {
  @FieldResolver(() => [Step], { description: "What was agreed in it." })
  steps(@Root() { id }: SessionRow, @Ctx() { use }: Context): Promise<StepRow[]> {
    return use(stepsBySession).load(id);
  }

  @FieldResolver(() => [Resource], { description: "What was shared in it." })
  resources(@Root() { id }: SessionRow, @Ctx() { use }: Context): Promise<ResourceRow[]> {
    return use(resourcesBySession).load(id);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "Until when the viewer may change what they logged of it; null = not, or not any more." })
  async mayChangeUntil(@Root() { id }: SessionRow, @Ctx() { viewer, now, use }: Context): Promise<Date | null> {
    const log = await use(logBySession).load(id);
    if (log === null || viewer === null || log.loggedBy !== viewer.id) return null;
    const until = new Date(log.loggedAt.getTime() + HOURS_TO_MEND * 3_600_000);
    return until >= now ? until : null;
  }

  @Mutation(() => LogSessionPayload, { description: "Logs a call that was held, and asks its leader how it was. For the engagement's coaches." })
  async logSession(@Arg("input", () => LogSessionInput, { description: "The call." }) input: LogSessionInput, @Ctx() context: Context): Promise<LogSessionPayload> {
    const account = requireCoach(context);
    const said = readInput(logSessionRules, input);
    const heldAt = await this.#mayLog(context, said);
    const { session, isNew } = await logSession(context.db, said, heldAt, account, context.now);
    if (isNew) await askHowItWas(context, session);
    return { session };
  }

  @Mutation(() => LogSessionPayload, { description: "Says anew what was said of a session, within a day of logging it: all of it, as logSession does, under the same id. The leader is not asked again. For who logged it." })
  async changeSession(@Arg("input", () => LogSessionInput, { description: "The call as it was." }) input: LogSessionInput, @Ctx() context: Context): Promise<LogSessionPayload> {
    const account = requireCoach(context);
    const said = readInput(logSessionRules, input);
    const heldAt = await this.#mayLog(context, said);
    return { session: await changeSession(context.db, said, heldAt, account, context.now) };
  }

  @Mutation(() => TakeBackSessionPayload, { description: "Takes back a session within a day of logging it, as long as it is not rated. For who logged it." })
  async takeBackSession(@Arg("input", () => TakeBackSessionInput, { description: "Which." }) { id }: TakeBackSessionInput, @Ctx() context: Context): Promise<TakeBackSessionPayload> {
    const account = requireCoach(context);
    await takeBackSession(context.db, id, account, context.now);
    await endLinks(context.db, "rating", id);
    return { id };
  }

  @Mutation(() => SettleStepPayload, { description: "Says that a step is done, or open again. For the engagement's coaches." })
  async settleStep(@Arg("input", () => SettleStepInput, { description: "Which, and whether it is done." }) input: SettleStepInput, @Ctx() context: Context): Promise<SettleStepPayload> {
    requireCoach(context);
    const { id, done } = readInput(settleStepRules, input);
    return { step: await settleStep(context.db, id, done ? context.now : null) };
  }

  /** @returns when the call was held. */
  async #mayLog({ db, now, viewer, use }: Context, { engagementId, coachIds, heldAt }: LoggedSession): Promise<Date> {
    const engagement = await engagementToLog(db, engagementId);
    if (!engagement) throw notFound("engagement", engagementId);
    if (!engagement.isOwn) throw forbidden("Only the engagement's own coaches log its calls.");
    checkGuests(coachIds, (await use(coachesByEngagement).load(engagementId)).map(({ id }) => id), viewer?.coachId ?? null);
    return heldWhen(heldAt ?? now, engagement, now);
  }
}

/** A guest is brought in by who leads: the team stays who was put together for the leader. */
function checkGuests(coachIds: readonly string[], team: readonly string[], ownId: string | null): void {
  if (coachIds.some((id) => !team.includes(id)) && team[0] !== ownId) throw badInput("input.coachIds", "Guests are added by the coach who leads.");
}

function heldWhen(heldAt: Date, { submittedAt }: Logging, now: Date): Date {
  if (heldAt > now) throw badInput("input.heldAt", "A call is logged once it was held.");
  if (heldAt < submittedAt) throw badInput("input.heldAt", "That is before the request was submitted.");
  return heldAt;
}

/** A leader without an address is asked by nobody. */
async function askHowItWas({ db, use }: Context, { id, engagementId, heldAt }: SessionRow): Promise<void> {
  const { leaderName, leaderEmail, requestId } = await partiesOf(db, engagementId);
  if (leaderEmail === null) return;
  const own = await use(ownCoachesBySession).load(id);
  const coached = own.length > 0 ? own : await use(coachesByEngagement).load(engagementId);
  const mail = { sessionId: id, requestId, leaderName, coaches: coached.map(({ name }) => name), heldAt, timeZone: (await use(callZoneByEngagement).load(engagementId)).timeZone, owner: await use(ownerByRequest).load(requestId) };
  await enqueueMail(db, "rate_call", leaderEmail, rateCallMail(mail));
}
