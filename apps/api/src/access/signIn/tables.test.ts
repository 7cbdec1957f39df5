import { getTableColumns } from "drizzle-orm";
import { getAuthTables } from "better-auth/db";
import { expect, test } from "vitest";
import { testDatabase } from "../../db/testing";
import { accounts, authSessions, users, verifications } from "../account.table";
import { createAccounts } from "../accounts";
import { rateLimits, twoFactors } from "./signIn.table";

const TABLES = { user: users, session: authSessions, account: accounts, verification: verifications, twoFactor: twoFactors, rateLimit: rateLimits };

test("the sign-in service finds every table and column that it asks for", async () => {
  const { db } = await testDatabase();
  const { options } = createAccounts(db, { secret: "a-secret-for-tests-that-is-long-enough", publicUrl: "http://127.0.0.1", trustedOrigins: [], rateLimit: 600 });
  const asked = getAuthTables(options);
  expect(Object.keys(asked).sort()).toEqual(Object.keys(TABLES).sort());
  for (const [model, table] of Object.entries(TABLES)) {
    const there = Object.keys(getTableColumns(table));
    const missing = Object.keys(asked[model]?.fields ?? {}).filter((field) => !there.includes(field));
    expect([model, missing]).toEqual([model, []]);
  }
});
