import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { requireRole } from "../access/viewer";
import type { Context } from "../context";
import { getSettings } from "../db/settings.queries";
import { DomainError, forbidden, notFound } from "../errors";
import { connection, connectionOf, loadedPage, PageArgs, pageRequest, type Connection } from "../page";
import { MailStateEnum } from "./mail.enums";
import { mailById, type MailRow } from "./mail.loader";
import { auditResending, mailPage, resend } from "./mail.queries";
import type { MailState } from "./mail.table";
import { Mail, ResendMailInput, ResendMailPayload } from "./mail.type";
import { SUBJECTS } from "./mails/subjects";

const MailConnection = connectionOf(() => Mail, "Mail");

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

@Resolver(() => Mail)
export class MailResolver {
  @Query(() => MailConnection, { description: "Mail that the network sent or is to send, the newest first. Open to staff." })
  async mails(
    @Arg("state", () => MailStateEnum, { nullable: true, description: "Where it stands; null = no matter." }) state: MailState | null,
    @Arg("search", () => String, { nullable: true, description: "Part of the address; null = no matter." }) search: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { db, use, viewer }: Context,
  ): Promise<Connection<MailRow>> {
    requireRole(viewer, ["staff"], "The network's mail is open to its staff.");
    const request = pageRequest(args);
    const page = await mailPage(db, { state: state ?? null, search: search ?? null }, request);
    return connection(await loadedPage(page, use(mailById)), request, ({ position }) => position);
  }

  @Query(() => MailConnection, { description: "What a demo network has written to whom, the newest first. Open to all there, and to nobody elsewhere." })
  async outbox(@Args(() => PageArgs) args: PageArgs, @Ctx() { db, use }: Context): Promise<Connection<MailRow>> {
    const { demoLoadedAt } = await use(getSettings);
    if (demoLoadedAt === null) throw forbidden("Only a demo network shows its outbox.");
    const request = pageRequest(args);
    const page = await mailPage(db, { state: null, search: null }, request);
    return connection(await loadedPage(page, use(mailById)), request, ({ position }) => position);
  }

  @FieldResolver(() => String, { description: "The address that it goes to." })
  to(@Root() { toAddress }: MailRow): string {
    return toAddress;
  }

  @FieldResolver(() => String, { description: "Its subject." })
  subject(@Root() { kind }: MailRow): string {
    return SUBJECTS[kind];
  }

  @Mutation(() => ResendMailPayload, { description: "Sends a mail again, with the same Message-ID, so that a mailbox that has it knows the repeat. Open to staff." })
  async resendMail(
    @Arg("input", () => ResendMailInput, { description: "Which mail." }) { id }: ResendMailInput,
    @Ctx() { db, use, viewer }: Context,
  ): Promise<{ mail: MailRow }> {
    requireRole(viewer, ["staff"], "The network's mail is open to its staff.");
    const outcome = UUID.test(id) ? await resend(db, id) : "unknown";
    if (outcome === "unknown") throw notFound("mail", id);
    if (outcome === "forgotten") throw new DomainError("CONFLICT", "The link in this mail is no longer kept; ask for a new one instead.");
    await auditResending(db, id);
    return { mail: await use(mailById).load(id.toLowerCase()) };
  }
}
