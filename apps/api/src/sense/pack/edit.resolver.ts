import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { badInput, notFound } from "../../errors";
import { readInput } from "../../input";
import type { NoteRow } from "../../network/learning/learning.table";
import { AddPackNoteInput, addPackNoteRules, EditPackSentenceInput, editPackSentenceRules, PackSentenceInput, packSentenceRules, RemovePackNoteInput, removePackNoteRules } from "./edit.input";
import { addNote, removeNote, restoreSentence, touchSentence } from "./edit.queries";
import { editedSentences, requireWeek } from "./pack";
import { PackNote, PackSentence } from "./pack.type";

@ObjectType("PackSentencePayload", { description: "A sentence of a pack, as it is now." })
export class PackSentencePayload {
  @Field(() => PackSentence, { description: "The sentence." })
  sentence!: PackSentence;
}

@ObjectType("AddPackNotePayload", { description: "The note that was added." })
export class AddPackNotePayload {
  @Field(() => PackNote, { description: "The note." })
  note!: NoteRow;
}

@ObjectType("RemovePackNotePayload", { description: "The note that was taken away." })
export class RemovePackNotePayload {
  @Field(() => ID, { description: "Its id." })
  id!: string;
}

@Resolver()
export class PackEditResolver {
  @Mutation(() => PackSentencePayload, { description: "Puts a sentence of a pack into other words. Its numbers have to stand in its protected form, too, before it can be published. For staff." })
  async editPackSentence(@Arg("input", () => EditPackSentenceInput, { description: "Which, and how it is to read." }) input: EditPackSentenceInput, @Ctx() context: Context): Promise<PackSentencePayload> {
    const account = requireStaff(context.viewer);
    const { week, sentence: id, text } = readInput(editPackSentenceRules, input);
    const before = await sentenceOf(context, week, id);
    await touchSentence(context.db, { week, sentenceId: id, basedOn: before.made }, { text, hidden: false }, account, context.now);
    return { sentence: { ...before, text, edited: true, hidden: false, changedSince: false, editedByName: account.name } };
  }

  @Mutation(() => PackSentencePayload, { description: "Hides a sentence of a pack. For staff." })
  async hidePackSentence(@Arg("input", () => PackSentenceInput, { description: "Which." }) input: PackSentenceInput, @Ctx() context: Context): Promise<PackSentencePayload> {
    const account = requireStaff(context.viewer);
    const { week, sentence: id } = readInput(packSentenceRules, input);
    const before = await sentenceOf(context, week, id);
    await touchSentence(context.db, { week, sentenceId: id, basedOn: before.made }, { hidden: true }, account, context.now);
    return { sentence: { ...before, hidden: true, changedSince: false, editedByName: account.name } };
  }

  @Mutation(() => PackSentencePayload, { description: "Shows a sentence again, as it is made from the figures. For staff." })
  async restorePackSentence(@Arg("input", () => PackSentenceInput, { description: "Which." }) input: PackSentenceInput, @Ctx() context: Context): Promise<PackSentencePayload> {
    requireStaff(context.viewer);
    const { week, sentence: id } = readInput(packSentenceRules, input);
    const before = await sentenceOf(context, week, id);
    await restoreSentence(context.db, week, id);
    return { sentence: { ...before, text: before.made, edited: false, hidden: false, changedSince: false, editedByName: null } };
  }

  @Mutation(() => AddPackNotePayload, { description: "Adds a note to a call. It is published as it is written, so it may hold nothing that organisations may not see. For staff." })
  async addPackNote(@Arg("input", () => AddPackNoteInput, { description: "To which call, and what." }) input: AddPackNoteInput, @Ctx() context: Context): Promise<AddPackNotePayload> {
    const account = requireStaff(context.viewer);
    const { week, text } = readInput(addPackNoteRules, input);
    requireWeek(week, context, "input.week");
    return { note: await addNote(context.db, week, text, account, context.now) };
  }

  @Mutation(() => RemovePackNotePayload, { description: "Takes a note away. What was published of it stays published. For staff." })
  async removePackNote(@Arg("input", () => RemovePackNoteInput, { description: "Which." }) input: RemovePackNoteInput, @Ctx() { viewer, db }: Context): Promise<RemovePackNotePayload> {
    requireStaff(viewer);
    const { id } = readInput(removePackNoteRules, input);
    await removeNote(db, id);
    return { id };
  }
}

async function sentenceOf(context: Context, week: string, id: string): Promise<PackSentence> {
  requireWeek(week, context, "input.week");
  const sentence = (await editedSentences(context, week)).find((each) => each.id === id);
  if (!sentence) throw id.includes(":") ? notFound("sentence", id) : badInput("input.sentence", "A sentence's id is its kind, a colon, and what it is about.");
  return sentence;
}
