import { Field, ID, Int, ObjectType } from "type-graphql";
import type { SessionMode, Urgency } from "@arl/schema/enums";
import { SessionModeEnum, TagActionEnum, UrgencyEnum } from "../../enums";
import { DateScalar, DateTimeScalar } from "../../scalars";
import { StepOwnerEnum } from "../calls/call.type";
import { Topic } from "../framework/topic.type";
import type { TopicRow } from "../framework/topic.table";
import { LeadersReferral } from "../referrals/case.type";
import { LeaderAsk } from "./ask.type";

@ObjectType("LeaderPageOwner", { description: "The person who looks after a request." })
export class LeaderPageOwner {
  @Field(() => String, { description: "Their name." })
  name!: string;

  @Field(() => String, { description: "Their e-mail address, which answers to mail reach." })
  email!: string;
}

@ObjectType("LeaderPageNeed", { description: "A topic of the leader's own request." })
export class LeaderPageNeed {
  @Field(() => Topic, { description: "The topic." })
  topic!: TopicRow;

  @Field(() => Boolean, { description: "Whether the network has tagged the request with it." })
  stands!: boolean;

  @Field(() => TagActionEnum, { nullable: true, description: "What the leader said of it last; null = nothing." })
  asked!: "added" | "removed" | null;
}

@ObjectType("LeaderPageCoach", { description: "Somebody of the leader's team." })
export class LeaderPageCoach {
  @Field(() => String, { description: "Their name." })
  name!: string;

  @Field(() => String, { description: "Their organisation." })
  organisation!: string;

  @Field(() => Boolean, { description: "Whether they lead the team." })
  isLead!: boolean;
}

@ObjectType("LeaderPageCall", { description: "A call that is agreed on." })
export class LeaderPageCall {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt!: Date;

  @Field(() => Int, { description: "How many minutes are kept for it." })
  minutes!: number;

  @Field(() => SessionModeEnum, { description: "How it is held." })
  mode!: SessionMode;

  @Field(() => String, { nullable: true, description: "A link or a telephone number; null = not said." })
  place!: string | null;
}

@ObjectType("LeaderPageStep", { description: "What was agreed in a call." })
export class LeaderPageStep {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "What." })
  text!: string;

  @Field(() => StepOwnerEnum, { description: "Who does it." })
  who!: "leader" | "coach";

  @Field(() => DateScalar, { nullable: true, description: "Until when; null = not said." })
  due!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was done; null while open." })
  doneAt!: Date | null;
}

@ObjectType("LeaderPageResource", { description: "What a coach shared in a call." })
export class LeaderPageResource {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => String, { description: "Where it is." })
  url!: string;
}

@ObjectType("SuitingWindow", { description: "A stretch of a weekday that suits a leader, in their local time." })
class SuitingWindowType {
  @Field(() => Int, { description: "1 Monday to 7 Sunday." })
  day!: number;

  @Field(() => Int, { description: "Minutes after midnight." })
  from!: number;

  @Field(() => Int, { description: "Minutes after midnight." })
  to!: number;
}

@ObjectType("LeaderPageDetails", { description: "What the leader added to their request." })
export class LeaderPageDetails {
  @Field(() => String, { nullable: true, description: "Their name." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "What they do." })
  role!: string | null;

  @Field(() => Int, { nullable: true, description: "Schools of the system, as they said." })
  schools!: number | null;

  @Field(() => String, { nullable: true, description: "Time zone of the times that suit." })
  timeZone!: string | null;

  @Field(() => [SuitingWindowType], { description: "When calls suit." })
  windows!: readonly { readonly day: number; readonly from: number; readonly to: number }[];

  @Field(() => [String], { description: "Languages beside English." })
  languages!: readonly string[];
}

@ObjectType("LeaderPage", { description: "What a leader sees of their request by its private link." })
export class LeaderPage {
  @Field(() => ID, { description: "The request's id." })
  id!: string;

  @Field(() => String, { description: "The system that asks." })
  system!: string;

  @Field(() => DateTimeScalar, { description: "When it was asked." })
  submittedAt!: Date;

  @Field(() => String, { nullable: true, description: "What is on the leader's mind, in their words." })
  narrative!: string | null;

  @Field(() => UrgencyEnum, { nullable: true, description: "How soon they need somebody." })
  urgency!: Urgency | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was withdrawn; null if it was not." })
  withdrawnAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the coaches were found; null = not yet." })
  matchedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the coaching came to its end; null while it goes on." })
  closedAt!: Date | null;

  @Field(() => LeaderPageOwner, { nullable: true, description: "Who looks after it; null where nobody is there to yet." })
  owner!: LeaderPageOwner | null;

  @Field(() => LeaderPageDetails, { description: "What the leader added." })
  details!: LeaderPageDetails;

  @Field(() => [LeaderPageNeed], { description: "The topics, in the framework's order." })
  needs!: readonly LeaderPageNeed[];

  @Field(() => [LeaderPageCoach], { description: "The team, its lead first; empty before the match." })
  team!: readonly LeaderPageCoach[];

  @Field(() => [LeaderPageCall], { description: "Calls that are agreed on, the next first." })
  calls!: readonly LeaderPageCall[];

  @Field(() => [DateTimeScalar], { description: "When calls were held, the latest first." })
  heldAt!: readonly Date[];

  @Field(() => [LeaderPageStep], { description: "What was agreed, open steps first." })
  steps!: readonly LeaderPageStep[];

  @Field(() => [LeaderPageResource], { description: "What was shared, by title." })
  resources!: readonly LeaderPageResource[];

  @Field(() => [LeaderAsk], { description: "What the leader asked for since, oldest first." })
  asks!: readonly LeaderAsk[];

  @Field(() => [LeadersReferral], { description: "What the request was, or may be, sent on by; what is under way first, then the latest." })
  referrals!: readonly LeadersReferral[];
}
