import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Need as NeedRow, Suggestion } from "./suggest";

@ObjectType("TextSpan", { description: "A stretch of a text, in UTF-16 units." })
export class TextSpan {
  @Field(() => Int, { description: "Where it starts." })
  start!: number;

  @Field(() => Int, { description: "Where it ends; what stands there is not part of it." })
  end!: number;
}

@ObjectType("TopicSuggestion", { description: "A topic that a text may be about. It changes nothing until a person takes it." })
export class TopicSuggestion {
  @Field(() => Float, { description: "How often suggestions like this one are right, 0 to 1." })
  confidence!: number;

  @Field(() => [TextSpan], { description: "The words that speak for it, in the order of the text; empty where no single word does." })
  evidence!: readonly TextSpan[];

  /** Resolved in suggestion.resolver.ts. */
  topicCode!: string;
}

@ObjectType("Need", { description: "One thing that a text says." })
export class Need {
  @Field(() => TextSpan, { description: "Where it says it." })
  span!: TextSpan;

  @Field(() => [TopicSuggestion], { description: "What it may be about, best first; empty = not in the framework." })
  suggestions!: readonly Suggestion[];
}

@ObjectType("RequestNeeds", { description: "What a request's narrative says, for whoever tags it." })
export class RequestNeeds {
  @Field(() => ID, { description: "The request's id." })
  requestId!: string;

  @Field(() => [Need], { description: "What it says, in order; together they hold every word. Empty where nothing was written." })
  needs!: readonly NeedRow[];

  @Field(() => [TopicSuggestion], { description: "What the whole may be about, best first; empty = not in the framework." })
  suggestions!: readonly Suggestion[];
}
