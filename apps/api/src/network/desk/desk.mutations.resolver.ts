import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { requireAdmin, requireStaff } from "../../access/rights";
import type { Account } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { engagementById } from "../engagements/engagement.loader";
import { ownerByRequest } from "../requests/care.loader";
import { requestById } from "../requests/request.loader";
import { sessionById } from "../sessions/session.loader";
import { leaderById, systemById } from "../systems/system.loader";
import { answer } from "./answer.queries";
import { AnswerLeaderInput, answerRules, AssignRequestInput, assignRules, LookIntoRatingInput, lookIntoRules, MergeRequestsInput, mergeRules, NoteRequestInput, noteRules, PartRequestsInput, partRules, ReopenRequestInput, reopenRules, SetDeskTargetInput, targetRules, WithdrawRequestInput, withdrawRules } from "./desk.input";
import { answeredMail, assignedMail, withdrawnMail } from "./desk.mails";
import { DeskRequest, DeskTarget } from "./desk.type";
import type { DeskRequestRow } from "./deskRequest.resolver";
import { assign, merge, note, reopen, unmerge, withdraw } from "./deeds.queries";
import { doOnce } from "./done.queries";
import { toldTogether } from "./history.queries";
import { setTarget } from "./target.queries";

@ObjectType("DeskPayload", { description: "The request that something was done about." })
export class DeskPayload {
  @Field(() => DeskRequest, { description: "The request as it is now; of two that were merged, the one that was kept." })
  deskRequest!: DeskRequestRow;
}

@ObjectType("MergeRequestsPayload", { description: "What became of the two." })
export class MergeRequestsPayload {
  @Field(() => DeskRequest, { description: "The one that was kept." })
  kept!: DeskRequestRow;

  @Field(() => String, { description: "The id of the one that was merged into it, by which they are taken apart again." })
  mergedId!: string;
}

@ObjectType("SetDeskTargetPayload", { description: "The target that was set." })
export class SetDeskTargetPayload {
  @Field(() => DeskTarget, { description: "The target." })
  target!: DeskTarget;
}

@Resolver()
export class DeskMutationResolver {
  @Mutation(() => DeskPayload, { description: "Gives a request to somebody, who is told by mail. For staff." })
  async assignRequest(@Arg("input", () => AssignRequestInput, { description: "Which, and to whom." }) input: AssignRequestInput, @Ctx() context: Context): Promise<DeskPayload> {
    const by = requireStaff(context.viewer);
    const { requestId, ownerId, seenOwnerId, idempotencyKey } = readInput(assignRules, input);
    const given = await assign(context.db, requestId, { ownerId: ownerId ?? by.id, seen: seenOwnerId }, doing(context, by, idempotencyKey));
    if (given) {
      const request = await context.use(requestById).load(requestId);
      const system = await context.use(systemById).load(request.systemId);
      await enqueueMail(context.db, "request_new", given.email, assignedMail(requestId, { systemName: system.name, from: by }));
    }
    return payload(context, requestId);
  }

  @Mutation(() => DeskPayload, { description: "Writes a note on a request, which staff alone read. For staff." })
  async noteRequest(@Arg("input", () => NoteRequestInput, { description: "What on which." }) input: NoteRequestInput, @Ctx() context: Context): Promise<DeskPayload> {
    const by = requireStaff(context.viewer);
    const { requestId, text, idempotencyKey } = readInput(noteRules, input);
    await note(context.db, requestId, text, doing(context, by, idempotencyKey));
    return payload(context, requestId);
  }

  @Mutation(() => DeskPayload, { description: "Ends a request that nobody was matched with. A CONFLICT for one that has ended or has coaches. For staff." })
  async withdrawRequest(@Arg("input", () => WithdrawRequestInput, { description: "Which, and why." }) input: WithdrawRequestInput, @Ctx() context: Context): Promise<DeskPayload> {
    const by = requireStaff(context.viewer);
    const { requestId, reason, text, tellLeader, idempotencyKey } = readInput(withdrawRules, input);
    const isNew = await withdraw(context.db, requestId, { reason, text }, doing(context, by, idempotencyKey));
    const leader = isNew && tellLeader ? await leaderOf(context, requestId) : null;
    if (leader) await enqueueMail(context.db, "request_closed", leader, withdrawnMail(requestId, { reason, from: await replyTo(context, requestId, by) }));
    return payload(context, requestId);
  }

  @Mutation(() => DeskPayload, { description: "Takes a request up again that was closed without coaches. For staff." })
  async reopenRequest(@Arg("input", () => ReopenRequestInput, { description: "Which." }) input: ReopenRequestInput, @Ctx() context: Context): Promise<DeskPayload> {
    const by = requireStaff(context.viewer);
    const { requestId, idempotencyKey } = readInput(reopenRules, input);
    await reopen(context.db, requestId, doing(context, by, idempotencyKey));
    return payload(context, requestId);
  }

  @Mutation(() => MergeRequestsPayload, { description: "Puts two requests together that are one, told twice: the younger is withdrawn into the older, or the one without coaches into the one with. The kept one gets the topics it lacks; what was asked on either is answered on it, and both histories are told together. Of the private links to the other, those that were mailed to the kept one's own leader lead to what is kept; all others show the other as withdrawn. Nobody is mailed. It holds until partRequests undoes it, at any time. A CONFLICT where either is withdrawn, both have coaches, or the one to go is offered to coaches or being referred. For staff." })
  async mergeRequests(@Arg("input", () => MergeRequestsInput, { description: "Which two." }) input: MergeRequestsInput, @Ctx() context: Context): Promise<MergeRequestsPayload> {
    const by = requireStaff(context.viewer);
    const { requestId, otherId, idempotencyKey } = readInput(mergeRules, input);
    const { keptId, mergedId } = await merge(context.db, [requestId, otherId], doing(context, by, idempotencyKey));
    return { kept: (await payload(context, keptId)).deskRequest, mergedId };
  }

  @Mutation(() => DeskPayload, { description: "Takes apart what was merged, however long ago: both stand for themselves again, links lead where they did, and the topics that came along go back where they still stand. Nobody is mailed. For staff." })
  async partRequests(@Arg("input", () => PartRequestsInput, { description: "Which." }) input: PartRequestsInput, @Ctx() context: Context): Promise<DeskPayload> {
    const by = requireStaff(context.viewer);
    const { mergedId, idempotencyKey } = readInput(partRules, input);
    return payload(context, await unmerge(context.db, mergedId, doing(context, by, idempotencyKey)));
  }

  @Mutation(() => DeskPayload, { description: "Settles what a leader asked, and mails the answer if there is one. A CONFLICT where it is settled already. For staff." })
  async answerLeader(@Arg("input", () => AnswerLeaderInput, { description: "What was asked, and the answer." }) input: AnswerLeaderInput, @Ctx() context: Context): Promise<DeskPayload> {
    const by = requireStaff(context.viewer);
    const { askId, text, idempotencyKey } = readInput(answerRules, input);
    const { ask, isNew } = await answer(context.db, askId, text, doing(context, by, idempotencyKey));
    if (isNew && text !== null) {
      const leader = await leaderOf(context, ask.requestId);
      if (leader === null) throw badInput("input.text", "This leader has left no address; settle it without an answer.");
      await enqueueMail(context.db, "leader_answered", leader, answeredMail(ask.requestId, { kind: ask.kind, answer: text, from: await replyTo(context, ask.requestId, by) }));
    }
    return payload(context, ask.requestId);
  }

  @Mutation(() => DeskPayload, { description: "Says that somebody has followed a low rating up. For staff." })
  async lookIntoRating(@Arg("input", () => LookIntoRatingInput, { description: "Of which call, and what came of it." }) input: LookIntoRatingInput, @Ctx() context: Context): Promise<DeskPayload> {
    const by = requireStaff(context.viewer);
    const { sessionId, text, idempotencyKey } = readInput(lookIntoRules, input);
    const session = await context.use(sessionById).load(sessionId);
    const { requestId } = await context.use(engagementById).load(session.engagementId);
    await doOnce(context.db, { id: idempotencyKey, requestId, kind: "looked_into", about: sessionId, text }, { by, now: context.now }, () => Promise.resolve());
    return payload(context, requestId);
  }

  @Mutation(() => SetDeskTargetPayload, { description: "Sets how long a step may take before it is overdue. For admins." })
  async setDeskTarget(@Arg("input", () => SetDeskTargetInput, { description: "Which step, how long." }) input: SetDeskTargetInput, @Ctx() { viewer, db }: Context): Promise<SetDeskTargetPayload> {
    requireAdmin(viewer);
    const target = readInput(targetRules, input);
    await setTarget(db, target.step, target.days);
    return { target };
  }
}

const doing = ({ now }: Context, by: Account, key: string) => ({ key, by, now });

/** What was loaded before the work was done may say otherwise than the database does by now. */
async function payload({ db, use }: Context, id: string): Promise<DeskPayload> {
  use(requestById).clear(id);
  use(ownerByRequest).clear(id);
  return { deskRequest: { id, together: await toldTogether(db, id) } };
}

/** The address of whoever asked; null where none is known. */
async function leaderOf({ use }: Context, requestId: string): Promise<string | null> {
  const request = await use(requestById).load(requestId);
  return request.leaderId === null ? null : (await use(leaderById).load(request.leaderId)).email;
}

/** Whom an answer reaches: who looks after the request, else who writes. */
async function replyTo({ use }: Context, requestId: string, by: Account) {
  return (await use(ownerByRequest).load(requestId)) ?? by;
}
