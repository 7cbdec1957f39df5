import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { ENROLLMENT_BANDS, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";

/** States, the District of Columbia, territories, and BI for the Bureau of Indian Education. */
export const states = pgTable("states", {
  /** Postal code. */
  code: text().primaryKey(),
  fips: text().notNull(),
  name: text().notNull(),
  region: text({ enum: REGIONS }).notNull(),
});

export type StateRow = typeof states.$inferSelect;

/** Regular US districts and their students, counted by place, locale, poverty and size. */
export const universeCounts = pgTable("universe_counts", {
  stateCode: text("state_code").notNull(),
  /** Null where the district's locale is not known. */
  locale: text({ enum: LOCALES }),
  povertyBand: text("poverty_band", { enum: POVERTY_BANDS }).notNull(),
  enrollmentBand: text("enrollment_band", { enum: ENROLLMENT_BANDS }).notNull(),
  districts: integer().notNull(),
  students: integer().notNull(),
});
