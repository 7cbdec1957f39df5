import { boolean, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** What this network is: one row. */
export const networkSettings = pgTable("network_settings", {
  onlyRow: boolean("only_row").primaryKey().default(true),
  name: text().notNull(),
  /** When the invented demo network was loaded; null in a real network. */
  demoLoadedAt: instant("demo_loaded_at"),
});

/** Secrets that the server makes for itself and that every process on this database shares. */
export const appSecrets = pgTable("app_secrets", {
  name: text().primaryKey(),
  value: text().notNull(),
});
