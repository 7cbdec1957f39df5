import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { z } from "zod";
import { requireStaff } from "../../access/rights";
import { databaseRole } from "../../access/viewer";
import type { Context } from "../../context";
import { lineOf, readInput, someId } from "../../input";
import { noteBySession } from "./session.loader";
import type { SessionRow } from "./session.table";
import { openNote } from "./note.queries";
import { OpenSessionNotesInput, OpenSessionNotesPayload } from "./note.type";
import { Session } from "./session.type";

const openRules = z.object({ sessionId: someId, reason: lineOf(500).min(10, "A reason has at least 10 characters.") });

/** The roles of the database that a coach's notes may be open to. */
const READERS: readonly string[] = ["network_coach", "network_provider"];

@Resolver(() => Session)
export class NoteResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "What the coaches noted, for the engagement's own coaches alone; null for everybody else, and where nothing was noted. Staff open it by openSessionNotes.",
  })
  async note(@Root() { id }: SessionRow, @Ctx() { viewer, use }: Context): Promise<string | null> {
    return READERS.includes(databaseRole(viewer)) ? use(noteBySession).load(id) : null;
  }

  @Mutation(() => OpenSessionNotesPayload, { description: "Opens a session's note by way of exception: who did so, when and why is left in the audit trail. For staff." })
  async openSessionNotes(@Arg("input", () => OpenSessionNotesInput, { description: "Which note, and why." }) input: OpenSessionNotesInput, @Ctx() { viewer, db }: Context): Promise<OpenSessionNotesPayload> {
    requireStaff(viewer);
    const { sessionId, reason } = readInput(openRules, input);
    return { note: await openNote(db, sessionId, reason) };
  }
}
