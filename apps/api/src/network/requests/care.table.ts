import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** Who looks after a request. */
export const requestCare = pgTable("request_care", {
  requestId: text("request_id").primaryKey(),
  /** An account of staff; null = nobody is there to. */
  ownerId: text("owner_id"),
  since: instant("since").notNull().defaultNow(),
});
