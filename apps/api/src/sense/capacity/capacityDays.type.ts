import { Field, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { enumOf } from "../../enums";
import { Figure } from "../figure/figure.type";
import { DateScalar } from "../../scalars";

export const COACHING_MODELS = ["organisation", "plus_team", "peer"] as const;
export type CoachingModel = (typeof COACHING_MODELS)[number];

const CoachingModelEnum = enumOf(
  COACHING_MODELS,
  "CoachingModel",
  "Whose days they are: ORGANISATION, of the network's organisations; PLUS_TEAM, of a system's teams of expert teachers; PEER, of colleagues who coach each other.",
);

@ObjectType("CapacityMonth", { description: "The coaching days of a model in a month; one under way counts up to as of." })
export class CapacityMonth {
  @Field(() => DateScalar, { description: "Its first day." })
  month!: string;

  @Field(() => Figure, { description: describeMetric("capacity_days_offered") })
  offered!: Figure;

  @Field(() => Figure, { description: describeMetric("capacity_days_used") })
  used!: Figure;
}

@ObjectType("CapacityModel", { description: "The coaching days of one model." })
export class CapacityModel {
  @Field(() => CoachingModelEnum, { description: "Whose they are." })
  model!: CoachingModel;

  @Field(() => Figure, { description: `Over the period. ${describeMetric("capacity_days_offered")}` })
  offered!: Figure;

  @Field(() => Figure, { description: `Over the period. ${describeMetric("capacity_days_used")}` })
  used!: Figure;

  @Field(() => Figure, { description: describeMetric("capacity_days_per_teacher") })
  perTeacher!: Figure;

  @Field(() => [CapacityMonth], { description: "Month by month, the earliest first." })
  months!: CapacityMonth[];
}

@ObjectType("CapacityDays", { description: "Coaching days offered and used, by model of coaching." })
export class CapacityDays {
  @Field(() => [CapacityModel], { description: "Models of which the scope holds any days, organisations first." })
  models!: CapacityModel[];
}
