import { Field, ID, InputType } from "type-graphql";
import { z } from "zod";
import { CLOSE_REASONS, type CloseReason } from "@arl/schema/enums";
import { CloseReasonEnum } from "../../enums";
import { optionalLineOf, someId } from "../../input";
import { CONSENT_ANSWERS, type ConsentAnswer } from "./team.table";
import { ConsentAnswerEnum, TEAM_CHANGES, TeamChangeEnum, type TeamChange } from "./team.type";

const LONGEST_WHY = 500;

@InputType("ChangeTeamInput", { description: "A change of an engagement's team. The same again changes nothing." })
export class ChangeTeamInput {
  @Field(() => ID, { description: "The engagement." })
  engagementId!: string;

  @Field(() => ID, { description: "The coach." })
  coachId!: string;

  @Field(() => TeamChangeEnum, { description: "What to do." })
  change!: TeamChange;

  @Field(() => String, { nullable: true, description: "Why, up to 500 characters; kept with the team's history." })
  why?: string | null;
}
export const changeTeamRules = z.object({ engagementId: someId, coachId: someId, change: z.enum(TEAM_CHANGES), why: optionalLineOf(LONGEST_WHY) });

@InputType("CloseEngagementInput", { description: "How an engagement ends." })
export class CloseEngagementInput {
  @Field(() => ID, { description: "The engagement." })
  engagementId!: string;

  @Field(() => CloseReasonEnum, { description: "Why it ends." })
  reason!: CloseReason;

  @Field(() => String, { nullable: true, description: "A line to the leader, up to 500 characters; null = none." })
  message?: string | null;
}
export const closeEngagementRules = z.object({ engagementId: someId, reason: z.enum(CLOSE_REASONS), message: optionalLineOf(LONGEST_WHY) });

@InputType("AnswerSpecialistConsentInput", { description: "What a leader says to what they were asked to agree to." })
export class AnswerSpecialistConsentInput {
  @Field(() => ID, { description: "The consent." })
  id!: string;

  @Field(() => ConsentAnswerEnum, { description: "Yes or no." })
  answer!: ConsentAnswer;
}
export const answerConsentRules = z.object({ id: z.uuid("Give the id of what was asked."), answer: z.enum(CONSENT_ANSWERS) });
