import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Locale, Region } from "@arl/schema/enums";
import { LocaleEnum, RegionEnum } from "../../enums";

@ObjectType("District", { description: "A school district or charter agency of the directory." })
export class District {
  @Field(() => ID, { description: "NCES id, seven digits." })
  leaid!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "City of its office; null where not known." })
  city!: string | null;

  /** Shown as `state`. */
  stateCode!: string;

  @Field(() => LocaleEnum, { nullable: true, description: "NCES locale group; null where not known." })
  locale!: Locale | null;

  @Field(() => Int, { nullable: true, description: "Students enrolled; null where not known." })
  enrollment!: number | null;

  @Field(() => Int, { nullable: true, description: "Schools; null where not known." })
  schools!: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is an independent charter agency; null where not known." })
  isCharter!: boolean | null;

  @Field(() => Float, { nullable: true, description: "Percent of resident children in poverty, 0 to 100; null where not known." })
  childPovertyPct!: number | null;
}

@ObjectType("State", { description: "A state, the District of Columbia, a territory, or the Bureau of Indian Education (BI)." })
export class State {
  @Field(() => ID, { description: "Postal code." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => RegionEnum, { description: "Census region." })
  region!: Region;
}
