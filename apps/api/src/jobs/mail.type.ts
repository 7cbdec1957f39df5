import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MailStateEnum } from "./mail.enums";
import type { MailState } from "./mail.table";
import { DateTimeScalar } from "../scalars";

@ObjectType("Mail", { description: "A mail of the network's, and what became of it." })
export class Mail {
  @Field(() => ID, { description: "The mail's id." })
  id!: string;

  @Field(() => String, { description: "What it is about: invitation, password_reset, magic_link, password_changed, key_made." })
  kind!: string;

  @Field(() => String, { nullable: true, description: "What it said, as plain text. Only in a demo network, and only once it was tried: links in it let their holder in." })
  text!: string | null;

  @Field(() => String, { nullable: true, description: "The same as HTML. Only in a demo network." })
  html!: string | null;

  @Field(() => MailStateEnum, { description: "Where it stands." })
  state!: MailState;

  @Field(() => Int, { description: "How often it was tried since it was last asked for." })
  attempts!: number;

  @Field(() => String, { nullable: true, description: "Why the last attempt failed; null where none did." })
  lastError!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was asked for, by the real clock." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was handed over; null = not yet." })
  sentAt!: Date | null;
}

@InputType({ description: "Which mail to send again." })
export class ResendMailInput {
  @Field(() => ID, { description: "The mail's id." })
  id!: string;
}

@ObjectType({ description: "The mail that is sent again." })
export class ResendMailPayload {
  @Field(() => Mail, { description: "It is waiting now." })
  mail!: Mail;
}
