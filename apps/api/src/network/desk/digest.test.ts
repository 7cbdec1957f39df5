import { expect, test } from "vitest";
import { testDatabase } from "../../db/testing";
import { openServerConnection } from "../../db/serverLogin";
import { isDigestHour, mailDigests } from "./digest";

const EIGHT = new Date(new Date().toISOString().slice(0, 10) + "T13:00:00Z");
const morning = isDigestHour(EIGHT) ? EIGHT : new Date(EIGHT.getTime() - 3_600_000);

test("it is eight in the morning in summer and in winter", () => {
  expect(isDigestHour(new Date("2026-01-15T13:00:00Z"))).toBe(true);
  expect(isDigestHour(new Date("2026-01-15T12:00:00Z"))).toBe(false);
  expect(isDigestHour(new Date("2026-07-15T12:00:00Z"))).toBe(true);
  expect(isDigestHour(new Date("2026-07-15T13:00:00Z"))).toBe(false);
});

test("each is mailed what is overdue of theirs once a morning, and who has nothing overdue nothing", async () => {
  const database = await testDatabase();
  const { sql } = database;
  for (const id of ["ada", "bob"]) {
    await sql`insert into auth.users (id, name, email, email_verified) values (${id}, ${id}, ${`${id}@hub.example`}, true)`;
    await sql`insert into memberships (user_id, role, positions) values (${id}, 'staff', '{concierge}')`;
  }
  await sql`insert into systems (id, name, state_code) values ('s', 'Elm County', 'OH')`;
  await sql`insert into requests (id, system_id, submitted_at, stated_name) values ('late', 's', now() - interval '5 days', 'System'), ('fresh', 's', now(), 'System')`;
  await sql`update request_care set owner_id = case request_id when 'late' then 'ada' else 'bob' end`;
  const connection = await openServerConnection(database);
  try {
    expect(await mailDigests(connection, new Date(morning.getTime() + 5 * 3_600_000))).toBe(0);
    const counts = await Promise.all([mailDigests(connection, morning), mailDigests(connection, morning)]);
    expect(counts.toSorted()).toEqual([0, 1]);
  } finally {
    await connection.end();
  }
  const mails = await sql`select to_address, payload -> 'paragraphs' as said from mails`;
  expect(mails).toEqual([{ to_address: "ada@hub.example", said: ["One of your requests is overdue.", "Elm County: to be tagged and matched (overdue by 4 days)."] }]);
});
