import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../scalars";

@ObjectType("AuditEvent", { description: "Something that was done, in the trail that is only ever added to." })
export class AuditEvent {
  @Field(() => ID, { description: "The event's id; later events have larger ones." })
  id!: number;

  @Field(() => DateTimeScalar, { description: "When, by the real clock." })
  at!: Date;

  @Field(() => String, { description: "What was done, such as role.given or note.opened." })
  action!: string;

  @Field(() => String, { description: "Who did it, as they were called then; or the command line, the system, the public." })
  actorName!: string;

  @Field(() => String, { nullable: true, description: "Their address then; null where nobody was signed in." })
  actorEmail!: string | null;

  @Field(() => String, { description: "What kind of thing it was done to." })
  subjectType!: string;

  @Field(() => String, { description: "Its id; * where it was done to several, which the detail counts." })
  subjectId!: string;

  @Field(() => String, { nullable: true, description: "The reason that was given; null where none was asked for." })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "The request in which it was done, as the logs name it; null where there was none." })
  requestId!: string | null;
}

@ObjectType("AuditIntegrity", { description: "Whether the trail is as it was written." })
export class AuditIntegrity {
  @Field(() => Boolean, { description: "True while no event was changed, taken out, put in or moved." })
  intact!: boolean;

  @Field(() => Int, { description: "How many events there are." })
  events!: number;

  @Field(() => ID, { nullable: true, description: "The first event that is not as it was written or does not follow the one before; null where all do." })
  firstBroken!: string | null;
}

@InputType("RecordExportInput", { description: "What somebody took out of the network." })
export class RecordExportInput {
  @Field(() => String, { description: "What it was, in a few words: up to 200 characters." })
  what!: string;

  @Field(() => Int, { description: "How many rows it has." })
  rows!: number;
}

@ObjectType("RecordExportPayload", { description: "What became of it." })
export class RecordExportPayload {
  @Field(() => Boolean, { description: "True: it is in the audit trail." })
  recorded!: boolean;
}
