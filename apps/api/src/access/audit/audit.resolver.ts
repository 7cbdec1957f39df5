import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { z } from "zod";
import type { Context } from "../../context";
import { lineOf, readInput } from "../../input";
import { connection, connectionOf, loadedPage, PageArgs, pageRequest, type Connection } from "../../page";
import { DateScalar } from "../../scalars";
import { requireStaff } from "../rights";
import { requireRole } from "../viewer";
import { auditEventById } from "./audit.loader";
import { auditEventPage, checkChain, recordEvent } from "./audit.queries";
import type { AuditEventRow } from "./audit.table";
import { AuditEvent, AuditIntegrity, RecordExportInput, RecordExportPayload } from "./audit.type";

const AuditEventConnection = connectionOf(() => AuditEvent, "AuditEvent");

@ArgsType()
class AuditArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Part of whatever is told of an event; null = no matter." })
  search?: string | null;

  @Field(() => String, { nullable: true, description: "What was done, such as role.given; null = no matter." })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the person who did it; null = no matter." })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: "What kind of thing it was done to; null = no matter." })
  subjectType?: string | null;

  @Field(() => String, { nullable: true, description: "Id of what it was done to, alone or, where the event names it, among others; null = no matter." })
  subjectId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "First day, inclusive; null = from the start." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day after the last, exclusive; null = to the end." })
  to?: string | null;
}

const exportRules = z.object({ what: lineOf(200), rows: z.number().int().min(0, "An export has 0 rows or more.") });

@Resolver(() => AuditEvent)
export class AuditResolver {
  @Query(() => AuditEventConnection, { description: "What was done in the network, by whom and why, the newest first. For staff." })
  async auditEvents(@Args(() => AuditArgs) args: AuditArgs, @Ctx() { viewer, db, use }: Context): Promise<Connection<AuditEventRow>> {
    requireStaff(viewer);
    const { first, after, search, ...exact } = args;
    const request = pageRequest({ first, after });
    const page = await auditEventPage(db, { search: search?.trim() || null, ...orNull(exact) }, request);
    return connection(await loadedPage(page, use(auditEventById)), request, ({ position }) => position);
  }

  @Query(() => AuditIntegrity, { description: "Reads the whole trail and checks that it is as it was written. For staff." })
  async auditIntegrity(@Ctx() { viewer, db }: Context): Promise<AuditIntegrity> {
    requireStaff(viewer);
    const { events, firstBroken } = await checkChain(db);
    return { intact: firstBroken === null, events, firstBroken };
  }

  @FieldResolver(() => String, { nullable: true, description: "The API key by which it was done, by its name; null where there was none." })
  viaKey(@Root() { keyId, keyName }: AuditEventRow): string | null {
    return keyName ?? keyId;
  }

  @FieldResolver(() => String, { description: "What else is known of it, as JSON." })
  detail(@Root() { detail }: AuditEventRow): string {
    return JSON.stringify(detail);
  }

  @Mutation(() => RecordExportPayload, { description: "Leaves in the audit trail that the viewer took figures or rows out of the network. For everybody with a role." })
  async recordExport(@Arg("input", () => RecordExportInput, { description: "What was taken out." }) input: RecordExportInput, @Ctx() { viewer, db }: Context): Promise<RecordExportPayload> {
    requireRole(viewer, ["staff", "provider", "coach", "funder", "steward"], "This is for people with a role in the network.");
    const { what, rows } = readInput(exportRules, input);
    await recordEvent(db, { action: "records.exported", subjectType: "records", subjectId: what, detail: { rows } });
    return { recorded: true };
  }
}

function orNull({ action, actor, subjectType, subjectId, from, to }: Omit<AuditArgs, keyof PageArgs | "search">) {
  return { action: action ?? null, actor: actor ?? null, subjectType: subjectType ?? null, subjectId: subjectId ?? null, from: from ?? null, to: to ?? null };
}
