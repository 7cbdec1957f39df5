import { Arg, Ctx, Mutation, ObjectType, Field, Query, Resolver } from "type-graphql";
import { requireLink } from "../../access/links/link";
import type { Context } from "../../context";
import { actAs } from "../../db/actAs.queries";
import { badInput, conflict } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { topicByCode } from "../framework/topic.loader";
import { ownerByRequest } from "../requests/care.loader";
import { colleagueMail, leaderAsksMail } from "./ask.mails";
import { cameByMail, colleagues, keepAsk, keepCorrection, withdraw, type NewAsk } from "./ask.queries";
import { completeAndSettle } from "./completion";
import { AddColleagueInput, addColleagueRules, AskMoreInput, askMoreRules, CompleteRequestInput, completeRequestRules, CorrectTopicInput, correctTopicRules, StopRequestInput, stopRequestRules } from "./leaderPage.input";
import { leadCoach, linkedEngagements, linkedRequest } from "./leaderPage.queries";
import { LeaderPage } from "./leaderPage.type";
import { loadLeaderPage } from "./load";

@ObjectType("LeaderPagePayload", { description: "What the leader sees now." })
export class LeaderPagePayload {
  @Field(() => LeaderPage, { description: "The page." })
  page!: LeaderPage;
}

const MOST_COLLEAGUES = 10;
/** Anyone may ask in anybody's name; until the mail was opened, so many others can be written to. */
const MOST_UNPROVEN = 2;

@Resolver()
export class LeaderPageResolver {
  @Query(() => LeaderPage, { description: "The leader's own request, for the holder of its private link." })
  leaderPage(@Ctx() context: Context): Promise<LeaderPage> {
    return loadLeaderPage(context, requireLink(context.link, "request"));
  }

  @Mutation(() => LeaderPagePayload, { description: "Adds what helps to choose coaches. For the holder of the request's private link." })
  async completeRequest(@Arg("input", () => CompleteRequestInput, { description: "What is added." }) input: CompleteRequestInput, @Ctx() context: Context): Promise<LeaderPagePayload> {
    const id = requireLink(context.link, "request");
    const said = readInput(completeRequestRules, input);
    await actAs(context.db, "network_intake", (intake) => completeAndSettle(intake, id, said, context.now));
    return { page: await loadLeaderPage(context, id) };
  }

  @Mutation(() => LeaderPagePayload, { description: "Says that the request is about a topic, or is not. The network's own tags stay until somebody has looked. For the holder of the request's private link." })
  async correctTopic(@Arg("input", () => CorrectTopicInput, { description: "Which topic, and what of it." }) input: CorrectTopicInput, @Ctx() context: Context): Promise<LeaderPagePayload> {
    const id = requireLink(context.link, "request");
    const { topicId, action, idempotencyKey } = readInput(correctTopicRules, input);
    const topic = await context.use(topicByCode).load(topicId);
    if (topic.kind !== "topic") throw badInput("input.topicId", "This is a domain. Choose a topic of it.");
    const text = action === "added" ? `It is about "${topic.label}" too.` : `It is not about "${topic.label}".`;
    if (await isNew(context, { requestId: id, kind: "correction", text, idempotencyKey })) await keepCorrection(context.db, id, topic.code, action, context.now);
    return { page: await loadLeaderPage(context, id) };
  }

  @Mutation(() => LeaderPagePayload, { description: "Sends a colleague a private link of their own to the request. Ten at most. For the holder of the request's private link." })
  async addColleague(@Arg("input", () => AddColleagueInput, { description: "Who." }) input: AddColleagueInput, @Ctx() context: Context): Promise<LeaderPagePayload> {
    const id = requireLink(context.link, "request");
    const { name, email, idempotencyKey } = readInput(addColleagueRules, input);
    const sent = await colleagues(context.db, id);
    if (sent >= MOST_COLLEAGUES) throw conflict("Ten colleagues are on this request. Answer one of our mails to add more.");
    if (sent >= MOST_UNPROVEN && !(await cameByMail(context.db))) throw conflict("Open this page from the mail that we sent you to add more colleagues.");
    if (await isNew(context, { requestId: id, kind: "colleague", text: `${name} <${email}>`, idempotencyKey })) {
      const [asking, owner] = await Promise.all([askingOf(context, id), context.use(ownerByRequest).load(id)]);
      await enqueueMail(context.db, "colleague_added", email, colleagueMail({ ...asking, name, owner }));
    }
    return { page: await loadLeaderPage(context, id) };
  }

  @Mutation(() => LeaderPagePayload, { description: "Asks for more, for another call, or writes a message: to the lead coach, else to whoever looks after the request. For the holder of the request's private link." })
  async askMore(@Arg("input", () => AskMoreInput, { description: "What." }) input: AskMoreInput, @Ctx() context: Context): Promise<LeaderPagePayload> {
    const id = requireLink(context.link, "request");
    const { kind, text, idempotencyKey } = readInput(askMoreRules, input);
    if (await isNew(context, { requestId: id, kind, text, idempotencyKey })) await tell(context, id, kind, text);
    return { page: await loadLeaderPage(context, id) };
  }

  @Mutation(() => LeaderPagePayload, { description: "Withdraws a request that nobody has been matched with yet, and asks for an end to the coaching else; where it has ended already, the wish and its reason are kept beside that. For the holder of the request's private link." })
  async stopRequest(@Arg("input", () => StopRequestInput, { description: "Why." }) input: StopRequestInput, @Ctx() context: Context): Promise<LeaderPagePayload> {
    const id = requireLink(context.link, "request");
    const { reason, idempotencyKey } = readInput(stopRequestRules, input);
    // It waits for whoever changes the request at this moment: what is read afterwards stands, and nobody's wish is lost to who came first.
    const isWithdrawn = await withdraw(context.db, id, context.now);
    const isKept = await isNew(context, { requestId: id, kind: "stop", text: reason, idempotencyKey });
    const isCoached = (await linkedEngagements(context.db, id)).some(({ closedAt }) => closedAt === null);
    // What was offered to coaches meanwhile is taken back, and they are told, when offers are next looked after.
    if (isKept && !isWithdrawn && isCoached) await tell(context, id, "stop", reason);
    return { page: await loadLeaderPage(context, id) };
  }
}

/** @throws DomainError CONFLICT where the key is of something else. */
async function isNew({ db, now }: Pick<Context, "db" | "now">, ask: NewAsk): Promise<boolean> {
  const kept = await keepAsk(db, ask, now);
  if (kept === "other") throw conflict("This page has sent something else under the same key. Load it anew.");
  return kept === "new";
}

async function askingOf({ db }: Pick<Context, "db">, id: string) {
  const request = await linkedRequest(db, id);
  return { requestId: id, system: request?.system ?? "", leader: { name: request?.leaderName ?? null, email: request?.leaderEmail ?? null } };
}

/** By mail to the lead coach where there is one, else to whoever looks after the request. */
async function tell(context: Context, id: string, kind: "more" | "another_call" | "message" | "stop", text: string | null): Promise<void> {
  const [asking, lead, owner] = await Promise.all([askingOf(context, id), leadCoach(context.db), context.use(ownerByRequest).load(id)]);
  const to = lead?.email ?? owner?.email;
  if (to === undefined) return;
  await enqueueMail(context.db, "leader_asks_more", to, leaderAsksMail({ ...asking, kind, text, engagementId: lead?.engagementId ?? null }));
}
