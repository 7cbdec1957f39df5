import { sql } from "drizzle-orm";
import { boolean, doublePrecision, integer, pgTable, text } from "drizzle-orm/pg-core";
import { ENROLLMENT_BANDS, GOVERNANCES, LOCALES, POVERTY_BANDS, SYSTEM_KINDS } from "@arl/schema/enums";

/**
 * A district, charter network or single school that asks as one. Each attribute is what its latest
 * request that says anything says, else what the directory says; `settleSystems` keeps it so.
 */
export const systems = pgTable("systems", {
  /** The leaid, else state and name (`systemId` in system.identity.ts). */
  id: text().primaryKey(),
  leaid: text(),
  name: text().notNull(),
  stateCode: text("state_code").notNull(),
  kind: text({ enum: SYSTEM_KINDS }),
  locale: text({ enum: LOCALES }),
  /** 0 to 1; null where no request has said it. */
  lowIncomeShare: doublePrecision("low_income_share"),
  /** Students. */
  enrollment: integer(),
  schools: integer(),
  /** 0 to 100, from the directory. */
  childPovertyPct: doublePrecision("child_poverty_pct"),
  governance: text({ enum: GOVERNANCES }).generatedAlwaysAs(sql`kind`),
  /** Null where the low-income share is not known. */
  titleI: boolean("title_i").generatedAlwaysAs(sql`low_income_share`),
  povertyBand: text("poverty_band", { enum: POVERTY_BANDS }).notNull().generatedAlwaysAs(sql`child_poverty_pct`),
  enrollmentBand: text("enrollment_band", { enum: ENROLLMENT_BANDS }).notNull().generatedAlwaysAs(sql`enrollment`),
});

export type SystemRow = typeof systems.$inferSelect;

/** Somebody who asked for a system. One person is one e-mail address, or where there is none one name, in a system. */
export const leaders = pgTable("leaders", {
  id: text().primaryKey(),
  systemId: text("system_id").notNull(),
  name: text(),
  email: text(),
  role: text(),
});

export type LeaderRow = typeof leaders.$inferSelect;
