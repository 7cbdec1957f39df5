import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { Figure } from "../figure/figure.type";
import { Key } from "../figure/key.type";
import { Refusal } from "../figure/refusal.type";
import { Dimension } from "../scope/scope.type";

export const UniverseSource = { NATIONAL_COUNTS: "NATIONAL_COUNTS", DIRECTORY: "DIRECTORY" } as const;
export type UniverseSource = keyof typeof UniverseSource;

registerEnumType(UniverseSource, {
  name: "UniverseSource",
  description: "Where the districts that reach is compared with are counted.",
  valuesConfig: {
    NATIONAL_COUNTS: { description: "The counts of all regular districts of the United States that come with the project, school year 2022-23." },
    DIRECTORY: { description: "The regular districts of the directory that was loaded into this network, those no longer listed left out." },
  },
});

@ObjectType("ReachUniverse", { description: "The districts that reach is compared with: those of the scope's places, localities, poverty and size. Periods, governance, Title I, topics and organisations do not narrow them." })
export class ReachUniverse {
  @Field(() => UniverseSource, { description: "Where they are counted." })
  source!: UniverseSource;

  @Field(() => Int, { description: "Regular districts whose key is known." })
  districtCount!: number;

  @Field(() => Float, { description: "Students enrolled in them." })
  studentCount!: number;
}

@ObjectType("RepresentationReading", { description: "A group's part of those reached, beside its part of those there are, counted in one way." })
export class RepresentationReading {
  @Field(() => Figure, { description: "The group's part of those reached; its interval is that of who happens to come, and null where the ratio has none." })
  share!: Figure;

  @Field(() => Float, { description: "Its part of the universe, 0 to 1; counted in full." })
  universeShare!: number;

  @Field(() => Figure, { description: "Share over share: 1 is as many as its part. TOO_FEW where it would rest on too few, or the universe has under 10 districts of the group, NO_DATA where the universe has no such group." })
  ratio!: Figure;
}

@ObjectType("RepresentationGroup", { description: "One group of systems, and how far it is reached." })
export class RepresentationGroup {
  @Field(() => Key, { description: "The group." })
  key!: Key;

  @Field(() => Figure, { description: describeMetric("systems_served") })
  systems!: Figure;

  @Field(() => Figure, { description: describeMetric("students_reached") })
  students!: Figure;

  @Field(() => RepresentationReading, { description: describeMetric("representation_districts") })
  byDistricts!: RepresentationReading;

  @Field(() => RepresentationReading, { description: describeMetric("representation_students") })
  byStudents!: RepresentationReading;
}

@ObjectType("Representation", { description: "Whom the network reaches beside who is there to be reached, counted both by districts and by students: the two often disagree." })
export class Representation {
  @Field(() => Dimension, { description: "By what it is cut." })
  by!: Dimension;

  @Field(() => ReachUniverse, { description: "What it is compared with." })
  universe!: ReachUniverse;

  @Field(() => [RepresentationGroup], { description: "Every group of the dimension, in its own order; of states, those with a regular district or a served system." })
  groups!: RepresentationGroup[];

  @Field(() => Figure, { description: "Systems served whose group is known: what the shares by districts are of. Charter networks, single schools and others count with districts; a scope of governance DISTRICT leaves them out." })
  counted!: Figure;

  @Field(() => Figure, { description: `${describeMetric("reach_unknown")} In protected form, where they are too few to be told of, they stay in what the shares are of.` })
  unknown!: Figure;

  @Field(() => Figure, { description: `${describeMetric("reach_no_district")} Exact or not at all.` })
  notDistricts!: Figure;

  @Field(() => Refusal, { nullable: true, description: "Why there is no ratio at all; null where there is." })
  refusal!: Refusal | null;
}
