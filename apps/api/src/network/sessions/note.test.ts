import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { putPerson, putProvider } from "../../access/people/testing.people";
import type { Viewer } from "../../access/viewer";
import { createDatabase } from "../../db/testing";
import { graphqlOver, type Ask } from "../../testing";

const NOTE = "Said in confidence";

let database: Awaited<ReturnType<typeof createDatabase>>;
const people: Record<string, Viewer> = { "the public": null };
beforeAll(async () => {
  database = await createDatabase();
  for (const org of ["org-1", "org-2"]) await putProvider(database, org);
  await database.sql.unsafe(`
    insert into coaches (id, provider_id, name) values ('colleague', 'org-1', 'A colleague'), ('guest', 'org-2', 'A guest');
    insert into systems (id, name, state_code) values ('s-1', 'A system', 'CA');
    insert into requests (id, system_id, submitted_at, stated_name) values ('r-1', 's-1', '2020-06-01', 'A system');
    insert into engagements (id, request_id, matched_at) values ('e-1', 'r-1', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e-1', 'org-1-coach', 0);
    insert into sessions (id, engagement_id, held_at) values ('x-1', 'e-1', '2020-06-03'), ('x-2', 'e-1', '2020-06-04');
    insert into session_coaches (session_id, coach_id) values ('x-1', 'guest');
    insert into session_notes (session_id, note) values ('x-1', '${NOTE}');`);
  const coach = { role: "coach", providerId: "org-1" } as const;
  people["the engagement's coach"] = await putPerson(database, { ...coach, coachId: "org-1-coach" });
  people["a guest of that session"] = await putPerson(database, { role: "coach", providerId: "org-2", coachId: "guest" });
  people["their organisation's lead"] = await putPerson(database, { role: "provider", providerId: "org-1" });
  people["an analyst"] = await putPerson(database, { role: "staff", positions: ["analyst"] });
  people["a colleague"] = await putPerson(database, { ...coach, coachId: "colleague" });
  people["a funder"] = await putPerson(database, { role: "funder" });
  const both = await putPerson(database, { ...coach, coachId: "org-1-coach" });
  people["a lead who coaches it"] = { ...both, roles: ["provider", "coach"] };
  people["a member of staff who coaches it"] = { ...both, roles: ["staff", "coach"], positions: ["concierge"] };
});
afterAll(() => database.drop());

const read = (ask: Ask, viewer: Viewer | undefined) => ask<{ session: { note: string | null } }>('{ session(id: "x-1") { note } }', {}, viewer ?? null);

test.each([
  ["the engagement's coach", NOTE],
  ["a lead who coaches it", NOTE],
  ["a guest of that session", null],
  ["their organisation's lead", null],
  ["an analyst", null],
  ["a member of staff who coaches it", null],
  ["a colleague", "NOT_FOUND"],
  ["a funder", "FORBIDDEN"],
  ["the public", "UNAUTHENTICATED"],
])("%s gets of a note: %s", async (who, expected) => {
  const { data, errors } = await read(await graphqlOver(database), people[who]);
  expect(errors[0]?.code ?? data?.session.note).toBe(expected);
});

describe("staff, by way of exception", () => {
  const open = (ask: Ask, viewer: Viewer | undefined, sessionId = "x-1", reason = "A complaint to follow up") =>
    ask<{ openSessionNotes: { note: string | null } }>("mutation ($input: OpenSessionNotesInput!) { openSessionNotes(input: $input) { note } }", { input: { sessionId, reason } }, viewer ?? null);
  const opened = async () => (await database.sql`select account_id, subject_id, reason, detail from audit_events where action = 'note.opened' order by id`).map((row) => ({ ...row }));

  test("read a note for a reason, which stays in the trail", async () => {
    const ask = await graphqlOver(database);
    const analyst = people["an analyst"];
    expect((await open(ask, analyst)).data).toEqual({ openSessionNotes: { note: NOTE } });
    expect((await open(ask, analyst, "x-2")).data).toEqual({ openSessionNotes: { note: null } });
    const event = { account_id: analyst?.id, reason: "A complaint to follow up" };
    expect(await opened()).toEqual([{ ...event, subject_id: "x-1", detail: { note: true } }, { ...event, subject_id: "x-2", detail: { note: false } }]);
  });

  test("get none without a reason that says something, nor of a session that is not there", async () => {
    const ask = await graphqlOver(database);
    const before = await opened();
    expect((await open(ask, people["an analyst"], "x-1", "   short   ")).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.reason" }]);
    expect((await open(ask, people["an analyst"], "x-9")).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await opened()).toEqual(before);
  });

  test.each(["the public", "a funder", "a colleague", "the engagement's coach", "their organisation's lead"])("%s does not", async (who) => {
    const before = await opened();
    expect((await open(await graphqlOver(database), people[who])).errors).toMatchObject([{ code: who === "the public" ? "UNAUTHENTICATED" : "FORBIDDEN" }]);
    expect(await opened()).toEqual(before);
  });

  test("in the database too: no other role calls the function, and nobody without a name", async () => {
    const call = (role: string, account: string, reason = "A complaint to follow up") =>
      database.sql.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true), set_config('viewer.account_id', ${account}, true)`;
        await tx`select open_session_note('x-1', ${reason})`;
      });
    for (const role of ["network_public", "network_funder", "network_coach", "network_provider", "network_statistics", "network_server"]) {
      await expect(call(role, "somebody"), role).rejects.toThrow("permission denied");
    }
    await expect(call("network_staff", "")).rejects.toThrow("Only staff");
    await expect(call("network_staff", "somebody", "short")).rejects.toThrow("10 characters");
    await expect(database.sql.begin(async (tx) => {
      await tx`set local role network_staff`;
      await tx`select * from session_notes`;
    })).rejects.toThrow("permission denied");
  });
});
