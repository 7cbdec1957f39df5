import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { z } from "zod";
import { requireLink } from "../../access/links/link";
import type { Context } from "../../context";
import { conflict, DomainError } from "../../errors";
import { readInput } from "../../input";
import { enqueueMail } from "../../jobs/mail.queries";
import { DateTimeScalar } from "../../scalars";
import { wishMail } from "./rate.mails";
import { addToRating, askAfterCall, callToRate, ratedCallPeople, rateOnce, type WishAfterCall } from "./rating.queries";

@ObjectType("CallToRate", { description: "What the holder of a rating's link sees of the call." })
export class CallToRate {
  @Field(() => DateTimeScalar, { description: "When it was held." })
  heldAt!: Date;

  @Field(() => [String], { description: "Who coached, by name." })
  coaches!: string[];

  @Field(() => Int, { nullable: true, description: "The rating that it was given, 1 to 5; null = none yet." })
  rating!: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether more was asked for; null = not said." })
  wantsMore!: boolean | null;

  @Field(() => Boolean, { description: "Whether a word was left." })
  hasComment!: boolean;

  @Field(() => Boolean, { description: "Whether another call was asked for from here." })
  askedAnother!: boolean;
}

@InputType("RateCallInput", { description: "How a call was." })
export class RateCallInput {
  @Field(() => Int, { description: "1 to 5, 5 being best. Given once." })
  rating!: number;
}

@InputType("AddToRatingInput", { description: "What else is said beside the stars; each once." })
export class AddToRatingInput {
  @Field(() => Boolean, { nullable: true, description: "Whether the leader wants another call; null = not said." })
  wantsMore?: boolean | null;

  @Field(() => String, { nullable: true, description: "A word, up to 2,000 characters; null = none." })
  comment?: string | null;
}

const LONGEST_COMMENT = 2_000;
const rateRules = z.object({ rating: z.int("Give 1 to 5.").min(1, "Give 1 to 5.").max(5, "Give 1 to 5.") });
const addRules = z.object({
  wantsMore: z.boolean().nullish().transform((given) => given ?? null),
  comment: z.string().trim().max(LONGEST_COMMENT, `A word has at most ${LONGEST_COMMENT} characters.`).nullish().transform((given) => given || null),
});

const gone = () => new DomainError("NOT_FOUND", "This call was taken back; there is nothing to rate.");

@Resolver()
export class RatingResolver {
  @Query(() => CallToRate, { description: "The call that the link is to. Reading it records nothing. For the holder of a rating's link." })
  async callToRate(@Ctx() { link, db }: Context): Promise<CallToRate> {
    const call = await callToRate(db, requireLink(link, "rating"));
    if (!call) throw gone();
    return call;
  }

  @Mutation(() => CallToRate, { description: "Rates the call, once: the same again changes nothing, another rating is a CONFLICT. For the holder of its link." })
  async rateCall(@Arg("input", () => RateCallInput, { description: "The rating." }) input: RateCallInput, @Ctx() { link, db, now }: Context): Promise<CallToRate> {
    const sessionId = requireLink(link, "rating");
    const { rating } = readInput(rateRules, input);
    const standing = await rateOnce(db, sessionId, rating, now);
    if (standing === null) throw gone();
    if (standing !== rating) throw conflict(`This call was rated already, with ${standing} of 5.`);
    return this.callToRate({ link, db } as Context);
  }

  @Mutation(() => CallToRate, { description: "Says more beside a rating that was given: whether another call is wanted, and a word. For the holder of its link." })
  async addToRating(@Arg("input", () => AddToRatingInput, { description: "What else." }) input: AddToRatingInput, @Ctx() context: Context): Promise<CallToRate> {
    const sessionId = requireLink(context.link, "rating");
    const said = readInput(addRules, input);
    if (!(await addToRating(context.db, sessionId, said))) throw conflict("Give the stars first; and each of these is said once.");
    if (said.wantsMore === true) await wish(context, sessionId, "more");
    return this.callToRate(context);
  }

  @Mutation(() => CallToRate, { description: "Asks for another call, once, of the coach who leads. For the holder of a rating's link." })
  async askAnotherCall(@Ctx() context: Context): Promise<CallToRate> {
    await wish(context, requireLink(context.link, "rating"), "another_call");
    return this.callToRate(context);
  }
}

/** @throws DomainError NOT_FOUND where the call was taken back. */
async function wish({ db, now }: Context, sessionId: string, kind: WishAfterCall): Promise<void> {
  const people = await ratedCallPeople(db);
  if (people === null) throw gone();
  if ((await askAfterCall(db, sessionId, people.requestId, kind, null, now)) && people.readerEmail !== null) {
    await enqueueMail(db, "leader_asks_more", people.readerEmail, wishMail(people, kind));
  }
}
