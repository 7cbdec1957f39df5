import { Field, Float, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import type { TopicRow } from "../../network/framework/topic.table";
import { Topic } from "../../network/framework/topic.type";
import { DateScalar } from "../../scalars";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("OutlookTopic", { description: "A topic or domain that an outlook can be asked of." })
export class OutlookTopic {
  @Field(() => Topic, { description: "The topic or domain." })
  topic!: TopicRow;

  @Field(() => Int, { description: "Requests on it in the window; of a domain, on any of its topics." })
  arrivals!: number;

  @Field(() => Figure, { description: describeMetric("capacity_hours") })
  capacityHours!: Figure;

  @Field(() => Figure, { description: `${describeMetric("coverage_gap")} Demand is here what was asked in the window.` })
  coverage!: Figure;

  @Field(() => Boolean, { description: "Whether there are requests and hours enough for an outlook." })
  estimable!: boolean;
}

@ObjectType("OutlookWeek", { description: "How it will be at the end of one week." })
export class OutlookWeek {
  @Field(() => DateScalar, { description: "The day on which the week ends." })
  end!: string;

  @Field(() => Figure, { description: "How long somebody who asks on that day will wait for a specialist. Unit: days. NOT_REACHED where nobody will ever have room." })
  wait!: Figure;

  @Field(() => Figure, { description: "Requests on the topic that wait on that day. Unit: requests." })
  queue!: Figure;
}

@ObjectType("OutlookWaits", { description: "Those who will wait for so long." })
export class OutlookWaits {
  @Field(() => Float, { description: "Longer than so many days; 0 for those who do not wait or wait less than `to`." })
  from!: number;

  @Field(() => Float, { nullable: true, description: "Up to so many days; null = however long." })
  to!: number | null;

  @Field(() => Figure, { description: "Their share of those who come before the horizon." })
  share!: Figure;
}

@ObjectType("OutlookForecast", { description: "How a topic will fare with so many specialist hours. Intervals hold 95% of the futures drawn: chance, and what is not known of rates and lengths." })
export class OutlookForecast {
  @Field(() => Figure, { description: describeMetric("capacity_hours") })
  capacityHours!: Figure;

  @Field(() => Figure, { description: describeMetric("outlook_places") })
  places!: Figure;

  @Field(() => Figure, { description: describeMetric("outlook_utilisation") })
  utilisation!: Figure;

  @Field(() => Figure, { description: describeMetric("outlook_growth") })
  growth!: Figure;

  @Field(() => Figure, { description: describeMetric("outlook_wait") })
  medianWait!: Figure;

  @Field(() => Figure, { description: describeMetric("outlook_long_wait") })
  longWait!: Figure;

  @Field(() => Figure, { description: describeMetric("outlook_late") })
  late!: Figure;

  @Field(() => Figure, { description: describeMetric("outlook_queue") })
  queue!: Figure;

  @Field(() => [OutlookWeek], { description: "Week by week to the horizon." })
  byWeek!: OutlookWeek[];

  @Field(() => [OutlookWaits], { description: "How waits are spread over those who come before the horizon." })
  waits!: OutlookWaits[];
}

@ObjectType("OutlookDifference", { description: "What the change makes of it: changed less now, both in the same futures. Negative is better." })
export class OutlookDifference {
  @Field(() => Figure, { description: "Of the median wait. Unit: days." })
  medianWait!: Figure;

  @Field(() => Figure, { description: "Of the wait of nine in ten. Unit: days." })
  longWait!: Figure;

  @Field(() => Figure, { description: "Of the share that waits longer than the service target." })
  late!: Figure;

  @Field(() => Figure, { description: "Of the queue at the horizon. Unit: requests." })
  queue!: Figure;
}

@ObjectType("CapacityOutlook", { description: "How long those who ask on a topic will wait if demand goes on as it does, and what a change of specialists would make of it." })
export class CapacityOutlook {
  @Field(() => DateScalar, { description: "The day that it starts from." })
  day!: string;

  @Field(() => Topic, { nullable: true, description: "What it is of; null where the framework has nothing to tell of." })
  topic!: TopicRow | null;

  @Field(() => [OutlookTopic], { description: "Every topic and domain it could be asked of, in the framework's order." })
  topics!: OutlookTopic[];

  @Field(() => Refusal, { nullable: true, description: "Why there is no outlook; null where there is one." })
  refusal!: Refusal | null;

  @Field(() => Int, { description: "Days over which requests were counted: the window, or, if the records are younger, since the first request." })
  countedDays!: number;

  @Field(() => Figure, { nullable: true, description: describeMetric("outlook_arrivals") })
  arrivals!: Figure | null;

  @Field(() => Figure, { nullable: true, description: describeMetric("outlook_relationship_hours") })
  relationshipHours!: Figure | null;

  @Field(() => Figure, { nullable: true, description: describeMetric("minutes_recorded") })
  minutesRecorded!: Figure | null;

  @Field(() => Figure, { nullable: true, description: describeMetric("gap_specialists") })
  specialists!: Figure | null;

  @Field(() => Int, { nullable: true, description: "Requests on the topic that wait for a match at the start." })
  waiting!: number | null;

  @Field(() => Int, { nullable: true, description: "Open relationships on the topic that one of its specialists is on, at the start." })
  open!: number | null;

  @Field(() => Float, { nullable: true, description: "Hours a month that each added specialist is taken to give to the topic." })
  addedHours!: number | null;

  @Field(() => Int, { nullable: true, description: "How many futures were drawn." })
  futures!: number | null;

  @Field(() => [String], { description: "What is taken for granted, as sentences." })
  assumptions!: string[];

  @Field(() => OutlookForecast, { nullable: true, description: "As things are; null with a refusal." })
  now!: OutlookForecast | null;

  @Field(() => OutlookForecast, { nullable: true, description: "After the change; null where none is asked about." })
  changed!: OutlookForecast | null;

  @Field(() => OutlookDifference, { nullable: true, description: "What the change does; null where none is asked about." })
  difference!: OutlookDifference | null;
}
