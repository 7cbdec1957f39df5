import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../db/testing";
import { enqueueMail } from "../jobs/mail.queries";
import { render } from "../jobs/mails/render";
import { smtpSink } from "../jobs/testing.smtp";
import { workOff } from "../jobs/testing.work";
import { smtpTransport } from "../jobs/transport";
import { formToken } from "../network/intake/intake.queries";
import { newRequestMail, requestReceivedMail } from "../network/intake/received.mails";
import { filledIn, furnish, NOW, submit } from "../network/intake/testing";
import { leaderAsksMail } from "../network/leaderPage/ask.mails";
import { graphqlOver } from "../testing";
import { serve } from "../testing.http";
import { HOSTILE_IDS, isTold, TEXTS } from "./hostileTexts";

/** What the public may do without an account, done by those who mean no good. */
async function opened() {
  const database = await testDatabase();
  await furnish(database);
  return { database, ask: await graphqlOver(database, NOW) };
}

test("whatever is sent as a request is taken in as text, or told in a sentence why not", { timeout: 60_000 }, async () => {
  const { database, ask } = await opened();
  const fine = await filledIn(database);
  const letters = ["\u0301".repeat(20_000), "👩‍👩‍👧‍👦".repeat(1_800), "\u202e\u2066מה\u2069".repeat(3_000), "ﷺ".repeat(20_000)];
  const inputs = [
    ...["narrative", "email", "systemName", "state", "website", "formToken"].flatMap((field) => Object.values(TEXTS).map((text) => ({ ...fine, ...(field === "systemName" && { leaid: null, state: "OH" }), [field]: text }))),
    ...["leaid", "idempotencyKey"].flatMap((field) => HOSTILE_IDS.map((name) => ({ ...fine, [field]: TEXTS[name] }))),
    ...letters.map((narrative) => ({ ...fine, narrative })),
    ...[-1, 2_147_483_647, -2_147_483_648].map((secondsToSubmit) => ({ ...fine, secondsToSubmit })),
    { ...fine, narrative: "x".repeat(20_001) },
  ];
  const wrong: unknown[] = [];
  for (const input of inputs) {
    const answer = await submit(ask, input.idempotencyKey === fine.idempotencyKey ? { ...input, idempotencyKey: randomUUID() } : input);
    if (!isTold(answer)) wrong.push([JSON.stringify(input).slice(0, 300), answer.errors[0]]);
  }
  expect(wrong).toEqual([]);
  expect(await database.sql`select id from requests where length(narrative) > 20000 or seconds_to_submit not between 0 and 86400`).toEqual([]);
});

test("how far somebody came in the form is kept within bounds, and what was submitted stays so", async () => {
  const { database, ask } = await opened();
  const record = (input: Readonly<Record<string, unknown>>) => ask("mutation ($input: RecordIntakeVisitInput!) { recordIntakeVisit(input: $input) { id } }", { input }, null);
  const visit = { id: randomUUID(), fields: [{ field: "DISTRICT", milliseconds: 10 }], milliseconds: 100, submitted: true };
  expect((await record(visit)).errors).toEqual([]);
  expect((await record({ ...visit, milliseconds: 7, submitted: false })).errors.filter((error) => !isTold({ errors: [error] }))).toEqual([]);
  const bad = [{ milliseconds: -1 }, { milliseconds: 2_147_483_647 }, { fields: Array.from({ length: 500 }, () => visit.fields[0]) }, { fields: [{ field: "DISTRICT", milliseconds: -5 }] }, { fields: [visit.fields[0], visit.fields[0]] }, { id: TEXTS.quote }];
  for (const other of bad) expect((await record({ ...visit, id: randomUUID(), ...other })).errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
  expect(await database.sql`select submitted, seconds from intake_visits`).toEqual([{ submitted: true, seconds: 0.1 }]);
});

test("nothing tells an address that is known from one that is not: not the answer, not its errors, not the mail", async () => {
  const { database, ask } = await opened();
  expect((await submit(ask, await filledIn(database, { email: "known@north.example" }))).errors).toEqual([]);
  const shapes = [];
  for (const email of ["known@north.example", "nobody@north.example"]) {
    const { data, errors } = await submit(ask, await filledIn(database, { email }));
    const mails = await database.sql`select kind, payload - 'linkTo' - 'requestId' - 'link' as payload from mails where to_address = ${email} order by created_at desc limit 1`;
    shapes.push([errors, data?.submitRequest.owner, data?.submitRequest.link.length, mails]);
  }
  expect(shapes[0]).toEqual(shapes[1]);
});

test("what looks like a program's is refused under every spelling, and is taken in with a token of the form's own", async () => {
  const { database, ask } = await opened();
  const old = await formToken(database.db, new Date(NOW.getTime() - 60_000));
  const [stamp = "", seal = ""] = old.split(".");
  const forged = ["", "x", `${stamp}.`, `.${seal}`, `${stamp}.${"0".repeat(64)}`, `${Number(stamp) - 1}.${seal}`, `${stamp}.${seal.toUpperCase()}`, `${stamp}.${seal}.x`, await formToken(database.db, NOW), await formToken(database.db, new Date(NOW.getTime() + 600_000))];
  for (const token of forged) {
    const { errors } = await submit(ask, await filledIn(database, { formToken: token }));
    expect([token, errors.map(({ code, field }) => [code, field])]).toEqual([token, [["CONFLICT", "input.formToken"]]]);
  }
  expect((await submit(ask, await filledIn(database, { website: "https://spam.example" }))).errors).toMatchObject([{ code: "CONFLICT" }]);
  expect((await submit(ask, await filledIn(database, { formToken: old }))).errors).toEqual([]);
});

test("one address of the network sends so many an hour, and no mailbox is filled in somebody's name", { timeout: 60_000 }, async () => {
  const { database } = await opened();
  const server = await serve(database, { rateLimit: 600 });
  const token = await formToken(database.db, new Date(Date.now() - 60_000));
  const send = async () => {
    const input = { idempotencyKey: randomUUID(), leaid: "3900001", narrative: "Spam.", email: "victim@north.example", formToken: token };
    const answer = await server.graphql({ query: "mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { requestId } }", variables: { input } });
    return ((await answer.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? "done";
  };
  const codes: string[] = [];
  for (let round = 0; round < 7; round += 1) codes.push(...(await Promise.all(Array.from({ length: 8 }, send))));
  await server.app.close();
  expect(new Set(codes)).toEqual(new Set(["done", "RATE_LIMITED"]));
  expect(codes.filter((code) => code === "done").length).toBeLessThanOrEqual(43);
  const [{ count } = { count: -1 }] = await database.sql<{ count: number }[]>`select count(*)::int as count from mails where to_address = 'victim@north.example'`;
  // Eight at once do not see each other.
  expect(count).toBeLessThanOrEqual(10);
});

test.each(Object.entries(TEXTS))("what is looked for among districts may be %s", async (_name, search) => {
  const { ask } = await opened();
  const { errors } = await ask("query ($search: String!) { districts(search: $search, first: 5) { nodes { leaid } } }", { search }, null);
  expect(errors.filter(({ code }) => code !== "BAD_USER_INPUT")).toEqual([]);
});

test("what leaders write comes into mails as text, and adds no header", { timeout: 30_000 }, async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  for (const hostile of Object.values(TEXTS).filter((text) => !text.includes("\u0000") && text.isWellFormed())) {
    const letters = {
      request_received: requestReceivedMail({ requestId: "r", system: hostile, owner: { id: "o", name: hostile, email: "ada@hub.example" } }),
      request_new: newRequestMail({ requestId: "r", system: hostile, urgency: "high" }),
      leader_asks_more: leaderAsksMail({ requestId: "r", system: hostile, leader: { name: hostile, email: "lee@north.example" }, kind: "message", text: hostile, engagementId: null }),
    } as const;
    for (const [kind, payload] of Object.entries(letters)) {
      const { html } = render({ kind: kind as keyof typeof letters, payload: { ...payload, link: "/needs" }, network: "Demo" }, "https://network.example");
      expect(html).not.toMatch(/<script|<img/i);
      if (hostile.length < 1_000) await enqueueMail(database.db, kind as keyof typeof letters, "to@test.example", payload);
    }
  }
  await workOff(database, smtpTransport(sink.url, { name: "Test network", address: "network@test.example" }));
  expect(sink.received.length).toBeGreaterThan(20);
  for (const { source, to } of sink.received as { source: string; to?: unknown }[]) {
    expect(source.split(/\r?\n\r?\n/)[0]).not.toMatch(/^(Bcc|Cc):/im);
    expect(JSON.stringify(to ?? "")).not.toContain("everybody@example.org");
  }
});
