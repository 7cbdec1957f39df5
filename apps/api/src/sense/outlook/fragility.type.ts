import { Field, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import type { TopicRow } from "../../network/framework/topic.table";
import { Topic } from "../../network/framework/topic.type";
import type { ProviderRow } from "../../network/providers/provider.table";
import { Provider } from "../../network/providers/provider.type";
import { Figure } from "../figure/figure.type";

@ObjectType("DomainHours", { description: "What one organisation gives to a domain." })
export class DomainHours {
  @Field(() => Topic, { description: "The domain." })
  domain!: TopicRow;

  @Field(() => Figure, { description: describeMetric("capacity_hours") })
  hours!: Figure;

  @Field(() => Figure, { description: describeMetric("organisation_hours_share") })
  share!: Figure;
}

@ObjectType("OrganisationDependence", { description: "What hangs on one organisation." })
export class OrganisationDependence {
  @Field(() => Provider, { description: "The organisation; the hub may be one." })
  provider!: ProviderRow;

  @Field(() => Figure, { description: describeMetric("gap_specialists") })
  specialists!: Figure;

  @Field(() => Figure, { description: describeMetric("capacity_hours") })
  hours!: Figure;

  @Field(() => [Topic], { description: "Topics that only its specialists list, in the framework's order: nobody would be left for them without it." })
  onlyHere!: TopicRow[];

  @Field(() => [Topic], { description: "Topics that others list too, with coverage of 1 or more that would fall under 1 without it, in the framework's order." })
  wouldFallShort!: TopicRow[];

  @Field(() => [DomainHours], { description: "Its part in each domain that its specialists cover, in the framework's order." })
  domains!: DomainHours[];
}

@ObjectType("TopicDependence", { description: "On how many organisations a topic rests." })
export class TopicDependence {
  @Field(() => Topic, { description: "The topic." })
  topic!: TopicRow;

  @Field(() => Figure, { description: describeMetric("gap_providers") })
  organisations!: Figure;

  @Field(() => [Provider], { description: "The organisations whose specialists list it, by name." })
  providers!: ProviderRow[];

  @Field(() => Figure, { description: describeMetric("coverage_gap") })
  coverage!: Figure;
}

@ObjectType("Fragility", { description: "What hangs on single organisations. It ranks nobody: organisations are in the order of their names." })
export class Fragility {
  @Field(() => [OrganisationDependence], { description: "Organisations with a specialist who stands ready, by name." })
  organisations!: OrganisationDependence[];

  @Field(() => [TopicDependence], { description: "Every topic of the framework, in its order." })
  topics!: TopicDependence[];
}
