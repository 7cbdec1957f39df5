import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { DateTimeScalar } from "../../scalars";
import { Figure } from "../figure/figure.type";
import { Refusal } from "../figure/refusal.type";

@ObjectType("RisingPhrase", { description: "Words that more systems use than before, and that the framework does not name." })
export class RisingPhrase {
  @Field(() => String, { description: "One to four words, as they are mostly written; other inflections are counted with them." })
  phrase!: string;

  @Field(() => Figure, { description: `In the last weeks. ${describeMetric("phrase_systems")}` })
  recent!: Figure;

  @Field(() => Figure, { description: `Before. ${describeMetric("phrase_systems")}` })
  before!: Figure;

  @Field(() => Figure, { description: "Share of the systems that wrote in the last weeks." })
  recentShare!: Figure;

  @Field(() => Figure, { description: "Share of the systems that wrote before." })
  shareBefore!: Figure;

  @Field(() => Figure, { description: describeMetric("phrase_rise") })
  ratio!: Figure;

  @Field(() => Float, { description: "Dunning's log-likelihood ratio of the two shares; 3.84 is what chance alone passes once in twenty." })
  logLikelihood!: number;

  @Field(() => Float, { description: "The share of false finds to expect among all phrases at least as sure, over all phrases tested." })
  qValue!: number;

  @Field(() => [ID], { description: "The requests of the last weeks that say it, oldest first." })
  requestIds!: string[];
}

@ObjectType("RisingPhrases", { description: "What leaders begin to say." })
export class RisingPhrases {
  @Field(() => Refusal, { nullable: true, description: "Why none can be told; null where they can." })
  refusal!: Refusal | null;

  @Field(() => Int, { description: "How many weeks count as recent." })
  weeks!: number;

  @Field(() => DateTimeScalar, { description: "When they begin." })
  since!: Date;

  @Field(() => Int, { description: "Systems with a narrative in them." })
  recentSystems!: number;

  @Field(() => Int, { description: "Systems with a narrative before." })
  systemsBefore!: number;

  @Field(() => Int, { description: "Phrases frequent enough to have shown a rise." })
  tested!: number;

  @Field(() => [RisingPhrase], { description: "Those with q under 0.05, the surest first. Of phrases within one another the most widespread is given, and of those the longest." })
  phrases!: RisingPhrase[];
}
