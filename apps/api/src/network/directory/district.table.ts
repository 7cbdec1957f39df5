import { sql } from "drizzle-orm";
import { boolean, doublePrecision, integer, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { LOCALES } from "@arl/schema/enums";
import { instant } from "../../db/columns";

/** A school district or charter agency, as the directory last listed it. */
export const districts = pgTable("districts", {
  /** NCES id, seven digits; the first two are its state's FIPS code. */
  leaid: text().primaryKey(),
  name: text().notNull(),
  stateCode: text("state_code").notNull(),
  city: text(),
  zip: text(),
  /** NCES urban-centric locale, "11" to "43". */
  localeCode: text("locale_code"),
  /** Students. */
  enrollment: integer(),
  schools: integer(),
  lat: doublePrecision(),
  lon: doublePrecision(),
  /** CCD agency type, 1 to 9. */
  agencyType: smallint("agency_type"),
  isCharter: boolean("is_charter"),
  isRegular: boolean("is_regular"),
  /** 0 to 100. */
  childPovertyPct: doublePrecision("child_poverty_pct"),
  /** Set when a later edition no longer lists it. */
  goneAt: instant("gone_at"),
  locale: text({ enum: LOCALES }).generatedAlwaysAs(sql`locale_code`),
  /** What `searchText` of district.queries.ts makes of name, city and state. */
  searchText: text("search_text").notNull(),
});

export type DistrictRow = typeof districts.$inferSelect;
