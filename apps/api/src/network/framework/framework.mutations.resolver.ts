import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { requireAdmin, requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { readInput } from "../../input";
import {
  AddFrameworkChangeInput, addFrameworkChangeRules, PublishFrameworkInput, publishFrameworkRules, RemoveFrameworkChangeInput, removeFrameworkChangeRules, RetagInput, retagRules,
} from "./change.input";
import { addChange, publish, removeChange, retag } from "./change.queries";
import type { FrameworkChangeRow } from "./change.table";
import { draftNow } from "./framework.resolver";
import { FrameworkChange, FrameworkDraft } from "./framework.type";

@ObjectType("AddFrameworkChangePayload", { description: "The change that was added to the draft." })
export class AddFrameworkChangePayload {
  @Field(() => FrameworkChange, { description: "The change." })
  change!: FrameworkChangeRow;

  @Field(() => FrameworkDraft, { description: "The draft with it." })
  draft!: FrameworkDraft;
}

@ObjectType("RemoveFrameworkChangePayload", { description: "The change that was taken back." })
export class RemoveFrameworkChangePayload {
  @Field(() => ID, { description: "The id it had." })
  id!: string;

  @Field(() => FrameworkDraft, { description: "The draft without it." })
  draft!: FrameworkDraft;
}

@ObjectType("PublishFrameworkPayload", { description: "The version that was published." })
export class PublishFrameworkPayload {
  @Field(() => Int, { description: "Its number." })
  version!: number;
}

@ObjectType("RetagPayload", { description: "The row that stands under its own topics now." })
export class RetagPayload {
  @Field(() => ID, { description: "Its id." })
  id!: string;
}

@Resolver()
export class FrameworkMutationResolver {
  @Mutation(() => AddFrameworkChangePayload, { description: "Adds a change to the draft of the framework's next version. Nothing else changes before that is published. For staff." })
  async addFrameworkChange(@Arg("input", () => AddFrameworkChangeInput, { description: "The change." }) input: AddFrameworkChangeInput, @Ctx() context: Context): Promise<AddFrameworkChangePayload> {
    const author = requireStaff(context.viewer);
    const change = await addChange(context.db, readInput(addFrameworkChangeRules, input), author, context.now);
    return { change, draft: await draftNow(context) };
  }

  @Mutation(() => RemoveFrameworkChangePayload, { description: "Takes a change back from the draft. For staff." })
  async removeFrameworkChange(@Arg("input", () => RemoveFrameworkChangeInput, { description: "Which." }) input: RemoveFrameworkChangeInput, @Ctx() context: Context): Promise<RemoveFrameworkChangePayload> {
    requireStaff(context.viewer);
    const { id } = readInput(removeFrameworkChangeRules, input);
    await removeChange(context.db, id);
    return { id, draft: await draftNow(context) };
  }

  @Mutation(() => PublishFrameworkPayload, {
    description: "Makes the draft the next version and says history anew through its crosswalk, all of it or nothing. A CONFLICT where the draft is not as it was looked at. For admins.",
  })
  async publishFramework(@Arg("input", () => PublishFrameworkInput, { description: "The draft as it was looked at." }) input: PublishFrameworkInput, @Ctx() { viewer, db, now }: Context): Promise<PublishFrameworkPayload> {
    requireAdmin(viewer);
    return { version: await publish(db, readInput(publishFrameworkRules, input), now) };
  }

  @Mutation(() => RetagPayload, { description: "Says which topics a row means that stands under a divided one. A CONFLICT where somebody has said so already. For staff." })
  async retag(@Arg("input", () => RetagInput, { description: "Which row, and what it means." }) input: RetagInput, @Ctx() { viewer, db, now }: Context): Promise<RetagPayload> {
    requireStaff(viewer);
    const given = readInput(retagRules, input);
    await retag(db, given, now);
    return { id: given.id };
  }
}
