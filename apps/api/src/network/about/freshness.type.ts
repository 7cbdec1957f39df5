import { Field, ObjectType, registerEnumType } from "type-graphql";
import { DateTimeScalar } from "../../scalars";

export const DataSource = { REQUESTS: "REQUESTS", SESSIONS: "SESSIONS", RATINGS: "RATINGS" } as const;
export type DataSource = keyof typeof DataSource;

registerEnumType(DataSource, {
  name: "DataSource",
  description: "What records come in.",
  valuesConfig: {
    REQUESTS: { description: "Requests, by when they were submitted." },
    SESSIONS: { description: "Sessions, by when they were held." },
    RATINGS: { description: "Ratings, by when they were given." },
  },
});

@ObjectType("SourceFreshness", { description: "How far the records of one kind go." })
export class SourceFreshness {
  @Field(() => DataSource, { description: "The kind of records." })
  name!: DataSource;

  @Field(() => DateTimeScalar, { nullable: true, description: "Time of the latest that the viewer may see; null where there is none." })
  at!: Date | null;
}

@ObjectType("Freshness", { description: "How far the records go that the viewer may see, up to the network's now." })
export class Freshness {
  @Field(() => DateTimeScalar, { nullable: true, description: "Time of the latest record of any kind; null where there is none." })
  dataTo!: Date | null;

  @Field(() => SourceFreshness, { nullable: true, description: "The kind whose latest record is the oldest: figures that need it go no further. Kinds without records are left out; null where none has any." })
  oldestSource!: SourceFreshness | null;

  @Field(() => [SourceFreshness], { description: "Every kind." })
  sources!: SourceFreshness[];
}
