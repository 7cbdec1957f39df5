import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../page";
import { DateTimeScalar } from "../../scalars";
import { DeskActorEnum, DeskOwnerEnum, DeskStepEnum, TargetStepEnum, type DeskActor, type DeskOwner, type DeskStep, type TargetStep } from "./step.enums";

@ObjectType("DeskPerson", { description: "A member of staff, as the desk knows them." })
export class DeskPerson {
  @Field(() => ID, { description: "Their account's id." })
  id!: string;

  @Field(() => String, { description: "Name." })
  name!: string;
}

@ObjectType("DeskItem", { description: "A request that has not ended, with what comes next." })
export class DeskItem {
  @Field(() => ID, { description: "The request's id." })
  id!: string;

  @Field(() => DeskStepEnum, { description: "What comes next: of all that is to be done, what is due first." })
  step!: DeskStep;

  @Field(() => DeskActorEnum, { description: "Whose turn it is." })
  actor!: DeskActor;

  @Field(() => DateTimeScalar, { description: "Since when it waits for that." })
  since!: Date;

  @Field(() => DateTimeScalar, { description: "When it should be done." })
  due!: Date;

  @Field(() => Int, { description: "Other requests of its system that nobody was matched with either, submitted within 30 days: they may be the same." })
  twins!: number;
}

export const DeskItemConnection = connectionOf(() => DeskItem, "DeskItem");

@ObjectType("DeskCount", { description: "How many requests wait for one step." })
export class DeskCount {
  @Field(() => DeskStepEnum, { description: "The step." })
  step!: DeskStep;

  @Field(() => Int, { description: "Requests." })
  count!: number;

  @Field(() => Int, { description: "Of those, overdue." })
  overdue!: number;
}

@ObjectType("DeskCounts", { description: "What is in the queue." })
export class DeskCounts {
  @Field(() => Int, { description: "Requests that have not ended." })
  all!: number;

  @Field(() => Int, { description: "Of those, the viewer's." })
  mine!: number;

  @Field(() => Int, { description: "Of those, nobody's." })
  nobodys!: number;

  @Field(() => Int, { description: "Of those that were asked for, overdue." })
  overdue!: number;

  @Field(() => [DeskCount], { description: "Those that were asked for by step, in the order of the steps; without those that nothing waits for." })
  steps!: DeskCount[];
}

@ObjectType("DeskTarget", { description: "How long a step may take." })
export class DeskTarget {
  @Field(() => TargetStepEnum, { description: "The step." })
  step!: TargetStep;

  @Field(() => Float, { description: "Days until it is overdue." })
  days!: number;
}

@ObjectType("DeskMoment", { description: "Something that happened to a request." })
export class DeskMoment {
  @Field(() => ID, { description: "Its id within the request." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "What happened, in a sentence without its end." })
  what!: string;

  @Field(() => String, { nullable: true, description: "Who did it; null where that is not known." })
  by!: string | null;

  @Field(() => String, { nullable: true, description: "What was written with it, for staff alone; null = nothing." })
  text!: string | null;
}

@ObjectType("PossibleDuplicate", { description: "Another request that may be the same, told twice." })
export class PossibleDuplicate {
  @Field(() => Boolean, { description: "Whether the same leader asked." })
  sameLeader!: boolean;

  @Field(() => Boolean, { description: "Whether the same system did." })
  sameSystem!: boolean;

  @Field(() => Float, { description: "How alike the words are, 0 to 1." })
  alike!: number;
}

@ObjectType("DeskRequest", { description: "A request with all that staff know of it." })
export class DeskRequest {
  @Field(() => ID, { description: "The request's id." })
  id!: string;
}

@InputType("DeskFilter", { description: "Which part of the queue." })
export class DeskFilterInput {
  @Field(() => DeskOwnerEnum, { nullable: true, description: "Whose; null = all." })
  owner?: DeskOwner | null;

  @Field(() => DeskStepEnum, { nullable: true, description: "What they wait for; null = no matter." })
  step?: DeskStep | null;

  @Field(() => Boolean, { nullable: true, description: "Whether only what is overdue; null = no." })
  overdue?: boolean | null;

  @Field(() => String, { nullable: true, description: "Part of the system's or leader's name, or of the id; null = no matter." })
  search?: string | null;
}
