import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { testDatabase } from "../../db/testing";
import { coachesLoad } from "./coaches.load";
import { providersLoad } from "./providers.load";
import { Staging } from "./staging";
import { NOW } from "./testing";

const provider = (id: string, name: string) => ({ id, name, kind: null, website: null });
const row = <Row>(line: number, fields: Row) => ({ line, fields, cells: {}, faults: [] });

test("rows at hand pass as rows of a file do, the last of an id standing", async () => {
  const { db, sql: query } = await testDatabase();
  await db.transaction(async (tx) => {
    const staging = new Staging(tx, providersLoad);
    await staging.create();
    staging.add(row(1, provider("p1", "First")));
    staging.add(row(2, provider("p1", "Last")));
    await staging.flush();
    await staging.settle();
    expect(await staging.firstFault()).toBeNull();
    expect(await tx.execute(sql`select name, kind, copies, is_new from changed`)).toEqual([
      { name: "Last", kind: "provider", copies: 2, is_new: true },
    ]);
    await providersLoad.write(tx, NOW);
  });
  expect(await query`select id, name, kind from providers`).toEqual([{ id: "p1", name: "Last", kind: "provider" }]);
});

test("a row that the database contradicts is a fault and goes no further", async () => {
  const { db } = await testDatabase();
  await db.transaction(async (tx) => {
    const staging = new Staging(tx, coachesLoad);
    await staging.create();
    const coach = { id: "c1", providerId: "nobody", name: "Ana", email: null, role: null, topics: [], states: [] };
    staging.add(row(7, { ...coach, hoursPerMonth: null, activeFrom: null, activeTo: null }));
    await staging.flush();
    await staging.settle();
    expect(await staging.firstFault()).toEqual({ line: 7, column: "provider_id", reason: "No provider has this id." });
    expect(await tx.execute(sql`select from changed`)).toHaveLength(0);
  });
});
