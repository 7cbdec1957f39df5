import { afterAll, beforeAll, expect, test } from "vitest";
import { createSchema } from "../schema";
import { createDemoDatabase } from "../testing.demo";
import { serve, type TestServer } from "../testing.http";
import { demoAskers, knownIds, networkSecrets } from "./askers";
import { storm } from "./storm";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let server: TestServer;
beforeAll(async () => {
  database = await createDemoDatabase();
  server = await serve(database);
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** Some seconds of the ten thousand that `pnpm hostile` sends. */
const OPERATIONS = 400;

test("random operations of every role are answered or refused in order, and tell nobody what is not theirs", async () => {
  const askers = await demoAskers(database, server.signIn);
  const outcome = await storm({
    url: server.url,
    schema: createSchema(),
    askers,
    known: await knownIds(database),
    secrets: await networkSecrets(database),
    operations: OPERATIONS,
    seed: 20_261_122,
    clients: 6,
  });
  expect(outcome.faults).toEqual([]);
  expect(outcome.asked).toBe(OPERATIONS);
  // Were most refused unseen, nothing would have been tried.
  expect(outcome.answered).toBeGreaterThan(OPERATIONS / 10);
}, 120_000);
