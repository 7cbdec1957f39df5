import { Field, ID, InputType, registerEnumType } from "type-graphql";
import type { EnrollmentBand, Governance, Locale, PovertyBand, Region } from "@arl/schema/enums";
import { EnrollmentBandEnum, GovernanceEnum, LocaleEnum, PovertyBandEnum, RegionEnum } from "../../enums";
import { DateScalar } from "../../scalars";

@InputType("Scope", { description: "Which part of the network a figure covers. Omitted fields and empty lists do not restrict. Protected figures are published for one value of at most two fields, the period apart, which is a calendar month, quarter or year; anything else is BAD_USER_INPUT for those who get them, and they end with the last whole month." })
export class Scope {
  @Field(() => DateScalar, { nullable: true, description: "First day, inclusive. Requests by submission, sessions by their date, relationships by their first session." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day after the last, exclusive; also the day as of which everything is told. Null = now." })
  to?: string | null;

  @Field(() => [String], { nullable: true, description: "Postal codes of the systems' states." })
  states?: string[] | null;

  @Field(() => [RegionEnum], { nullable: true, description: "Census regions of the systems." })
  regions?: Region[] | null;

  @Field(() => [LocaleEnum], { nullable: true, description: "NCES locale groups of the systems." })
  locales?: Locale[] | null;

  @Field(() => Boolean, { nullable: true, description: "Systems with 40% or more low-income students, or known to have fewer." })
  titleI?: boolean | null;

  @Field(() => [PovertyBandEnum], { nullable: true, description: "Child-poverty bands of the systems." })
  povertyBands?: PovertyBand[] | null;

  @Field(() => [EnrollmentBandEnum], { nullable: true, description: "Size bands of the systems." })
  enrollmentBands?: EnrollmentBand[] | null;

  @Field(() => [GovernanceEnum], { nullable: true, description: "Governance of the systems." })
  governance?: Governance[] | null;

  @Field(() => [ID], { nullable: true, description: "Organisations: work that any coach of theirs is on." })
  providers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Topic codes, or NONE; a domain's code stands for all its topics." })
  topics?: string[] | null;
}

export const Dimension = {
  DOMAIN: "DOMAIN",
  TOPIC: "TOPIC",
  STATE: "STATE",
  REGION: "REGION",
  LOCALE: "LOCALE",
  TITLE_I: "TITLE_I",
  POVERTY_BAND: "POVERTY_BAND",
  ENROLLMENT_BAND: "ENROLLMENT_BAND",
  GOVERNANCE: "GOVERNANCE",
  PROVIDER: "PROVIDER",
  CHALLENGE_LEVEL: "CHALLENGE_LEVEL",
  WEEK: "WEEK",
  MONTH: "MONTH",
  QUARTER: "QUARTER",
} as const;
export type Dimension = keyof typeof Dimension;

registerEnumType(Dimension, {
  name: "Dimension",
  description: "By what a table of figures is cut.",
  valuesConfig: {
    DOMAIN: { description: "Domain of the framework. One with several topics in a domain counts once." },
    TOPIC: { description: "Topic of the framework, NONE for what it does not name. One with several topics counts once for each." },
    STATE: { description: "State of the system, by postal code." },
    REGION: { description: "Census region of the system." },
    LOCALE: { description: "NCES locale group of the system; UNKNOWN where it is not known." },
    TITLE_I: { description: "`true` where 40% or more of the students are low-income, `false`, or UNKNOWN." },
    POVERTY_BAND: { description: "Child-poverty band of the system." },
    ENROLLMENT_BAND: { description: "Size band of the system." },
    GOVERNANCE: { description: "Governance of the system; UNKNOWN where it is not known." },
    PROVIDER: { description: "Organisation of the coaches: a session's own, else its engagement's; a request's through its engagement." },
    CHALLENGE_LEVEL: { description: "Challenge level of the session, 1 to 4; UNKNOWN where there is none, as for requests." },
    WEEK: { description: "ISO week of the submission or session." },
    MONTH: { description: "Calendar month of the submission or session." },
    QUARTER: { description: "Calendar quarter of the submission or session." },
  },
});

export const Evidence = { REQUESTS: "REQUESTS", SESSIONS: "SESSIONS" } as const;
export type Evidence = keyof typeof Evidence;

registerEnumType(Evidence, {
  name: "Evidence",
  description: "What is counted.",
  valuesConfig: {
    REQUESTS: { description: "What was asked for." },
    SESSIONS: { description: "What was coached." },
  },
});

export const Interval = { WEEK: "WEEK", MONTH: "MONTH", QUARTER: "QUARTER" } as const;
export type Interval = keyof typeof Interval;

registerEnumType(Interval, { name: "Interval", description: "How finely time is cut: ISO weeks, calendar months or calendar quarters." });

@InputType("Coordinate", { description: "One heading of a needPatterns table: what falls under this key of this dimension." })
export class Coordinate {
  @Field(() => Dimension, { description: "The dimension of the rows or columns." })
  dimension!: Dimension;

  @Field(() => ID, { description: "The heading's key." })
  key!: string;
}
