import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import { requireRole } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput, conflict } from "../../errors";
import { readInput } from "../../input";
import type { EditionRow, PublishedSentence } from "../../network/learning/learning.table";
import { PublishLearningCallInput, publishLearningCallRules, SetLearningCallMailInput } from "./edit.input";
import { previewedCall, requireWeek } from "./pack";
import { LearningEdition } from "./pack.type";
import { sentOf } from "./preview";
import { keepMailWish, latestEdition, putEdition, waitToPublish, wantsMail } from "./publish.queries";

@ObjectType("PublishLearningCallPayload", { description: "The edition that coaches and leads have now." })
export class PublishLearningCallPayload {
  @Field(() => LearningEdition, { description: "The edition." })
  edition!: EditionRow;

  @Field(() => Boolean, { description: "False where the last edition says the same already: nothing was published or mailed anew." })
  isNew!: boolean;
}

@ObjectType("SetLearningCallMailPayload", { description: "Whether the viewer is mailed what is published of the calls." })
export class SetLearningCallMailPayload {
  @Field(() => Boolean, { description: "False = no more." })
  wanted!: boolean;
}

const MAILED = "Learning calls are mailed to coaches and organisations' leads.";

@Resolver()
export class PublishResolver {
  @Mutation(() => PublishLearningCallPayload, {
    description:
      "Publishes a call to coaches and leads, and mails it to them: what `LearningCall.preview` shows, word for word. Published again it is another edition; unless it says the same as the last, which then stands. BAD_USER_INPUT names a number that staff put into a sentence and that does not stand in its protected form. For staff.",
  })
  async publishLearningCall(@Arg("input", () => PublishLearningCallInput, { description: "Which." }) input: PublishLearningCallInput, @Ctx() context: Context): Promise<PublishLearningCallPayload> {
    const account = requireStaff(context.viewer);
    const { week } = readInput(publishLearningCallRules, input);
    requireWeek(week, context, "input.week");
    const { db, now } = context;
    const { preview, asOf } = await previewedCall(context, week);
    const fault = preview.find((each) => each.fault !== null);
    if (fault) throw badInput("input.week", fault.fault ?? "");
    const sentences = sentOf(preview);
    if (sentences.length === 0) throw conflict("Nothing in this call can be published: every sentence is hidden or left out, and there is no note.");
    await waitToPublish(db);
    const latest = await latestEdition(db, week);
    if (latest && saysTheSame(latest.sentences, sentences)) return { edition: latest, isNew: false };
    return { edition: await putEdition(db, { week, number: (latest?.number ?? 0) + 1, asOf, sentences }, account, now), isNew: true };
  }

  @Query(() => Boolean, { description: "Whether the viewer, a coach or a lead, is mailed what is published of the learning calls." })
  learningCallMail(@Ctx() { viewer, db }: Context): Promise<boolean> {
    return wantsMail(db, requireRole(viewer, ["coach", "provider"], MAILED).id);
  }

  @Mutation(() => SetLearningCallMailPayload, { description: "Says whether the viewer, a coach or a lead, wants what is published of the learning calls as mail." })
  async setLearningCallMail(@Arg("input", () => SetLearningCallMailInput, { description: "Whether." }) { wanted }: SetLearningCallMailInput, @Ctx() { viewer, db }: Context): Promise<SetLearningCallMailPayload> {
    await keepMailWish(db, requireRole(viewer, ["coach", "provider"], MAILED).id, wanted);
    return { wanted };
  }
}

const saysTheSame = (one: readonly PublishedSentence[], other: readonly PublishedSentence[]): boolean =>
  one.length === other.length && one.every(({ id, text }, index) => id === other[index]?.id && text === other[index]?.text);
