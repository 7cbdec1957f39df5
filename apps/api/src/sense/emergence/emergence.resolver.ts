import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { Evidence, Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { TopicBursts } from "./burst.type";
import { TopicDrifts } from "./drift.type";
import { loadBursts, loadDrift, loadPhrases, RECENT_WEEKS } from "./load";
import { RisingPhrases } from "./phrase.type";

const SCOPE = { nullable: true, description: "Null = the whole network." } as const;
const MOST_PHRASES = 100;
const MOST_WEEKS = 26;

/** What is new. It rests on what leaders wrote and chose, and is for staff alone. */
@Resolver()
export class EmergenceResolver {
  @Query(() => TopicBursts, { description: "Weeks in which a topic came up more than its own level and trend lead to expect." })
  async topicBursts(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Arg("evidence", () => Evidence, { defaultValue: Evidence.SESSIONS, description: "What is counted." }) evidence: Evidence,
    @Ctx() context: Context,
  ): Promise<TopicBursts> {
    requireStaff(context.viewer);
    return loadBursts(await viewedScope(context, scope, { topics: "show" }), evidence);
  }

  @Query(() => RisingPhrases, { description: "Phrases that more systems use in what they write than before, and that the framework does not name." })
  async risingPhrases(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Arg("first", () => Int, { defaultValue: 20, description: `How many phrases at most, 1 to ${MOST_PHRASES}.` }) first: number,
    @Arg("weeks", () => Int, { defaultValue: RECENT_WEEKS, description: `How many weeks before as of count as recent, 1 to ${MOST_WEEKS}.` }) weeks: number,
    @Ctx() context: Context,
  ): Promise<RisingPhrases> {
    requireStaff(context.viewer);
    if (first < 1 || first > MOST_PHRASES) throw badInput("first", `Ask for 1 to ${MOST_PHRASES} phrases.`);
    if (weeks < 1 || weeks > MOST_WEEKS) throw badInput("weeks", `The recent time has 1 to ${MOST_WEEKS} weeks.`);
    const found = await loadPhrases(await viewedScope(context, scope, { topics: "select" }), weeks);
    return { ...found, phrases: found.phrases.slice(0, first) };
  }

  @Query(() => TopicDrifts, { description: "How topics change from what leaders ask for, to what the network tags, to what is coached." })
  async topicDrift(@Arg("scope", () => Scope, SCOPE) scope: Scope | null, @Ctx() context: Context): Promise<TopicDrifts> {
    requireStaff(context.viewer);
    return loadDrift(await viewedScope(context, scope, { topics: "show" }));
  }
}
