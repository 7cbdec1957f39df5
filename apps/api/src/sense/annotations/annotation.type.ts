import { Field, ID, ObjectType } from "type-graphql";
import { DateScalar } from "../../scalars";

@ObjectType("Annotation", { description: "What happened in the world on a day, for whoever reads a curve." })
export class Annotation {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => DateScalar, { description: "The day, or the first of them." })
  onDay!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day, of what took longer; null = one day." })
  untilDay!: string | null;

  @Field(() => String, { description: "What happened, in a few words." })
  text!: string;

  @Field(() => String, { description: "Who wrote it." })
  authorName!: string;
}

@ObjectType("AnnotationPayload", { description: "The annotation as it is now." })
export class AnnotationPayload {
  @Field(() => Annotation, { description: "The annotation." })
  annotation!: Annotation;
}

@ObjectType("RemoveAnnotationPayload", { description: "The annotation that is gone." })
export class RemoveAnnotationPayload {
  @Field(() => ID, { description: "The id that it had." })
  id!: string;
}
