import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { endLinks } from "../../access/links/link.queries";
import { requireRole, type Account } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput, forbidden, notFound } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { coachesByEngagement } from "../engagements/engagement.loader";
import { ownerByRequest } from "../requests/care.loader";
import { ownCoachesBySession } from "../sessions/session.loader";
import type { SessionRow } from "../sessions/session.table";
import { Session } from "../sessions/session.type";
import { resourcesBySession, stepsBySession } from "./call.loader";
import { Resource } from "../resources/resource.type";
import type { ResourceRow } from "../resources/resource.table";
import type { StepRow } from "./call.table";
import { Step } from "./call.type";
import { LogSessionInput, logSessionRules, SettleStepInput, settleStepRules, TakeBackSessionInput } from "./log.input";
import { engagementToLog, logSession, partiesOf, settleStep, takeBackSession } from "./log.queries";
import { rateCallMail } from "./rate.mails";

@ObjectType("LogSessionPayload", { description: "The session that was logged." })
export class LogSessionPayload {
  @Field(() => Session, { description: "The session." })
  session!: SessionRow;
}

@ObjectType("TakeBackSessionPayload", { description: "The session that is gone." })
export class TakeBackSessionPayload {
  @Field(() => String, { description: "The id that it had." })
  id!: string;
}

@ObjectType("SettleStepPayload", { description: "The step as it is now." })
export class SettleStepPayload {
  @Field(() => Step, { description: "The step." })
  step!: StepRow;
}

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

  @Mutation(() => LogSessionPayload, { description: "Logs a call that was held, and asks its leader how it was. For the engagement's coaches." })
  async logSession(@Arg("input", () => LogSessionInput, { description: "The call." }) input: LogSessionInput, @Ctx() context: Context): Promise<LogSessionPayload> {
    const account = requireCoach(context);
    const said = readInput(logSessionRules, input);
    const engagement = await engagementToLog(context.db, said.engagementId);
    if (!engagement) throw notFound("engagement", said.engagementId);
    if (!engagement.isOwn) throw forbidden("Only the engagement's own coaches log its calls.");
    const heldAt = said.heldAt ?? context.now;
    if (heldAt > context.now) throw badInput("input.heldAt", "A call is logged once it was held.");
    if (heldAt < engagement.submittedAt) throw badInput("input.heldAt", "That is before the request was submitted.");
    const { session, isNew } = await logSession(context.db, said, heldAt, account, context.now);
    if (isNew) await askHowItWas(context, session);
    return { session };
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
}

/** A leader without an address is asked by nobody. */
async function askHowItWas({ db, use }: Context, { id, engagementId, heldAt }: SessionRow): Promise<void> {
  const { leaderName, leaderEmail, requestId } = await partiesOf(db, engagementId);
  if (leaderEmail === null) return;
  const own = await use(ownCoachesBySession).load(id);
  const coached = own.length > 0 ? own : await use(coachesByEngagement).load(engagementId);
  const mail = { sessionId: id, requestId, leaderName, coaches: coached.map(({ name }) => name), heldAt, timeZone: NETWORK_TIME_ZONE, owner: await use(ownerByRequest).load(requestId) };
  await enqueueMail(db, "rate_call", leaderEmail, rateCallMail(mail));
}
