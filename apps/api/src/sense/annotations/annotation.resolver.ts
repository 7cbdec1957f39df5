import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { ROLES } from "@arl/schema/enums";
import { requireStaff } from "../../access/rights";
import { requireRole } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { readInput } from "../../input";
import { topicByCode } from "../../network/framework/topic.loader";
import type { TopicRow } from "../../network/framework/topic.table";
import { Topic } from "../../network/framework/topic.type";
import { AddAnnotationInput, addAnnotationRules, ChangeAnnotationInput, changeAnnotationRules, RemoveAnnotationInput, removeAnnotationRules } from "./annotation.input";
import { addAnnotation, changeAnnotation, listAnnotations, removeAnnotation, type NewAnnotation } from "./annotation.queries";
import type { AnnotationRow } from "./annotation.table";
import { Annotation, AnnotationPayload, RemoveAnnotationPayload } from "./annotation.type";

@Resolver(() => Annotation)
export class AnnotationResolver {
  @Query(() => [Annotation], { description: "What staff have noted on the time axis, the earliest first. For everybody with a role." })
  annotations(@Ctx() { viewer, db }: Context): Promise<AnnotationRow[]> {
    requireRole(viewer, ROLES, "Annotations are read by people with a role in the network.");
    return listAnnotations(db);
  }

  @FieldResolver(() => Topic, { nullable: true, description: "The topic or domain that it is about; null = of everything." })
  async topic(@Root() { topicCode }: AnnotationRow, @Ctx() { use }: Context): Promise<TopicRow | null> {
    return topicCode === null ? null : use(topicByCode).load(topicCode);
  }

  @Mutation(() => AnnotationPayload, { description: "Adds an annotation. For staff." })
  async addAnnotation(@Arg("input", () => AddAnnotationInput, { description: "The annotation." }) input: AddAnnotationInput, @Ctx() context: Context): Promise<{ annotation: AnnotationRow }> {
    const { name } = requireStaff(context.viewer);
    return { annotation: await addAnnotation(context.db, name, await known(context, readInput(addAnnotationRules, input))) };
  }

  @Mutation(() => AnnotationPayload, { description: "Puts an annotation in another's place. For staff." })
  async changeAnnotation(@Arg("input", () => ChangeAnnotationInput, { description: "As it is to be." }) input: ChangeAnnotationInput, @Ctx() context: Context): Promise<{ annotation: AnnotationRow }> {
    requireStaff(context.viewer);
    const { id, ...rest } = readInput(changeAnnotationRules, input);
    return { annotation: await changeAnnotation(context.db, id, await known(context, rest)) };
  }

  @Mutation(() => RemoveAnnotationPayload, { description: "Removes an annotation. For staff." })
  async removeAnnotation(@Arg("input", () => RemoveAnnotationInput, { description: "Which." }) input: RemoveAnnotationInput, @Ctx() { viewer, db }: Context): Promise<{ id: string }> {
    requireStaff(viewer);
    const { id } = readInput(removeAnnotationRules, input);
    await removeAnnotation(db, id);
    return { id };
  }
}

/** @throws DomainError BAD_USER_INPUT for a topic that the framework does not have. */
async function known({ use }: Context, { topic, ...rest }: Omit<NewAnnotation, "topicCode"> & { readonly topic: string | null }): Promise<NewAnnotation> {
  if (topic === null) return { ...rest, topicCode: null };
  const row = await use(topicByCode)
    .load(topic)
    .catch(() => null);
  if (row === null) throw badInput("input.topic", `The framework has no topic ${topic}.`);
  return { ...rest, topicCode: row.code };
}
