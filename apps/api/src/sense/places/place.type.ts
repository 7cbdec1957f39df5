import { Field, ObjectType } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import type { StateRow } from "../../network/directory/state.table";
import { State } from "../../network/directory/district.type";
import { Topic } from "../../network/framework/topic.type";
import { Figure } from "../figure/figure.type";

@ObjectType("StateTopicWaiting", { description: "What one state asks for on one topic, and who could take it on." })
export class StateTopicWaiting {
  @Field(() => Topic, { description: "The topic." })
  topic!: Topic;

  @Field(() => Figure, { description: describeMetric("gap_demand") })
  demand!: Figure;

  @Field(() => Figure, { description: describeMetric("gap_waiting") })
  waiting!: Figure;

  @Field(() => Figure, { description: `Of the specialists who serve the state. ${describeMetric("gap_specialists")}` })
  specialists!: Figure;

  @Field(() => Figure, { description: `Of the specialists who serve the state. ${describeMetric("gap_providers")}` })
  providers!: Figure;
}

@ObjectType("StateWaiting", { description: "What one state asks for against who serves it." })
export class StateWaiting {
  @Field(() => State, { description: "The state." })
  state!: StateRow;

  @Field(() => Figure, { description: describeMetric("state_demand") })
  demand!: Figure;

  @Field(() => Figure, { description: describeMetric("state_waiting") })
  waiting!: Figure;

  @Field(() => Figure, { description: describeMetric("state_specialists") })
  specialists!: Figure;

  @Field(() => Figure, { description: describeMetric("gap_providers") })
  providers!: Figure;

  @Field(() => [StateTopicWaiting], { description: "By topic, in the framework's order; topics without open or recent requests there are left out." })
  topics!: StateTopicWaiting[];
}
