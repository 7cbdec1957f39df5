import { Field, ObjectType } from "type-graphql";
import type { SessionRow } from "../sessions/session.table";
import { Session } from "../sessions/session.type";
import type { StepRow } from "./call.table";
import { Step } from "./call.type";

@ObjectType("LogSessionPayload", { description: "The session as it is logged." })
export class LogSessionPayload {
  @Field(() => Session, { description: "The session." })
  session!: SessionRow;
}

@ObjectType("TakeBackSessionPayload", { description: "The session that is gone." })
export class TakeBackSessionPayload {
  @Field(() => String, { description: "The id that it had." })
  id!: string;
}

@ObjectType("SettleStepPayload", { description: "The step as it is now." })
export class SettleStepPayload {
  @Field(() => Step, { description: "The step." })
  step!: StepRow;
}
