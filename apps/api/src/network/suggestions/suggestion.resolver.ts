import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import { requireRole, type Viewer } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { readInput } from "../../input";
import { topicByCode } from "../framework/topic.loader";
import type { TopicRow } from "../framework/topic.table";
import { Topic } from "../framework/topic.type";
import { requestById } from "../requests/request.loader";
import type { RequestRow } from "../requests/request.table";
import { Request } from "../requests/request.type";
import { loadedModel } from "./model";
import { confirmedMessages, frameworkNow, tag } from "./suggestion.queries";
import { Need, RequestNeeds, TopicSuggestion } from "./suggestion.type";
import { needsIn, readerOf, suggestionsFor, type Need as NeedRow, type Reader, type Suggestion } from "./suggest";
import { TagRequestInput, tagRequestRules } from "./tagging.input";

const LONGEST_TEXT = 20_000;
const MOST = 10;
/** Suggestions that are shown for a request, and kept beside its tags. */
const SHOWN = 3;

const TEXT = { description: `What somebody wrote, 1 to ${LONGEST_TEXT.toLocaleString("en-US")} characters.` } as const;
const FIRST = { defaultValue: SHOWN, description: `How many at most, 1 to ${MOST}.` } as const;

@ObjectType("TagRequestPayload", { description: "The request as it stands now." })
export class TagRequestPayload {
  @Field(() => Request, { description: "The request." })
  request!: RequestRow;
}

@Resolver(() => TopicSuggestion)
export class SuggestionResolver {
  @Query(() => [TopicSuggestion], { description: "What a text may be about, best first; empty = not in the framework. Nothing is kept of the text. For all who have a role." })
  async suggestTopics(@Arg("text", () => String, TEXT) text: string, @Arg("first", () => Int, FIRST) first: number, @Ctx() context: Context): Promise<Suggestion[]> {
    check(context.viewer, text, first);
    return suggestionsFor(text, await reader(context, null), first);
  }

  @Query(() => [Need], { description: "What a text says, one thing after another, and what each may be about. Nothing is kept of the text. For all who have a role." })
  async suggestNeeds(@Arg("text", () => String, TEXT) text: string, @Arg("first", () => Int, FIRST) first: number, @Ctx() context: Context): Promise<NeedRow[]> {
    check(context.viewer, text, first);
    return needsIn(text, await reader(context, null), first);
  }

  @Query(() => RequestNeeds, { description: "What a request's narrative says, and what it may be about. For staff." })
  async requestNeeds(@Arg("requestId", () => ID, { description: "The request's id." }) requestId: string, @Ctx() context: Context): Promise<RequestNeeds> {
    requireStaff(context.viewer);
    const { narrative } = await context.use(requestById).load(requestId);
    const text = narrative?.slice(0, LONGEST_TEXT) ?? "";
    if (text.trim() === "") return { requestId, needs: [], suggestions: [] };
    const own = await reader(context, requestId);
    return { requestId, needs: await needsIn(text, own, SHOWN), suggestions: await suggestionsFor(text, own, SHOWN) };
  }

  @Mutation(() => TagRequestPayload, { description: "Says what a request is about: these topics stand from now on, and no others. What was suggested for it is kept beside. For staff." })
  async tagRequest(@Arg("input", () => TagRequestInput, { description: "What on which." }) input: TagRequestInput, @Ctx() context: Context): Promise<TagRequestPayload> {
    const by = requireStaff(context.viewer);
    const { requestId, topics, idempotencyKey } = readInput(tagRequestRules, input);
    const request = await context.use(requestById).load(requestId);
    const text = request.narrative?.slice(0, LONGEST_TEXT) ?? "";
    const own = text.trim() === "" ? null : await reader(context, requestId);
    const suggestions = own ? await suggestionsFor(text, own, SHOWN) : [];
    const method = `messages ${own?.model.fingerprint.slice(0, 12) ?? ""}`;
    await tag(context.db, { id: idempotencyKey, requestId, topics }, { method, suggestions }, { id: by.id, now: context.now });
    return { request };
  }

  @FieldResolver(() => Topic, { description: "The topic." })
  topic(@Root() { topicCode }: Suggestion, @Ctx() { use }: Context): Promise<TopicRow> {
    return use(topicByCode).load(topicCode);
  }
}

function check(viewer: Viewer, text: string, first: number): void {
  requireRole(viewer, ["staff", "coach", "provider", "funder", "steward"], "Suggestions are for those who have a role in the network.");
  if (text.trim() === "") throw badInput("text", "There is nothing to read.");
  if (text.length > LONGEST_TEXT) throw badInput("text", `This has at most ${LONGEST_TEXT.toLocaleString("en-US")} characters.`);
  if (first < 1 || first > MOST) throw badInput("first", `Ask for 1 to ${MOST} suggestions.`);
}

/** The model with the framework of today; for staff, who see the narratives, also with what was confirmed. */
async function reader({ viewer, db }: Context, requestId: string | null): Promise<Reader> {
  // Before anything is asked of the database: the first time takes a second, and a transaction should not wait for it.
  const model = await loadedModel();
  const confirmed = viewer?.roles.includes("staff") ? await confirmedMessages(db, requestId) : [];
  return readerOf(model, await frameworkNow(db), confirmed);
}
