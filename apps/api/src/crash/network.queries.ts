import type postgres from "postgres";
import { authSecret, giveRole } from "../access/account.queries";
import { createAccounts, putAccount } from "../access/accounts";
import { LINK_DAYS, newToken, tokenHash } from "../access/links/link";
import type { Connection } from "../db/client";

export const PASSWORD = "always-ready";
/** By their ids also the first parts of their addresses. The lead of every team, and who else is in it. */
export const LEAD = "ada";
export const SECOND = "ben";

/** A concierge and two coaches of two organisations, who have room for thousands of relationships. */
export async function furnish({ sql, db }: Connection): Promise<void> {
  await sql.unsafe(`
    insert into providers (id, name, kind) values ('hub', 'Hub', 'hub'), ('north', 'North', 'provider'), ('south', 'South', 'provider');
    insert into coaches (id, provider_id, name, email, role, hours_per_month) values
      ('${LEAD}', 'north', 'Ada', '${LEAD}@crash.example', 'generalist', 1000000), ('${SECOND}', 'south', 'Ben', '${SECOND}@crash.example', 'specialist', 1000000);
    insert into coach_topics (coach_id, topic_code) values ('${LEAD}', 'MBP-GRD'), ('${SECOND}', 'MBP-GRD');
    update match_settings set hours_a_month = 0.001;`);
  const accounts = createAccounts(db, { secret: await authSecret(db), publicUrl: "http://localhost", trustedOrigins: [], rateLimit: "off" });
  const staff = await putAccount(accounts, "staff@crash.example", "Stella", PASSWORD);
  await giveRole(db, { userId: staff, role: "staff", positions: ["concierge"], providerId: null, coachId: null });
  const coach = await putAccount(accounts, `${LEAD}@crash.example`, "Ada", PASSWORD);
  await giveRole(db, { userId: coach, role: "coach", positions: [], providerId: "north", coachId: LEAD });
}

/** What lets a form be sent that was opened 40 seconds ago. */
export async function formToken(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ token: string }[]>`select intake_token(now() - interval '40 seconds') as token`;
  return row?.token ?? "";
}

/** Links by which sessions are rated, made before there are any: their ids are ours to give. @returns tokens by session. */
export async function ratingLinks(sql: postgres.Sql, sessions: readonly string[]): Promise<Map<string, string>> {
  const tokens = new Map(sessions.map((id) => [id, newToken()]));
  const rows = [...tokens].map(([id, token]) => ({ id, hash: tokenHash(token) }));
  await sql`select make_link('rating', row ->> 'id', row ->> 'hash', ${LINK_DAYS.rating}::integer) from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) as row`;
  return tokens;
}
