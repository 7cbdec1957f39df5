import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { requireRowRights, requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Commitment } from "../../network/learning/commitment.type";
import { commitmentsByWeek, commitmentsCarriedTo, editionsByWeek, notesByWeek } from "../../network/learning/learning.loader";
import type { CommitmentRow, EditionRow, NoteRow } from "../../network/learning/learning.table";
import { dayAt, mondayOf } from "../../network/learning/week.type";
import { DateScalar } from "../../scalars";
import { knownWeeks } from "./edit.queries";
import { editedSentences, previewedCall, requireWeek } from "./pack";
import { LearningCall, LearningEdition, PackNote, PackSentence, PreviewedSentence } from "./pack.type";

@Resolver(() => LearningCall)
export class LearningCallResolver {
  @Query(() => LearningCall, { description: "The learning call of a week. Staff have the pack that is being prepared; coaches and leads what was published of it." })
  learningCall(@Arg("week", () => DateScalar, { description: "Monday of the week, which has come." }) week: string, @Ctx() context: Context): LearningCall {
    requireRowRights(context.viewer);
    requireWeek(week, context);
    return { week };
  }

  @Query(() => [LearningCall], { description: "Learning calls, the latest first: for staff this week's and every one that something was written about, for coaches and leads those that were published." })
  async learningCalls(@Ctx() { viewer, db, now }: Context): Promise<LearningCall[]> {
    const { roles } = requireRowRights(viewer);
    const isStaff = roles.includes("staff");
    const weeks = await knownWeeks(db, isStaff);
    const all = isStaff ? new Set([mondayOf(dayAt(now)), ...weeks]) : new Set(weeks);
    return [...all].sort().toReversed().map((week) => ({ week }));
  }

  @FieldResolver(() => LearningEdition, { nullable: true, description: "What was published of it, the latest edition; null = nothing yet." })
  async edition(@Root() { week }: LearningCall, @Ctx() { use }: Context): Promise<EditionRow | null> {
    return (await use(editionsByWeek).load(week))[0] ?? null;
  }

  @FieldResolver(() => [LearningEdition], { description: "Every edition, the latest first." })
  editions(@Root() { week }: LearningCall, @Ctx() { use }: Context): Promise<EditionRow[]> {
    return use(editionsByWeek).load(week);
  }

  @FieldResolver(() => [Commitment], { description: "What was committed to in it, by when it is due." })
  commitments(@Root() { week }: LearningCall, @Ctx() { use }: Context): Promise<CommitmentRow[]> {
    return use(commitmentsByWeek).load(week);
  }

  @FieldResolver(() => [Commitment], { description: "What it has before it of earlier calls: the commitments of the call before, and older ones that are open or were settled since." })
  carried(@Root() { week }: LearningCall, @Ctx() { use }: Context): Promise<CommitmentRow[]> {
    return use(commitmentsCarriedTo).load(week);
  }

  @FieldResolver(() => [PackSentence], { description: "The pack that is being prepared: exact sentences, as of the Monday's midnight, with what staff made of them. For staff." })
  sentences(@Root() { week }: LearningCall, @Ctx() context: Context): Promise<PackSentence[]> {
    requireStaff(context.viewer);
    return editedSentences(context, week);
  }

  @FieldResolver(() => [PackNote], { description: "What staff noted for it, oldest first. For staff." })
  notes(@Root() { week }: LearningCall, @Ctx() { viewer, use }: Context): Promise<NoteRow[]> {
    requireStaff(viewer);
    return use(notesByWeek).load(week);
  }

  @FieldResolver(() => [PreviewedSentence], { description: "What organisations would get if it were published now, and what is left out and why. For staff." })
  async preview(@Root() { week }: LearningCall, @Ctx() context: Context): Promise<PreviewedSentence[]> {
    requireStaff(context.viewer);
    return (await previewedCall(context, week)).preview;
  }
}
