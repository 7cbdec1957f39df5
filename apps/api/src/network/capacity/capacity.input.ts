import { Field, Float, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { someId } from "../../input";
import { DateScalar } from "../../scalars";
import { OWN_MODELS, type OwnModel } from "./capacity.table";
import { OwnModelEnum } from "./capacity.type";

const MOST_IN_A_TEAM = 8;

const describe = {
  schools: "Schools in which they coach, 1 or more.",
  people: "Teachers who coach, 1 or more; of a Plus team up to eight a school.",
  teachers: "Teachers who are coached; null = not known.",
  daysPerMonth: "Days a month, all of them together; at most 31 for each who coaches.",
  activeFrom: "The first day.",
  activeTo: "The day from which they no longer do; null = none is known.",
};

@InputType("StateCapacityInput", { description: "Coaching days that a system's own people offer from now on." })
export class StateCapacityInput {
  @Field(() => ID, { description: "A UUID that the caller makes: the same sent twice is stated once, and one that is known changes what was stated." })
  id!: string;

  @Field(() => ID, { description: "The system." })
  systemId!: string;

  @Field(() => OwnModelEnum, { description: "How they coach." })
  model!: OwnModel;

  @Field(() => Int, { description: describe.schools })
  schools!: number;

  @Field(() => Int, { description: describe.people })
  people!: number;

  @Field(() => Int, { nullable: true, description: describe.teachers })
  teachers?: number | null;

  @Field(() => Float, { description: describe.daysPerMonth })
  daysPerMonth!: number;

  @Field(() => DateScalar, { description: describe.activeFrom })
  activeFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: describe.activeTo })
  activeTo?: string | null;
}

const MOST_SCHOOLS = 5_000;
const MOST_PEOPLE = 100_000;
const DAYS_OF_A_MONTH = 31;

const some = (most: number) => z.int().min(1, "Give a number from 1.").max(most, `Give at most ${most}.`);

export const stateCapacityRules = z
  .object({
    id: z.uuid("Give a UUID."),
    systemId: someId,
    model: z.enum(OWN_MODELS),
    schools: some(MOST_SCHOOLS),
    people: some(MOST_PEOPLE),
    teachers: some(MOST_PEOPLE * 100)
      .nullish()
      .transform((given) => given ?? null),
    daysPerMonth: z.number().min(0, "Days are not negative."),
    activeFrom: z.string(),
    activeTo: z
      .string()
      .nullish()
      .transform((given) => given ?? null),
  })
  .refine(({ model, people, schools }) => model !== "plus_team" || people <= MOST_IN_A_TEAM * schools, { path: ["people"], message: "A Plus team has up to eight teachers a school." })
  .refine(({ daysPerMonth, people }) => daysPerMonth <= people * DAYS_OF_A_MONTH, { path: ["daysPerMonth"], message: "That is more days than a month has for them." })
  .refine(({ activeFrom, activeTo }) => activeTo === null || activeTo > activeFrom, { path: ["activeTo"], message: "The last day comes after the first." });

@InputType("ReportCapacityInput", { description: "How many of the days were used in a month. What was reported for it before gives way." })
export class ReportCapacityInput {
  @Field(() => ID, { description: "What was stated." })
  offerId!: string;

  @Field(() => DateScalar, { description: "Any day of the month." })
  month!: string;

  @Field(() => Float, { description: "Days, all of them together; not negative." })
  days!: number;
}

export const reportCapacityRules = z.object({
  offerId: z.uuid("Give the id of what was stated."),
  month: z.string().transform((day) => `${day.slice(0, 7)}-01`),
  days: z.number().min(0, "Days are not negative.").max(1_000_000, "That is more days than there are."),
});
