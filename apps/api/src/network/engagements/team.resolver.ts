import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { requireLink } from "../../access/links/link";
import { requireRowRights, requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { conflict, forbidden, notFound } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { offerFactsById, type OfferFacts } from "../matching/offerFacts.loader";
import { coachById } from "../providers/provider.loader";
import type { CoachRow } from "../providers/provider.table";
import { Coach } from "../providers/provider.type";
import { Request } from "../requests/request.type";
import type { RequestRow } from "../requests/request.table";
import { requestClosed } from "./close.mails";
import { consented } from "./consent";
import { engagementById } from "./engagement.loader";
import type { EngagementRow } from "./engagement.table";
import { Engagement } from "./engagement.type";
import { AnswerSpecialistConsentInput, answerConsentRules, ChangeTeamInput, changeTeamRules, CloseEngagementInput, closeEngagementRules } from "./team.input";
import { consentsByRequest, teamEventsByEngagement } from "./team.loader";
import { changeTeam, closeEngagement, contactsOf, consentById } from "./team.queries";
import type { ConsentRow, TeamEventRow } from "./team.table";
import { Consent, TeamEvent } from "./team.type";

@ObjectType("EngagementPayload", { description: "The engagement as it is now." })
export class EngagementPayload {
  @Field(() => Engagement, { description: "The engagement." })
  engagement!: EngagementRow;
}

@ObjectType("ConsentPayload", { description: "What was asked, with its answer." })
export class ConsentPayload {
  @Field(() => Consent, { description: "The consent." })
  consent!: ConsentRow;
}

const BARRED: Readonly<Record<string, string>> = {
  NOT_ACTIVE: "takes on nothing new just now",
  LEADER_SAID_NO: "is not to coach this system: the leader said so",
  CONFLICT_OF_INTEREST: "has a conflict of interest with this system",
  COACH_DECLINED: "has declined this request",
  OTHER_STATES: "serves other states",
  NO_ROOM: "has no room for another relationship",
};

@Resolver(() => Engagement)
export class TeamResolver {
  @FieldResolver(() => [TeamEvent], { description: "How its team came to be what it is, oldest first; nothing of what was imported." })
  teamEvents(@Root() { id }: EngagementRow, @Ctx() { use }: Context): Promise<TeamEventRow[]> {
    return use(teamEventsByEngagement).load(id);
  }

  @Mutation(() => EngagementPayload, { description: "Adds a coach to an engagement's team, takes one off, or makes one lead. Sessions that were held stay with whoever held them. For staff; a coach takes themselves off." })
  async changeTeam(@Arg("input", () => ChangeTeamInput, { description: "The change." }) input: ChangeTeamInput, @Ctx() { viewer, db, now, use }: Context): Promise<EngagementPayload> {
    const account = requireRowRights(viewer);
    const wanted = readInput(changeTeamRules, input);
    const engagement = await use(engagementById).load(wanted.engagementId);
    if (!account.roles.includes("staff") && !(wanted.change === "remove" && wanted.coachId === account.coachId)) throw forbidden("The hub's staff change teams; a coach takes themselves off.");
    const coach = await use(coachById).load(wanted.coachId);
    const changed = await changeTeam(db, wanted, now);
    if (changed.outcome === "unknown") throw notFound("engagement", wanted.engagementId);
    if (changed.outcome === "closed") throw conflict("This engagement is closed.");
    if (changed.outcome === "last") throw conflict(`${coach.name} is its only coach: add another first, or close it.`);
    if (changed.outcome === "barred") throw conflict(`${coach.name} ${BARRED[changed.why] ?? "may not be matched here"}.`);
    return { engagement };
  }

  @Mutation(() => EngagementPayload, { description: "Closes an engagement and tells its leader. The same reason again changes nothing. For staff, and the engagement's coaches." })
  async closeEngagement(@Arg("input", () => CloseEngagementInput, { description: "Which, and why." }) input: CloseEngagementInput, @Ctx() { viewer, db, now, use }: Context): Promise<EngagementPayload> {
    requireRowRights(viewer);
    const { engagementId, reason, message } = readInput(closeEngagementRules, input);
    const before = await use(engagementById).load(engagementId);
    const contacts = await contactsOf(db, engagementId);
    const closed = await closeEngagement(db, engagementId, reason, now);
    if (closed.outcome === "unknown") throw forbidden("The engagement's own coaches close it, and the hub's staff.");
    if (closed.outcome === "closed") {
      if (closed.reason === reason) return { engagement: before };
      throw conflict("This engagement was closed already, for another reason.");
    }
    const mail = contacts && requestClosed(contacts, reason, message);
    if (mail) await enqueueMail(db, "request_closed", mail.to, mail.payload);
    return { engagement: { ...before, closedAt: now, closeReason: reason } };
  }
}

@Resolver(() => TeamEvent)
export class TeamEventResolver {
  @FieldResolver(() => Coach, { description: "Who." })
  coach(@Root() { coachId }: TeamEventRow, @Ctx() { use }: Context): Promise<CoachRow> {
    return use(coachById).load(coachId);
  }
}

@Resolver(() => Request)
export class RequestConsentsResolver {
  @FieldResolver(() => [Consent], { description: "What the leader was asked to agree to, oldest first." })
  consents(@Root() { id }: RequestRow, @Ctx() { use }: Context): Promise<ConsentRow[]> {
    return use(consentsByRequest).load(id);
  }
}

@Resolver(() => Consent)
export class ConsentResolver {
  @Query(() => [Consent], { description: "What the holder of a request's link is asked to agree to and has not answered, oldest first." })
  async consentsAsked(@Ctx() { link, use }: Context): Promise<ConsentRow[]> {
    const all = await use(consentsByRequest).load(requireLink(link, "request"));
    return all.filter(({ what, answer }) => what === "specialist" && answer === null);
  }

  @Mutation(() => ConsentPayload, { description: "Answers what the leader was asked to agree to. With a yes the specialist joins. For the holder of the request's link." })
  async answerConsentByLink(@Arg("input", () => AnswerSpecialistConsentInput, { description: "The answer." }) input: AnswerSpecialistConsentInput, @Ctx() { link, db, now }: Context): Promise<ConsentPayload> {
    requireLink(link, "request");
    return this.answered(readInput(answerConsentRules, input), { db, now } as Context);
  }

  @Mutation(() => ConsentPayload, { description: "Writes down what a leader has said to what they were asked to agree to. For staff." })
  async answerConsent(@Arg("input", () => AnswerSpecialistConsentInput, { description: "The answer." }) input: AnswerSpecialistConsentInput, @Ctx() { viewer, db, now }: Context): Promise<ConsentPayload> {
    requireStaff(viewer);
    return this.answered(readInput(answerConsentRules, input), { db, now } as Context);
  }

  private async answered({ id, answer }: { readonly id: string; readonly answer: "yes" | "no" }, { db, now }: Pick<Context, "db" | "now">): Promise<ConsentPayload> {
    await consented(db, id, answer, now);
    const consent = await consentById(db, id);
    if (!consent) throw notFound("consent", id);
    return { consent };
  }

  @FieldResolver(() => [String], { description: "Whom it is about, with their organisation: a specialist by name." })
  async who(@Root() { offerId }: ConsentRow, @Ctx() { db }: Context): Promise<readonly string[]> {
    const facts = await this.facts(offerId, db);
    return facts?.coaches.map(({ name, organisation }) => `${name} of ${organisation}`) ?? [];
  }

  @FieldResolver(() => [String], { description: "What they would help with." })
  async topics(@Root() { offerId }: ConsentRow, @Ctx() { db }: Context): Promise<readonly string[]> {
    return (await this.facts(offerId, db))?.topicLabels ?? [];
  }

  private async facts(offerId: string | null, db: Context["db"]): Promise<OfferFacts | null> {
    return offerId === null ? null : offerFactsById(db).load(offerId);
  }
}
