import DataLoader from "dataloader";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/** The person who looks after a request, and whom answers to mail about it reach. */
export interface RequestOwner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A request's owner; null where nobody is there to look after it. Open to everybody who may act on the request. */
export const ownerByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]): Promise<(RequestOwner | null)[]> => {
    const rows = await db.execute<{ request_id: string; owner_id: string; name: string; email: string }>(sql`select * from request_owners(${sql.param([...ids])}::text[])`);
    const owners = new Map(rows.map(({ request_id: request, owner_id: id, name, email }) => [request, { id, name, email }]));
    return ids.map((id) => owners.get(id) ?? null);
  });
