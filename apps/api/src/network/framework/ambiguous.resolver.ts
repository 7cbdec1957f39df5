import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { ambiguousRows, type Ambiguous } from "./ambiguous.queries";
import { partsOf } from "./change.queries";
import { AmbiguousRow, AmbiguousRows } from "./framework.type";
import { topicByCode } from "./topic.loader";
import type { TopicRow } from "./topic.table";
import { Topic } from "./topic.type";

const MOST_ROWS = 100;

@Resolver(() => AmbiguousRow)
export class AmbiguousResolver {
  @Query(() => AmbiguousRows, { description: "Rows under divided topics that wait for somebody to say what they mean. For staff." })
  ambiguousRows(
    @Arg("topic", () => ID, { nullable: true, description: "Code of one divided topic; null = all." }) topic: string | null,
    @Arg("first", () => Int, { defaultValue: 20, description: `How many at most, 1 to ${MOST_ROWS}.` }) first: number,
    @Ctx() { viewer, db }: Context,
  ): Promise<AmbiguousRows> {
    requireStaff(viewer);
    if (first < 1 || first > MOST_ROWS) throw badInput("first", `Ask for 1 to ${MOST_ROWS} rows.`);
    return ambiguousRows(db, topic ?? null, first);
  }

  @FieldResolver(() => Topic, { description: "The divided topic that it stands under." })
  topic(@Root() { topic }: Ambiguous, @Ctx() { use }: Context): Promise<TopicRow> {
    return use(topicByCode).load(topic);
  }

  @FieldResolver(() => [Topic], { description: "The topics that it may mean." })
  async parts(@Root() { topic }: Ambiguous, @Ctx() { db, use }: Context): Promise<TopicRow[]> {
    return Promise.all((await use(partsMemo)(db, topic)).map((code) => use(topicByCode).load(code)));
  }
}

/** Each divided topic's parts are read once an operation. */
function partsMemo(): typeof partsOf {
  const read = new Map<string, Promise<string[]>>();
  return (db, topic) => {
    const parts = read.get(topic) ?? partsOf(db, topic);
    read.set(topic, parts);
    return parts;
  };
}
