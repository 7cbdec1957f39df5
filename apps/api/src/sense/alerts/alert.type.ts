import { Field, Float, ID, ObjectType } from "type-graphql";
import { enumOf } from "../../enums";
import { DateTimeScalar } from "../../scalars";
import { ALERT_KINDS, type AlertKind } from "./alert.table";

export const AlertKindEnum = enumOf(
  ALERT_KINDS,
  "AlertKind",
  "What an alert watches. OLDEST_UNMATCHED: days that the oldest open request has waited, over the threshold. SESSION_RATING and RESPONSE_RATE: of the last 28 days, surely under it (the whole interval). TOPIC_GROWTH: requests on a topic in the last 28 days over those of the 28 before, at least the threshold and surely over 1. COVERAGE: a topic's, under it.",
);

@ObjectType("Alert", { description: "A threshold that writes to who asked for it when a figure crosses it." })
export class Alert {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => AlertKindEnum, { description: "What it watches." })
  kind!: AlertKind;

  @Field(() => Float, { description: "Days, points, a share or a ratio, as the kind has it." })
  threshold!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the figure was last looked at, by the real clock; null = not yet." })
  lookedAt!: Date | null;

  @Field(() => Boolean, { description: "Whether the figure was across the threshold then." })
  holds!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it has been; null = it is not." })
  heldSince!: Date | null;

  @Field(() => String, { nullable: true, description: "What the last look found, as a sentence." })
  found!: string | null;
}

@ObjectType("AddAlertPayload", { description: "The alert, already looked at once." })
export class AddAlertPayload {
  @Field(() => Alert, { description: "The alert." })
  alert!: Alert;
}

@ObjectType("RemoveAlertPayload", { description: "The alert that is gone." })
export class RemoveAlertPayload {
  @Field(() => ID, { description: "The id that it had." })
  id!: string;
}
