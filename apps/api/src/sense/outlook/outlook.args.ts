import { ArgsType, Field, Float, ID, Int } from "type-graphql";
import { RECENT_DEMAND_DAYS } from "@arl/schema/network";
import { badInput } from "../../errors";
import { Scope } from "../scope/scope.type";

const WEEKS = 26;
/** An hour of preparation, notes and travel with each hour of a session. */
const PREPARATION = 1;

@ArgsType()
export class OutlookArgs {
  @Field(() => Scope, { nullable: true, description: "Null = the whole network. Only the end of its period counts, as the moment that the outlook starts from; its topics do not." })
  scope?: Scope | null;

  @Field(() => ID, { nullable: true, description: "Code of a topic or domain; null = the one with the lowest coverage that can be estimated." })
  topic?: string | null;

  @Field(() => Int, { defaultValue: 0, description: "Specialists to add, 0 to 20." })
  added!: number;

  @Field(() => Float, { nullable: true, description: "Hours a month that each of them gives to the topic, over 0 and up to 200; null = the median of its specialists." })
  addedHours?: number | null;

  @Field(() => ID, { nullable: true, description: "An organisation whose specialists are lost; their open relationships pass to those who stay. Null = none." })
  lostProvider?: string | null;

  @Field(() => Int, { defaultValue: WEEKS, description: "The horizon in weeks, 4 to 104." })
  weeks!: number;

  @Field(() => Int, { defaultValue: RECENT_DEMAND_DAYS, description: "Days before the moment in which requests are counted, 28 to 730: demand is taken to go on like that." })
  windowDays!: number;

  @Field(() => Float, { nullable: true, description: "Hours a month that one relationship takes in all, preparation included, over 0 and up to 100; null = as the minutes of sessions say." })
  relationshipHours?: number | null;

  @Field(() => Float, { defaultValue: PREPARATION, description: "Hours of preparation and notes for each hour of a session, 0 to 5." })
  preparation!: number;
}

/** What is asked, within bounds. */
export interface OutlookQuestion {
  readonly topic: string | null;
  readonly added: number;
  readonly addedHours: number | null;
  readonly lostProvider: string | null;
  readonly weeks: number;
  readonly windowDays: number;
  readonly relationshipHours: number | null;
  readonly preparation: number;
}

interface Bound {
  readonly field: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly what: string;
  /** Whether `least` itself is too little. */
  readonly above?: boolean;
}

/**
 * The question that arguments ask.
 * @throws DomainError BAD_USER_INPUT with the argument at fault.
 */
export function readQuestion({ topic, addedHours, lostProvider, relationshipHours, added, weeks, windowDays, preparation }: OutlookArgs): OutlookQuestion {
  const question = { topic: topic ?? null, addedHours: addedHours ?? null, lostProvider: lostProvider ?? null, relationshipHours: relationshipHours ?? null, added, weeks, windowDays, preparation };
  for (const { field, value, least, most, what, above = false } of boundsOf(question)) {
    if (value === null || (value <= most && (above ? value > least : value >= least))) continue;
    throw badInput(field, `${above ? `More than ${least} and up to ${most}` : `${least} to ${most}`} ${what}, not ${value}.`);
  }
  return question;
}

const boundsOf = ({ added, addedHours, weeks, windowDays, relationshipHours, preparation }: OutlookQuestion): readonly Bound[] => [
  { field: "added", value: added, least: 0, most: 20, what: "specialists can be added" },
  { field: "addedHours", value: addedHours, least: 0, most: 200, what: "hours a month can be given by each", above: true },
  { field: "weeks", value: weeks, least: 4, most: 104, what: "weeks can be looked ahead" },
  { field: "windowDays", value: windowDays, least: 28, most: 730, what: "days can be looked back" },
  { field: "relationshipHours", value: relationshipHours, least: 0, most: 100, what: "hours a month can be taken by a relationship", above: true },
  { field: "preparation", value: preparation, least: 0, most: 5, what: "hours of preparation can go with an hour of a session" },
];
