import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { seesRows } from "../../access/rights";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { searchNetwork } from "./search.queries";
import { SearchResult } from "./search.type";

const MOST_RESULTS = 50;
const MOST_LETTERS = 100;

@Resolver()
export class SearchResolver {
  @Query(() => [SearchResult], {
    description: "What is like some words, best first: topics, resources and organisations for all, systems and coaches as far as the viewer may see them. Empty where nothing was typed.",
  })
  async search(
    @Arg("text", () => String, { description: "What was typed: words or their beginnings, a topic's code, a leaid; at most 100 letters." }) text: string,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many at most, up to 50." }) first: number,
    @Ctx() { viewer, db, now }: Context,
  ): Promise<SearchResult[]> {
    if (text.length > MOST_LETTERS) throw badInput("text", `Search for ${MOST_LETTERS} letters at most.`);
    if (first < 1 || first > MOST_RESULTS) throw badInput("first", `Ask for 1 to ${MOST_RESULTS} results.`);
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
    return words.length === 0 ? [] : searchNetwork(db, { words, first, rows: seesRows(viewer), now });
  }
}
