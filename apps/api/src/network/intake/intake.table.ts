import { boolean, doublePrecision, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

/** The fields of the form, in the order in which they are asked for. */
export const INTAKE_FIELDS = ["district", "system", "state", "narrative", "urgency", "email"] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** Each sending of the form, by the key that the page made for it. */
export const intakeSubmissions = pgTable("intake_submissions", {
  idempotencyKey: uuid("idempotency_key").primaryKey(),
  requestId: text("request_id").notNull(),
  /** SHA-256 of what was said, in hexadecimal digits. */
  said: text().notNull(),
  at: instant("at").notNull(),
});

/** How long somebody was at a field, all visits to it together. */
export interface FieldTime {
  readonly field: IntakeField;
  readonly seconds: number;
}

/** How far somebody came in the form. */
export const intakeVisits = pgTable("intake_visits", {
  id: uuid().primaryKey(),
  openedAt: instant("opened_at").notNull(),
  /** In the order in which they were reached. */
  fields: jsonb().$type<readonly FieldTime[]>().notNull().default([]),
  lastField: text("last_field", { enum: INTAKE_FIELDS }),
  seconds: doublePrecision().notNull(),
  submitted: boolean().notNull(),
});
