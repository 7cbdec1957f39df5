import { Field, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import type { IntakeField } from "../../network/intake/intake.table";
import { IntakeFieldEnum } from "../../network/intake/intake.type";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("IntakeFieldFlow", { description: "How far visits came with one field of the form." })
export class IntakeFieldFlow {
  @Field(() => IntakeFieldEnum, { description: "The field." })
  field!: IntakeField;

  @Field(() => Figure, { description: describeMetric("intake_reached_share") })
  reached!: Figure;

  @Field(() => Figure, { description: describeMetric("intake_left_share") })
  left!: Figure;

  @Field(() => Figure, { description: describeMetric("intake_left_mix") })
  ofLeavers!: Figure;

  @Field(() => Figure, { description: describeMetric("intake_field_seconds") })
  seconds!: Figure;
}

@ObjectType("IntakeSecondsBin", { description: "Requests whose form took so long." })
export class IntakeSecondsBin {
  @Field(() => Int, { description: "Seconds, included." })
  from!: number;

  @Field(() => Int, { nullable: true, description: "Seconds, not included; null = without end." })
  to!: number | null;

  @Field(() => Figure, { description: describeMetric("intake_timed") })
  requests!: Figure;
}

@ObjectType("IntakeFlow", { description: "How people ask: how far they come in the form, and how long it takes them." })
export class IntakeFlow {
  @Field(() => Figure, { description: describeMetric("intake_opened") })
  opened!: Figure;

  @Field(() => Int, { description: "Visits of the period opened less than an hour before now, which may still be under way: left out of everything." })
  tooRecent!: number;

  @Field(() => Figure, { description: describeMetric("intake_submitted") })
  submitted!: Figure;

  @Field(() => Figure, { description: describeMetric("intake_submitted_share") })
  submittedShare!: Figure;

  @Field(() => Figure, { description: `Of those who leave, those who reached no field. ${describeMetric("intake_left_mix")}` })
  leftBeforeAny!: Figure;

  @Field(() => [IntakeFieldFlow], { description: "All fields, in the order in which the form asks for them." })
  fields!: IntakeFieldFlow[];

  @Field(() => Refusal, { nullable: true, description: "Why nothing is told of visits; null where something is." })
  visitsRefusal!: Refusal | null;

  @Field(() => Figure, { description: `The median. ${describeMetric("intake_seconds")}` })
  medianSeconds!: Figure;

  @Field(() => Figure, { description: `The 90th percentile. ${describeMetric("intake_seconds")}` })
  ninetiethSeconds!: Figure;

  @Field(() => [IntakeSecondsBin], { description: "How the times are spread, from none to as long as it took." })
  bins!: IntakeSecondsBin[];

  @Field(() => Int, { description: "Requests in scope whose form told no time." })
  untimed!: number;

  @Field(() => Refusal, { nullable: true, description: "Why no time is told; null where one is." })
  secondsRefusal!: Refusal | null;
}
