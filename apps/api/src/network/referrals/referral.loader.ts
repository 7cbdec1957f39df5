import DataLoader from "dataloader";
import { asc, inArray } from "drizzle-orm";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { referrals } from "./referral.table";

/** A request's referrals, oldest first. */
export const referralsByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select()
      .from(referrals)
      .where(inArray(referrals.requestId, [...ids]))
      .orderBy(asc(referrals.sentAt), asc(referrals.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });
