import { randomUUID } from "node:crypto";
import type { TestDatabase } from "../../db/testing";
import type { Ask } from "../../testing";
import { formToken } from "./intake.queries";

const SUBMIT = "mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { requestId link owner } }";

/** The network's and the real clock of these tests. */
export const NOW = new Date("2021-02-02T15:00:00Z");

const OPEN_FOR_MS = 40_000;

/** What a leader sends, with a token of a form that has been open for 40 seconds. */
export async function filledIn({ db }: TestDatabase, other: Readonly<Record<string, unknown>> = {}) {
  return {
    idempotencyKey: randomUUID(),
    leaid: "3900001",
    narrative: "Our ninth graders are not turning in work.",
    urgency: "HIGH",
    email: "Dana.Reyes@north.example",
    secondsToSubmit: 41,
    formToken: await formToken(db, new Date(NOW.getTime() - OPEN_FOR_MS)),
    ...other,
  };
}

/** A small directory, and a concierge who looks after what comes in. */
export async function furnish({ sql }: TestDatabase): Promise<void> {
  await sql`insert into districts (leaid, name, state_code, locale_code, enrollment, schools, child_poverty_pct, search_text)
    values ('3900001', 'North Fork', 'OH', '41', 1200, 4, 21.5, 'north fork'), ('3900002', 'South Fork', 'OH', '11', 30000, 60, 8, 'south fork')`;
  await sql`insert into auth.users (id, name, email, email_verified) values ('ada', 'Ada Bell', 'ada@hub.example', true)`;
  await sql`insert into memberships (user_id, role, positions) values ('ada', 'staff', '{concierge}')`;
}

interface Submitted {
  readonly submitRequest: { readonly requestId: string; readonly link: string; readonly owner: string | null };
}

/** Sends the form as somebody without an account. */
export const submit = (ask: Ask, input: Readonly<Record<string, unknown>>) => ask<Submitted>(SUBMIT, { input }, null);

/** The token at the end of a link's path. */
export const tokenOf = (path: string): string => path.split("/").at(-1) ?? "";
