import { Field, ID, InputType, ObjectType } from "type-graphql";

@InputType("OpenSessionNotesInput", { description: "Whose note staff open, and why." })
export class OpenSessionNotesInput {
  @Field(() => ID, { description: "The session's id." })
  sessionId!: string;

  @Field(() => String, { description: "Why, in 10 to 500 characters; it is kept in the audit trail." })
  reason!: string;
}

@ObjectType("OpenSessionNotesPayload", { description: "The note that was opened." })
export class OpenSessionNotesPayload {
  @Field(() => String, { nullable: true, description: "What the coaches noted; null where they noted nothing." })
  note!: string | null;
}
