import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Figure } from "../figure/figure.type";
import { Key } from "../figure/key.type";
import { Refusal } from "../figure/refusal.type";
import { Dimension } from "../scope/scope.type";

export const FunnelStage = { MATCHED: "MATCHED", SUSTAINED: "SUSTAINED", RATED: "RATED" } as const;
export type FunnelStage = keyof typeof FunnelStage;

registerEnumType(FunnelStage, {
  name: "FunnelStage",
  description: "How far a request came, within the window from asking.",
  valuesConfig: {
    MATCHED: { description: "It was matched, or a session was held." },
    SUSTAINED: { description: "Three sessions were held in one of its engagements." },
    RATED: { description: "And one of the sessions of such an engagement was rated." },
  },
});

@ObjectType("FunnelStep", { description: "Requests of a group that came to a step." })
export class FunnelStep {
  @Field(() => FunnelStage, { description: "The step." })
  stage!: FunnelStage;

  @Field(() => Figure, { description: describeMetric("funnel_requests") })
  requests!: Figure;

  @Field(() => Figure, { description: `Of the step before. ${describeMetric("funnel_share")}` })
  ofBefore!: Figure;

  @Field(() => Figure, { description: `Of all asked. ${describeMetric("funnel_share")}` })
  ofAsked!: Figure;

  @Field(() => Figure, { nullable: true, description: `${describeMetric("funnel_difference")} Null for all groups together; TOO_FEW where it is not tested.` })
  difference!: Figure | null;

  @Field(() => Float, { nullable: true, description: "Benjamini-Hochberg q over all groups and steps that were tested. Null where the difference was not." })
  qValue!: number | null;
}

@ObjectType("FunnelGroup", { description: "The way from asking to a rated call, of one group." })
export class FunnelGroup {
  @Field(() => Key, { description: "The group." })
  key!: Key;

  @Field(() => Figure, { description: "Requests of it that were followed for the whole window; n is the systems they come from." })
  asked!: Figure;

  @Field(() => [FunnelStep], { description: "Matched, sustained, rated." })
  steps!: FunnelStep[];
}

@ObjectType("ReachFunnel", { description: "Whether those who ask stay: equal access can hide unequal persistence." })
export class ReachFunnel {
  @Field(() => Dimension, { description: "By what it is cut." })
  by!: Dimension;

  @Field(() => Int, { description: "Days from asking within which everything is counted, so that early and late requests have had as long." })
  followUpDays!: number;

  @Field(() => Figure, { description: "Requests of known groups that were followed for the whole window." })
  asked!: Figure;

  @Field(() => Figure, { description: "Requests in scope that were asked less than the window before as of: left out of every step." })
  tooRecent!: Figure;

  @Field(() => Figure, { description: "Followed requests whose group is not known: left out." })
  unknown!: Figure;

  @Field(() => [FunnelStep], { description: "All groups together." })
  steps!: FunnelStep[];

  @Field(() => [FunnelGroup], { description: "Groups with a followed request, in the dimension's own order." })
  groups!: FunnelGroup[];

  @Field(() => Refusal, { nullable: true, description: "Why no groups are compared; null where some are." })
  refusal!: Refusal | null;
}
