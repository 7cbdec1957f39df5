import { STAFF_POSITIONS } from "@arl/schema/enums";
import { DEMO_EPOCH } from "../clock";
import { createAccounts, putAccount } from "../access/accounts";
import { authSecret, giveRole, hasAccount, removeAccounts, type NewMembership } from "../access/account.queries";
import type { Connection, Database } from "../db/client";
import { getSettings, isEmpty, markAsDemo } from "../db/settings.queries";
import type { Env } from "../env";
import { careForAll } from "../network/requests/care.queries";
import { coachById } from "../network/providers/provider.loader";
import { loadLeaderAsks } from "./leaderAsks";
import { loadLearning } from "./learning";
import { loadAnnotations } from "./annotations";
import { loadCallWork } from "./callWork";
import { loadCapacity } from "./capacity";
import { buildDemo } from "./network";
import { loadOffers } from "./offers";
import { DEMO_COACH_ID } from "./providers";
import { loadReferralCases } from "./referralCases";
import { loadRecords } from "./records.load";
import { loadTopicChoices } from "./topicChoices.load";
import { loadVisits } from "./visits";

export const DEMO_PASSWORD = "always-ready";
const DEMO_NAME = "Demo coaching network";

interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: NewMembership["role"];
}

const ACCOUNTS: readonly DemoAccount[] = [
  { email: "staff@demo.example", name: "Demo staff", role: "staff" },
  { email: "coach@demo.example", name: "Demo coach", role: "coach" },
  { email: "provider@demo.example", name: "Demo provider lead", role: "provider" },
  { email: "funder@demo.example", name: "Demo funder", role: "funder" },
];

export const DEMO_ACCOUNTS = ACCOUNTS.map(({ email }) => email);

/** Loads the invented network. @throws Error when the database already holds a network. */
export async function loadDemo({ db }: Connection, loadedAt = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await isEmpty(tx))) throw new Error("The database already holds a network; the demo goes into an empty one only.");
    const network = buildDemo();
    await loadRecords(tx, network, DEMO_EPOCH);
    await loadTopicChoices(tx, network);
    await loadLearning(tx);
    await loadAnnotations(tx);
    await loadReferralCases(tx);
    await loadCapacity(tx);
    await loadCallWork(tx);
    await loadLeaderAsks(tx);
    await loadOffers(tx);
    await loadVisits(tx, network.records.requests);
    await markAsDemo(tx, DEMO_NAME, loadedAt);
  });
}

/**
 * Loads the demo network where DEMO asks for it and the database is empty, and sees to its accounts: they are there in
 * a demo network, but never in production.
 */
export async function loadDemoIfWanted(connection: Connection & { readonly embedded: boolean }, env: Env): Promise<{ present: boolean }> {
  const wanted = env.DEMO ?? connection.embedded;
  if (wanted && (await isEmpty(connection.db))) await loadDemo(connection);
  const { demoLoadedAt } = await getSettings(connection.db);
  if (demoLoadedAt === null) return { present: false };
  await connection.db.transaction((tx) => (env.NODE_ENV === "production" ? removeAccounts(tx, DEMO_ACCOUNTS) : putDemoAccounts(tx)));
  return { present: true };
}

async function putDemoAccounts(tx: Database): Promise<void> {
  const accounts = createAccounts(tx, { secret: await authSecret(tx), publicUrl: "http://localhost", trustedOrigins: [], rateLimit: "off" });
  const { providerId } = await coachById(tx).load(DEMO_COACH_ID);
  for (const { email, name, role } of ACCOUNTS) {
    const isThere = await hasAccount(tx, email);
    // Whoever tries the demo may change a password, by way of its open outbox; a start puts it back.
    const userId = await putAccount(accounts, email, name, DEMO_PASSWORD);
    if (isThere) continue;
    const coach = { providerId: role === "coach" || role === "provider" ? providerId : null, coachId: role === "coach" ? DEMO_COACH_ID : null };
    await giveRole(tx, { userId, role, positions: role === "staff" ? STAFF_POSITIONS : [], ...coach });
  }
  await careForAll(tx);
}
