import { Field, Float, ID, InputType, Int } from "type-graphql";
import { z } from "zod";
import { someId } from "../../input";

@InputType("LockedMatchInput", { description: "A match that stands while the rest is planned." })
export class LockedMatchInput {
  @Field(() => ID, { description: "The request." })
  requestId!: string;

  @Field(() => [ID], { description: "Its coaches, who is to lead first." })
  coachIds!: string[];
}
const MOST_LOCKED = 200;
export const lockedRules = z.array(z.object({ requestId: someId, coachIds: z.array(someId).min(1, "Name a coach.").max(3, "A team has three coaches at most.") })).max(MOST_LOCKED, `Lock up to ${MOST_LOCKED}.`);

@InputType("SetMatchingInput", { description: "How the network matches from now on; what is left out stays." })
export class SetMatchingInput {
  @Field(() => Float, { nullable: true, description: "Coaching hours a month that a relationship is expected to take, over 0 and up to 40." })
  hoursAMonth?: number | null;

  @Field(() => Int, { nullable: true, description: "Hours that coaches have to answer an offer, 1 to 336." })
  offerHours?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the next proposal is offered by itself." })
  reoffers?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True puts the weights back to where they were before anything was learned; choices from now on count anew." })
  putWeightsBack?: boolean | null;
}

const kept = <T>(given: T | null | undefined): T | undefined => given ?? undefined;
export const setMatchingRules = z.object({
  hoursAMonth: z.number().gt(0, "Give more than 0 hours.").max(40, "Give up to 40 hours.").nullish().transform(kept),
  offerHours: z.int().min(1, "Give 1 hour at least.").max(336, "Give up to 336 hours, two weeks.").nullish().transform(kept),
  reoffers: z.boolean().nullish().transform(kept),
  putWeightsBack: z.boolean().nullish().transform(kept),
});
