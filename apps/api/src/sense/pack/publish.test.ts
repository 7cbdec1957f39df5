import { afterAll, beforeAll, expect, test } from "vitest";
import { putPerson } from "../../access/people/testing.people";
import { render } from "../../jobs/mails/render";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import { holdNoise } from "../figure/testing.thick";

const NOW = new Date("2021-02-01T15:00:00Z");
const WEEK = "2021-02-01";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
});
afterAll(() => database.drop());

interface Published {
  readonly isNew: boolean;
  readonly edition: { readonly number: number; readonly mailed: number; readonly asOf: string; readonly sentences: readonly { readonly id: string; readonly text: string }[] };
}

const publish = (ask: Ask, viewer?: Parameters<Ask>[2]) => ask<{ publishLearningCall: Published }>(`mutation { publishLearningCall(input: { week: "${WEEK}" }) { isNew edition { number mailed asOf sentences { id text } } } }`, {}, viewer);
const mails = () => database.sql<{ to: string; payload: { edition: number } }[]>`select to_address as to, payload from mails where kind = 'learning_call' order by created_at, to_address`;

test("a number that staff put into a sentence holds publication up until it stands in the protected form, and nothing was sent", async () => {
  const ask = await graphqlOver(database, NOW);
  await ask(`mutation { editPackSentence(input: { week: "${WEEK}", sentence: "missing:CUL-WEL", text: "Wellbeing: 9876 calls, and nothing on the shelf." }) { sentence { id } } }`);
  const { errors } = await publish(ask);
  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.week", message: expect.stringContaining("“9876”") as unknown }]);
  expect([await mails(), await database.sql`select from learning_editions where week = ${WEEK}`]).toEqual([[], []]);
  await ask(`mutation { editPackSentence(input: { week: "${WEEK}", sentence: "missing:CUL-WEL", text: "Wellbeing is coached a great deal, with nothing on the shelf." }) { sentence { id } } }`);
});

test("two publications at one moment are one edition and one mail to each reader; another edition follows a change", async () => {
  const wants = await putPerson(database, { email: "wants@org.example", role: "provider", providerId: "org-02" });
  const refuses = await putPerson(database, { email: "refuses@org.example", role: "provider", providerId: "org-02" });
  const shut = await putPerson(database, { email: "shut@org.example", role: "provider", providerId: "org-02" });
  await database.sql`update auth.users set disabled_at = now() where id = ${shut.id}`;
  const ask = await graphqlOver(database, NOW);
  expect((await ask(`mutation { setLearningCallMail(input: { wanted: false }) { wanted } }`, {}, refuses)).errors).toEqual([]);
  expect((await ask("{ learningCallMail }", {}, refuses)).data).toEqual({ learningCallMail: false });
  expect((await ask("{ learningCallMail }", {}, wants)).data).toEqual({ learningCallMail: true });

  const both = await Promise.all([publish(ask), publish(ask)]);
  expect(both.flatMap(({ errors }) => errors)).toEqual([]);
  const answers = both.map(({ data }) => data?.publishLearningCall);
  expect(answers.map((answer) => answer?.isNew).sort()).toEqual([false, true]);
  expect(answers.map((answer) => answer?.edition)).toEqual([answers[0]?.edition, answers[0]?.edition]);
  expect((await mails()).map(({ to }) => to).sort()).toEqual(["coach@demo.example", "provider@demo.example", "wants@org.example"]);
  expect(answers[0]?.edition).toMatchObject({ number: 1, mailed: 3, asOf: "2021-02-01" });

  await ask(`mutation { addPackNote(input: { week: "${WEEK}", text: "Bring one example.\\nOr two." }) { note { id } } }`);
  const again = await publish(ask);
  expect(again.data?.publishLearningCall).toMatchObject({ isNew: true, edition: { number: 2, mailed: 3 } });
  expect(again.data?.publishLearningCall.edition.sentences.at(-1)?.text).toBe("Bring one example.\nOr two.");
  expect((await mails()).map(({ payload }) => payload.edition)).toEqual([1, 1, 1, 2, 2, 2]);
  const trail = await database.sql<{ edition: string }[]>`select detail ->> 'edition' as edition from audit_events where action = 'learning_call.published' order by id`;
  expect(trail.map(({ edition }) => edition)).toEqual(["1", "2"]);
});

test("what is published is the preview, word for word, and all that a coach reads; the mail says the same", async () => {
  const ask = await graphqlOver(database, NOW);
  const { data } = await ask<{ learningCall: { preview: { id: string; text: string | null }[]; sentences: { id: string; text: string }[] } }>(`{ learningCall(week: "${WEEK}") { preview { id text } } }`);
  const previewed = (data?.learningCall.preview ?? []).flatMap(({ text }) => (text === null ? [] : [text]));
  const read = await ask<{ learningCall: { edition: Published["edition"] } }>(`{ learningCall(week: "${WEEK}") { edition { number mailed asOf sentences { id text } } } }`, {}, DEMO_COACH);
  const published = read.data?.learningCall.edition.sentences.map(({ text }) => text) ?? [];
  expect(published).toEqual(previewed);
  expect(published).toContain("Wellbeing is coached a great deal, with nothing on the shelf.");
  const payload = (await mails()).at(-1)?.payload;
  const { text, subject } = render({ kind: "learning_call", payload, network: "Demo" }, "https://network.example");
  for (const sentence of published) expect(text).toContain(sentence);
  expect([subject, text]).toEqual([expect.not.stringMatching(/\d/), expect.stringContaining("https://network.example/calls/2021-02-01")]);
});

test("an edition stays as it was sent: nobody changes one, and the roles of the others read or write none of it", async () => {
  const ask = await graphqlOver(database, NOW);
  for (const viewer of [DEMO_COACH, DEMO_PROVIDER, DEMO_FUNDER]) expect((await publish(ask, viewer)).errors[0]?.code).toBe("FORBIDDEN");
  for (const statement of ["update learning_editions set mailed = 0", "delete from learning_editions"]) {
    await expect(database.sql.begin(async (tx) => {
      await tx`select set_config('role', 'network_staff', true)`;
      await tx.unsafe(statement);
    })).rejects.toMatchObject({ code: "42501" });
  }
});
