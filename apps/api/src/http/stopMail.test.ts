import { expect, onTestFinished, test } from "vitest";
import { makeLink } from "../access/links/link.queries";
import { testDatabase } from "../db/testing";
import { serve } from "../testing.http";

test("one press in a mail program ends mail of that kind, and looking at the page ends nothing", async () => {
  const database = await testDatabase();
  const server = await serve(database);
  onTestFinished(() => server.app.close());
  const path = await makeLink(database.db, "mail", "rate_call dana@north.example");
  const press = (to: string) => fetch(server.url + to, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });
  const refused = async () => (await database.sql`select kind, address from mail_refusals`).map((row) => ({ ...row }));
  await fetch(server.url + path);
  await fetch(server.url + path, { method: "HEAD" });
  expect(await refused()).toEqual([]);
  expect((await press("/stop/none")).status).toBe(404);
  expect((await press(await makeLink(database.db, "request", "r1").then((link) => link.replace("/my/", "/stop/")))).status).toBe(404);
  expect(await refused()).toEqual([]);
  expect([(await press(path)).status, (await press(path)).status]).toEqual([200, 200]);
  expect(await refused()).toEqual([{ kind: "rate_call", address: "dana@north.example" }]);
});
