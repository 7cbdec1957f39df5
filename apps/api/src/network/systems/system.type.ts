import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { EnrollmentBand, Governance, Locale, PovertyBand } from "@arl/schema/enums";
import { EnrollmentBandEnum, GovernanceEnum, LocaleEnum, PovertyBandEnum } from "../../enums";

@ObjectType("System", {
  description: "A district, charter network or single school that asks as one. Each attribute is what its latest request that says anything says, else what the directory says.",
})
export class System {
  @Field(() => ID, { description: "Its leaid, else state and name." })
  id!: string;

  @Field(() => String, { nullable: true, description: "NCES id, seven digits; null where it has none." })
  leaid!: string | null;

  @Field(() => String, { description: "Its name." })
  name!: string;

  /** Shown as `state`. */
  stateCode!: string;

  @Field(() => LocaleEnum, { nullable: true, description: "NCES locale group; null where not known." })
  locale!: Locale | null;

  @Field(() => Float, { nullable: true, description: "Share of students from low-income households, 0 to 1; null where not known." })
  lowIncomeShare!: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether that share is 0.40 or more; null where not known." })
  titleI!: boolean | null;

  @Field(() => Int, { nullable: true, description: "Students enrolled; null where not known." })
  enrollment!: number | null;

  @Field(() => Int, { nullable: true, description: "Schools; null where not known." })
  schools!: number | null;

  @Field(() => PovertyBandEnum, { description: "Band of the district's child poverty." })
  povertyBand!: PovertyBand;

  @Field(() => EnrollmentBandEnum, { description: "Band of its size." })
  enrollmentBand!: EnrollmentBand;

  @Field(() => GovernanceEnum, { nullable: true, description: "What kind of body runs it; null where not known." })
  governance!: Governance | null;
}

@ObjectType("Leader", { description: "Somebody who asked for a system." })
export class Leader {
  @Field(() => ID, { description: "The leader's id." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Name; null where not given." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "E-mail address; null where not given." })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "Role in the system, in their words; null where not given." })
  role!: string | null;
}
