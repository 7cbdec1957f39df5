import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/** A member of staff whose account is open. */
export interface DeskColleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isConcierge: boolean;
}

/** Everybody who may look after requests: concierges first, by name. */
export async function deskColleagues(db: Database): Promise<DeskColleague[]> {
  const rows = await db.execute<{ id: string; name: string; email: string; is_concierge: boolean }>(sql`select * from desk_people() order by is_concierge desc, name, id`);
  return rows.map(({ id, name, email, is_concierge: isConcierge }) => ({ id, name, email, isConcierge }));
}
