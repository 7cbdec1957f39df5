import type { Account } from "./access/viewer";
import { createLoadedDatabase } from "./db/testing";
import { loadDemoIfWanted } from "./demo/load";
import { DEMO_COACH_ID } from "./demo/providers";
import { readEnv } from "./env";

/** A database with the demo network and its accounts. The first test of a run loads it, the others copy it. */
export const createDemoDatabase = () =>
  createLoadedDatabase("demo_network", async (connection) => {
    await loadDemoIfWanted({ ...connection, embedded: true }, readEnv({ DEMO: "true", NODE_ENV: "test" }));
  });

const account = (role: Account["roles"][number], providerId: string | null, coachId: string | null): Account => ({
  id: `test-${role}`,
  name: `Test ${role}`,
  email: `${role}@test.example`,
  roles: [role],
  positions: [],
  providerId,
  coachId,
  key: null,
});

/** The demo's coach, whose organisation is org-03. */
export const DEMO_COACH = account("coach", "org-03", DEMO_COACH_ID);
export const DEMO_PROVIDER = account("provider", "org-03", null);
export const DEMO_FUNDER = account("funder", null, null);
