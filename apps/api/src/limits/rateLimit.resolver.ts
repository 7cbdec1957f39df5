import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import { RateLimit } from "./rateLimit.type";

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, {
    nullable: true,
    description: "How the caller stands with its points: a key, a person, or the address of somebody who is not signed in. Null where this server limits nobody. Open to all.",
  })
  rateLimit(@Ctx() { allowance }: Context): RateLimit | null {
    const spent = allowance?.spent;
    return spent ? { ...spent.points, cost: spent.cost } : null;
  }
}
