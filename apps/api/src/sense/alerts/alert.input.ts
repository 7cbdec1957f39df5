import { Field, Float, ID, InputType } from "type-graphql";
import { z } from "zod";
import { someId } from "../../input";
import { Scope } from "../scope/scope.type";
import { ALERT_KINDS, type AlertKind } from "./alert.table";
import { AlertKindEnum } from "./alert.type";

@InputType("AddAlertInput", { description: "An alert to set." })
export class AddAlertInput {
  @Field(() => AlertKindEnum, { description: "What to watch." })
  kind!: AlertKind;

  @Field(() => Float, { description: "Where it is crossed, in the kind's unit: days, points (1 to 5), a share (0 to 1), or a ratio." })
  threshold!: number;

  @Field(() => Scope, { nullable: true, description: "The part of the network to watch, without a period; one topic alone for TOPIC_GROWTH and COVERAGE. Null = all of it." })
  scope?: Scope | null;
}

/** What a threshold of each kind may be. */
const BOUNDS: Readonly<Record<AlertKind, readonly [least: number, most: number, words: string]>> = {
  oldest_unmatched: [0, 365, "Days are over 0 and at most 365."],
  session_rating: [1, 5, "Points are over 1 and at most 5."],
  response_rate: [0, 1, "A share is over 0 and at most 1."],
  topic_growth: [1, 100, "A growth is over 1 and at most 100."],
  coverage: [0, 100, "A coverage is over 0 and at most 100."],
};

export const addAlertRules = z
  .object({ kind: z.enum(ALERT_KINDS), threshold: z.number(), scope: z.custom<Scope>().nullish().transform((scope) => scope ?? {}) })
  .superRefine(({ kind, threshold, scope }, { addIssue }) => {
    const [least, most, words] = BOUNDS[kind];
    if (!(threshold > least && threshold <= most)) addIssue({ code: "custom", path: ["threshold"], message: words });
    if (scope.from != null || scope.to != null) addIssue({ code: "custom", path: ["scope"], message: "An alert watches as time goes on: leave out the period." });
    if ((kind === "topic_growth" || kind === "coverage") && scope.topics?.length !== 1) addIssue({ code: "custom", path: ["scope", "topics"], message: "Name one topic or domain to watch." });
  });

@InputType("RemoveAlertInput", { description: "An alert to remove." })
export class RemoveAlertInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

export const removeAlertRules = z.object({ id: someId });
