import { Field, ID, ObjectType } from "type-graphql";
import { enumOf } from "../../enums";
import { DateTimeScalar } from "../../scalars";
import { CONSENT_ANSWERS, CONSENT_SUBJECTS, TEAM_EVENTS, type ConsentAnswer, type ConsentSubject, type TeamEventKind } from "./team.table";

const TeamEventEnum = enumOf(TEAM_EVENTS, "TeamEventKind", "What happened to a team; LEAD: a coach leads from then on.");
const ConsentSubjectEnum = enumOf(CONSENT_SUBJECTS, "ConsentSubject", "What a leader is asked to agree to: that a specialist sees what they wrote, or that it is passed on.");
export const ConsentAnswerEnum = enumOf(CONSENT_ANSWERS, "ConsentAnswer", "What they said.");

export const TEAM_CHANGES = ["add", "remove", "lead"] as const;
export type TeamChange = (typeof TEAM_CHANGES)[number];
export const TeamChangeEnum = enumOf(TEAM_CHANGES, "TeamChange", "ADD a coach, REMOVE one, or make one LEAD.");

@ObjectType("TeamEvent", { description: "A change of an engagement's team. Events are never changed." })
export class TeamEvent {
  @Field(() => ID, { description: "The event's id; later events have larger ones." })
  id!: number;

  @Field(() => TeamEventEnum, { description: "What happened." })
  kind!: TeamEventKind;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "Who did it." })
  byName!: string;

  @Field(() => String, { nullable: true, description: "Why; null where not said." })
  why!: string | null;
}

@ObjectType("Consent", { description: "What a leader was asked to agree to." })
export class Consent {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => ConsentSubjectEnum, { description: "To what." })
  what!: ConsentSubject;

  @Field(() => String, { description: "What would be shared, as the leader reads it." })
  scope!: string;

  @Field(() => DateTimeScalar, { description: "When they were asked." })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When they answered; null = not yet." })
  answeredAt!: Date | null;

  @Field(() => ConsentAnswerEnum, { nullable: true, description: "What they said; null = nothing yet." })
  answer!: ConsentAnswer | null;

  @Field(() => String, { nullable: true, description: "Who wrote the answer down for them; null where they did themselves." })
  answeredByName!: string | null;
}
