import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../scalars";
import type { FrameworkChangeRow } from "./change.table";
import { FrameworkChangeKind, SubjectKind } from "./change.input";
import type { Version } from "./framework.queries";
import type { TopicRow } from "./topic.table";
import { Topic } from "./topic.type";

@ObjectType("NamedTopic", { description: "A topic as a version had it." })
export class NamedTopic {
  @Field(() => ID, { description: "The code." })
  code!: string;

  @Field(() => String, { description: "What it was called." })
  label!: string;
}

@ObjectType("FrameworkMove", { description: "One change that a version made: a line of the crosswalk from the version before." })
export class FrameworkMove {
  @Field(() => FrameworkChangeKind, { description: "What was done." })
  kind!: FrameworkChangeKind;

  @Field(() => [NamedTopic], { description: "The topics of the version before; none for one that was added." })
  from!: NamedTopic[];

  @Field(() => [NamedTopic], { description: "The topics of the version; none for one that was retired." })
  to!: NamedTopic[];

  @Field(() => String, { description: "Who drafted it." })
  authorName!: string;
}

@ObjectType("FrameworkVersion", { description: "A version of the framework." })
export class FrameworkVersion {
  @Field(() => Int, { description: "Its number, from 1." })
  number!: number;

  @Field(() => String, { description: "What it is called." })
  label!: string;

  @Field(() => DateTimeScalar, { description: "When it was published." })
  publishedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who published it; null for the one that the network began with." })
  publishedByName!: string | null;

  @Field(() => Int, { description: "How many topics it has, without domains and NONE." })
  topics!: number;
}

@ObjectType("FrameworkEffect", { description: "What a change does to the rows that are there, counted as they are now." })
export class FrameworkEffect {
  @Field(() => Int, { description: "Requests under the topics it is about." })
  requests!: number;

  @Field(() => Int, { description: "Sessions with topics of their own under them. The others follow their requests." })
  sessions!: number;

  @Field(() => Int, { description: "Coaches who list them." })
  coaches!: number;

  @Field(() => Int, { description: "Resources on them." })
  resources!: number;

  @Field(() => Int, { description: "Rows that wait, after publication, for somebody to say what they mean: all of a divided topic's." })
  ambiguous!: number;

  @Field(() => Int, { description: "Rows under two or more of the topics that become one; they count once from then on." })
  doubled!: number;

  @Field(() => String, { description: "The same as a sentence." })
  sentence!: string;
}

@ObjectType("NewTopic", { description: "A topic that a change brings." })
export class DraftedTopic {
  @Field(() => ID, { description: "Its code." })
  code!: string;

  @Field(() => ID, { description: "Its domain's code." })
  domain!: string;

  @Field(() => String, { description: "What it is called." })
  label!: string;

  @Field(() => String, { description: "What it covers." })
  definition!: string;
}

@ObjectType("FrameworkChange", { description: "A change in the draft of the next version." })
export class FrameworkChange {
  @Field(() => ID, { description: "The id." })
  id!: string;

  @Field(() => [DraftedTopic], { description: "The topics that it brings." })
  newTopics!: readonly DraftedTopic[];

  @Field(() => String, { nullable: true, description: "The new label of the one renamed; null = as it is." })
  label!: string | null;

  @Field(() => String, { nullable: true, description: "The new definition of the one renamed; null = as it is." })
  definition!: string | null;

  @Field(() => String, { description: "Who made it." })
  authorName!: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  at!: Date;

  /** Resolved in framework.resolver.ts. */
  topics!: string[];
  intoCode!: string | null;
}

@ObjectType("FrameworkDraft", { description: "The next version as it is drafted." })
export class FrameworkDraft {
  @Field(() => Int, { description: "The number that it will have." })
  version!: number;

  @Field(() => [FrameworkChange], { description: "Its changes, in the order in which they were made." })
  changes!: FrameworkChangeRow[];

  @Field(() => [String], { description: "What keeps it from being published, as sentences." })
  faults!: string[];
}

@ObjectType("TopicUse", { description: "How many rows stand under a topic." })
export class TopicUse {
  @Field(() => Topic, { description: "The topic, or NONE." })
  topic!: TopicRow;

  @Field(() => Int, { description: "Requests tagged with it." })
  requests!: number;

  @Field(() => Int, { description: "Sessions that have it among topics of their own." })
  sessions!: number;

  @Field(() => Int, { description: "Coaches who list it." })
  coaches!: number;

  @Field(() => Int, { description: "Resources on it." })
  resources!: number;
}

@ObjectType("Framework", { description: "The framework as it is, was, and is going to be." })
export class Framework {
  @Field(() => [FrameworkVersion], { description: "All versions, the first one first; the last is the framework as it is." })
  versions!: Version[];

  @Field(() => [TopicUse], { description: "Its topics and NONE in order, with those divided or retired that still have rows." })
  uses!: TopicUse[];

  @Field(() => FrameworkDraft, { description: "The next version." })
  draft!: FrameworkDraft;
}

@ObjectType("AmbiguousRow", { description: "A row under a divided topic, which nobody has said the meaning of." })
export class AmbiguousRow {
  @Field(() => SubjectKind, { description: "What kind of row." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "The system, coach or resource by its name." })
  title!: string;

  @Field(() => String, { nullable: true, description: "What the leader wrote; a coach's organisation; a resource's address." })
  text!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was submitted, held or published; null for a coach." })
  at!: Date | null;

  /** Resolved in ambiguous.resolver.ts. */
  topic!: string;
}

@ObjectType("AmbiguousRows", { description: "Rows that wait for somebody to say what they mean." })
export class AmbiguousRows {
  @Field(() => Int, { description: "How many there are in all." })
  total!: number;

  @Field(() => [AmbiguousRow], { description: "The first of them: requests, sessions, coaches, resources; the newest of each first." })
  rows!: AmbiguousRow[];
}
