import { Field, ID, ObjectType } from "type-graphql";
import { enumOf } from "../../enums";
import { INTAKE_FIELDS } from "./intake.table";

export const IntakeFieldEnum = enumOf(INTAKE_FIELDS, "IntakeField", "A field of the form by which leaders ask for help.");

@ObjectType("IntakeForm", { description: "The form by which leaders ask for help, as it is opened." })
export class IntakeForm {
  @Field(() => String, { description: "Says, signed, when it was opened. It works for four days." })
  token!: string;
}

@ObjectType("SubmitRequestPayload", { description: "The request that is in." })
export class SubmitRequestPayload {
  @Field(() => ID, { description: "Its id." })
  requestId!: string;

  @Field(() => String, { description: "Path of the leader's page, with a link of a day. The mail brings one that lasts." })
  link!: string;

  @Field(() => String, { nullable: true, description: "Name of the person who looks after it; null where nobody is there to yet." })
  owner!: string | null;
}

@ObjectType("RecordIntakeVisitPayload", { description: "How far somebody came is kept." })
export class RecordIntakeVisitPayload {
  @Field(() => ID, { description: "The visit's id, as it was given." })
  id!: string;
}
