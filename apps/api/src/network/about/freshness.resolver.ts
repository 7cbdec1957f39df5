import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { seesRows } from "../../access/rights";
import type { Context } from "../../context";
import { freshnessOf } from "./freshness";
import { latestRecords } from "./freshness.queries";
import { Freshness } from "./freshness.type";
import { Network } from "./network.type";

@Resolver(() => Network)
export class FreshnessResolver {
  @FieldResolver(() => Freshness, {
    nullable: true,
    description: "How far the records go. Null for who sees no rows: their figures are as of the first of the month.",
  })
  async freshness(@Ctx() { viewer, db, now }: Context): Promise<Freshness | null> {
    return seesRows(viewer) ? freshnessOf(await latestRecords(db, now)) : null;
  }
}
