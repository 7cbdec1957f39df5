import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import type { TopicRow } from "../../network/framework/topic.table";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";
import { Key } from "../figure/key.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("ClusterSystem", { description: "A system of a cluster that asked for its topic." })
export class ClusterSystem {
  @Field(() => ID, { description: "The system's id." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "Postal code of its state." })
  state!: string;

  @Field(() => String, { nullable: true, description: "City of its district's office; null where not known." })
  city!: string | null;

  @Field(() => Int, { nullable: true, description: "Students enrolled; null where not known." })
  students!: number | null;

  @Field(() => Float, { description: "Latitude of its district's office, in degrees north." })
  lat!: number;

  @Field(() => Float, { description: "Longitude, in degrees east." })
  lon!: number;

  @Field(() => Float, { description: "Kilometres from the cluster's centre." })
  km!: number;
}

@ObjectType("RequestingPlace", { description: "Where a requesting system has its office." })
export class RequestingPlace {
  @Field(() => Float, { description: "Latitude, in degrees north." })
  lat!: number;

  @Field(() => Float, { description: "Longitude, in degrees east." })
  lon!: number;
}

@ObjectType("Pooling", { description: "What it would take to serve a cluster's systems one by one, and together." })
export class Pooling {
  @Field(() => Figure, { description: `Who serve one of the cluster's states. ${describeMetric("gap_specialists")}` })
  specialists!: Figure;

  @Field(() => [Key], { description: "Their organisations, by name." })
  organisations!: Key[];

  @Field(() => Int, { description: "Systems coached together at most, as asked for." })
  cohortSize!: number;

  @Field(() => Int, { description: "Cohorts that the cluster's systems make." })
  cohorts!: number;

  @Field(() => Figure, { description: describeMetric("relationship_hours") })
  hoursEach!: Figure;

  @Field(() => Figure, { description: describeMetric("hours_one_to_one") })
  hoursOneToOne!: Figure;

  @Field(() => Figure, { description: describeMetric("hours_pooled") })
  hoursPooled!: Figure;
}

@ObjectType("RegionalCluster", {
  description: "The circle in which systems asked for a topic most beyond what they asked elsewhere. Only a q-value under 0.05 sets it apart from chance.",
})
export class RegionalCluster {
  @Field(() => Topic, { description: "What they share." })
  topic!: TopicRow;

  @Field(() => ClusterSystem, { description: "The requesting system at the middle of the circle; it need not have asked for the topic." })
  centre!: ClusterSystem;

  @Field(() => Float, { description: "Kilometres from the centre to the farthest requesting system in the circle." })
  radiusKm!: number;

  @Field(() => Figure, { description: describeMetric("cluster_systems") })
  systems!: Figure;

  @Field(() => Float, { description: "How many there would be, were the topic asked for everywhere by the same share of located systems." })
  expected!: number;

  @Field(() => Figure, { description: describeMetric("cluster_risk") })
  relativeRisk!: Figure;

  @Field(() => Figure, { description: describeMetric("cluster_students") })
  students!: Figure;

  @Field(() => [String], { description: "Postal codes of their states, in order of the alphabet." })
  states!: string[];

  @Field(() => [ClusterSystem], { description: "Those who asked, nearest to the centre first." })
  members!: ClusterSystem[];

  @Field(() => Float, { description: "How often a random arrangement of as many systems has a circle anywhere that is as unlikely." })
  pValue!: number;

  @Field(() => Float, { description: "Benjamini-Hochberg q over all topics tested." })
  qValue!: number;

  @Field(() => Pooling, { description: "What serving them together would take." })
  pooling!: Pooling;
}

@ObjectType("RegionNeed", { description: "A topic in one census region against the nation." })
export class RegionNeed {
  @Field(() => Key, { description: "The region." })
  region!: Key;

  @Field(() => Topic, { description: "The topic." })
  topic!: TopicRow;

  @Field(() => Figure, { description: describeMetric("region_systems") })
  systems!: Figure;

  @Field(() => Figure, { description: describeMetric("region_share") })
  share!: Figure;

  @Field(() => Figure, { description: `Over all regions together. ${describeMetric("region_share")}` })
  nationShare!: Figure;

  @Field(() => Float, {
    nullable: true,
    description: "Benjamini-Hochberg q, over all places tested, of Fisher's exact test of the region against the others, twice the smaller side. Null where fewer than 5 systems of the nation asked for the topic, and in protected form.",
  })
  qValue!: number | null;
}

@ObjectType("RegionalOpportunities", { description: "Where neighbours share a need, and what serving them together would take." })
export class RegionalOpportunities {
  @Field(() => Refusal, { nullable: true, description: "Why there are no clusters; null where they were looked for." })
  refusal!: Refusal | null;

  @Field(() => [RegionalCluster], { description: "One at most for each topic tested, the surest first. Only staff are told of clusters: they name places." })
  clusters!: RegionalCluster[];

  @Field(() => [RequestingPlace], { description: "Every located system of the scope; empty for who is not told of clusters." })
  places!: RequestingPlace[];

  @Field(() => Figure, { description: `Systems whose place is known. ${describeMetric("systems_requesting")}` })
  located!: Figure;

  @Field(() => Figure, { description: describeMetric("systems_requesting") })
  requesting!: Figure;

  @Field(() => Int, { description: "Topics tested: those that at least 5 located systems asked for." })
  tested!: number;

  @Field(() => Int, { description: "Random arrangements behind each p-value, at most." })
  permutations!: number;

  @Field(() => Float, { description: "The largest radius looked at, in kilometres, as asked for." })
  maxKm!: number;

  @Field(() => [RegionNeed], { description: "Systems by census region and topic, in the order of both. Cells of zero are left out; a protected table lists every place." })
  regions!: RegionNeed[];
}
