import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Coach } from "../providers/provider.type";
import type { CoachRow } from "../providers/provider.table";
import { ChoiceReasonEnum, type ChoiceWord } from "./offer.input";

@ObjectType("MatchTerm", { description: "One thing that a team is weighed by." })
export class MatchTerm {
  @Field(() => ChoiceReasonEnum, { description: "Which." })
  term!: ChoiceWord;

  @Field(() => Float, { description: "How well the team does by it, 0 to 1." })
  value!: number;

  @Field(() => Float, { description: "How much it weighs; the weights of all terms sum to 1." })
  weight!: number;

  @Field(() => Float, { description: "What it gives to the score: value times weight." })
  points!: number;

  @Field(() => String, { description: "What stands behind it, as a sentence." })
  fact!: string;
}

/** What a proposal's fields are worked out from. */
export interface ProposedTeam {
  /** The lead first. */
  readonly coachIds: readonly string[];
  readonly score: number;
  readonly reasons: readonly string[];
  readonly terms: readonly MatchTerm[];
  readonly whatWouldChange: readonly string[];
  readonly runnerUpIds: readonly string[] | null;
  /** Of each coach: hours a month that would be taken with this match, and hours offered; null = not known. */
  readonly hours: readonly { readonly taken: number; readonly offered: number | null; readonly relationships: number }[];
}

@ObjectType("TeamProposal", { description: "Coaches for a request, with why." })
export class TeamProposal {
  @Field(() => [Coach], { description: "One to three coaches, who would lead first." })
  coaches!: CoachRow[];

  @Field(() => Coach, { description: "Who would lead." })
  lead!: CoachRow;

  @Field(() => [String], { nullable: "items", description: "Where the mail of an offer would go, by coach in their order; null where no address is known, and none goes." })
  addresses!: (string | null)[];

  @Field(() => Float, { description: "How well they would serve the request, 0 to 1: the sum of the terms' points. No team that keeps the constraints scores higher than the first." })
  score!: number;

  @Field(() => [String], { description: "Why this team, as sentences, what weighs most first." })
  reasons!: readonly string[];

  @Field(() => [MatchTerm], { description: "What the score is made of." })
  terms!: readonly MatchTerm[];

  @Field(() => [Coach], { nullable: true, description: "Who comes next, the lead first; null where nobody does." })
  runnerUp!: CoachRow[] | null;

  @Field(() => [String], { description: "The smallest changes that would bring another team to the front, as sentences; of the first proposal alone." })
  whatWouldChange!: readonly string[];
}

@ObjectType("LeftOutCoach", { description: "A coach of what is asked for who cannot be had for it." })
export class LeftOutCoach {
  coachId!: string;

  @Field(() => [String], { description: "Why, as what is said after their name." })
  why!: readonly string[];
}

@ObjectType("NoTeam", { description: "Why no team can be had." })
export class NoTeam {
  @Field(() => String, { description: "Why, as a sentence." })
  why!: string;

  @Field(() => String, { description: "What would lift it, as a sentence." })
  wouldLift!: string;
}

@ObjectType("RequestMatching", { description: "What can be done to match a request: teams, and why others are not among them." })
export class RequestMatching {
  @Field(() => [TeamProposal], { description: "The best first, three at most; empty with a reason." })
  proposals!: readonly ProposedTeam[];

  @Field(() => NoTeam, { nullable: true, description: "Why there is no team; null where there is." })
  noTeam!: NoTeam | null;

  @Field(() => [LeftOutCoach], { description: "Coaches who list a topic that is asked for and cannot be had, by name." })
  leftOut!: readonly LeftOutCoach[];

  @Field(() => Float, { description: "Coaching hours a month that the request is expected to take." })
  hoursAMonth!: number;

  @Field(() => Int, { description: "Choices of staff that the weights were learned from." })
  learnedFrom!: number;
}

@ObjectType("TriedTeam", { description: "A team of one's own, weighed like the proposals." })
export class TriedTeam {
  @Field(() => TeamProposal, { description: "The team with its score." })
  team!: ProposedTeam;

  @Field(() => [String], { description: "What it breaks, as sentences; empty = nothing." })
  breaks!: readonly string[];

  @Field(() => Boolean, { description: "Whether it may be asked all the same." })
  allowed!: boolean;

  @Field(() => Boolean, { description: "Whether asking it takes a reason: it is none of the proposals." })
  takesReason!: boolean;
}

@ObjectType("CoachLoad", { description: "What a coach has on hand, in hours a month." })
export class CoachLoadType {
  @Field(() => Float, { nullable: true, description: "Hours that they offer; null where not known." })
  hours!: number | null;

  @Field(() => Float, { description: "Hours taken: the greater of what was held in the last 30 days and what open relationships are expected to take." })
  used!: number;

  @Field(() => Float, { description: "Hours that offers which wait for an answer would take on top." })
  offered!: number;

  @Field(() => Float, { description: "What is left, not under 0; 0 where the hours are not known." })
  free!: number;

  @Field(() => Int, { description: "Engagements under way." })
  openRelationships!: number;

  @Field(() => Int, { description: "Offers that wait for an answer." })
  waitingOffers!: number;
}

@ObjectType("PlannedMatch", { description: "A match of a plan for several requests." })
export class PlannedMatch {
  @Field(() => ID, { description: "The request's id." })
  id!: string;

  @Field(() => TeamProposal, { description: "Who would coach there; what the plan's other matches would take counts as waiting offers in its load." })
  team!: ProposedTeam;

  @Field(() => Boolean, { description: "Whether it stands as it was given." })
  locked!: boolean;

  @Field(() => Boolean, { description: "Whether the lead was left over after the best leads of all requests together were chosen." })
  leftOver!: boolean;
}

@ObjectType("UnmatchedRequest", { description: "A request for which the plan has nobody." })
export class UnmatchedRequest {
  id!: string;

  @Field(() => String, { description: "Why, as a sentence." })
  why!: string;

  @Field(() => String, { description: "What would lift it, as a sentence." })
  wouldLift!: string;
}

@ObjectType("MatchPlan", { description: "Coaches for all requests that wait for some, chosen together." })
export class MatchPlan {
  @Field(() => [PlannedMatch], { description: "By when the requests came, the oldest first." })
  matches!: readonly PlannedMatch[];

  @Field(() => [UnmatchedRequest], { description: "Requests that get nobody, the oldest first." })
  unmatched!: readonly UnmatchedRequest[];
}

@ObjectType("MatchWeight", { description: "How much a term weighs." })
export class MatchWeight {
  @Field(() => ChoiceReasonEnum, { description: "Which term." })
  term!: ChoiceWord;

  @Field(() => Float, { description: "Now; all sum to 1." })
  weight!: number;

  @Field(() => Float, { description: "Before anything was learned." })
  first!: number;

  @Field(() => Float, { description: "The least that learning may make it." })
  low!: number;

  @Field(() => Float, { description: "The most." })
  high!: number;
}

@ObjectType("MatchSettings", { description: "How the network matches." })
export class MatchSettings {
  @Field(() => Float, { description: "Coaching hours a month that a relationship is expected to take." })
  hoursAMonth!: number;

  @Field(() => Int, { description: "Hours that coaches have to answer an offer." })
  offerHours!: number;

  @Field(() => Boolean, { description: "Whether the next proposal is offered by itself when one was declined or ran out; at most three offers a request." })
  reoffers!: boolean;

  @Field(() => [MatchWeight], { description: "What teams are weighed by." })
  weights!: readonly MatchWeight[];

  @Field(() => Int, { description: "Choices of staff that the weights were learned from." })
  learnedFrom!: number;

  @Field(() => Int, { description: "Of those, how many took another team than was proposed." })
  overridden!: number;
}
