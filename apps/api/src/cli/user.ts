import { text } from "node:stream/consumers";
import { z } from "zod";
import { STAFF_POSITIONS, type Role, type StaffPosition } from "@arl/schema/enums";
import { authSecret, giveRole } from "../access/account.queries";
import { createAccounts, putAccount } from "../access/accounts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../access/password";
import type { Connection, Database } from "../db/client";
import { coachById, providerById } from "../network/providers/provider.loader";
import { withDatabase } from "./commands";

export interface NewUser {
  readonly role: Role;
  readonly provider?: string;
  /** Which coach a coach's account is. */
  readonly coach?: string;
  /** Of staff; without any, all of them. */
  readonly position?: readonly StaffPosition[];
  readonly name?: string;
}

/**
 * Makes an account from the command line; the password comes from standard input, so that it is in no list of commands.
 * @throws Error that a person understands.
 */
export async function addUser(email: string, user: NewUser): Promise<void> {
  checkOptions(email, user);
  const password = await passwordTyped();
  await withDatabase((connection) => putUser(connection, email, user, password));
  console.log(`${email.toLowerCase()} can sign in as ${user.role}.`);
}

/**
 * Makes an account, or gives one that is there another role or password.
 * @throws Error that a person understands: a bad address, a missing or unknown organisation, an unknown coach or one of
 * another organisation, positions or a coach for a role that has none.
 */
export async function putUser({ db }: Pick<Connection, "db">, email: string, user: NewUser, password: string): Promise<void> {
  checkOptions(email, user);
  const { role, position, name } = user;
  await db.transaction(async (tx) => {
    const belonging = await settle(tx, user);
    const accounts = createAccounts(tx, { secret: await authSecret(tx), publicUrl: "http://localhost", trustedOrigins: [], rateLimit: "off" });
    const userId = await putAccount(accounts, email, name ?? email.replace(/@.*$/, ""), password);
    await giveRole(tx, { userId, role, positions: role === "staff" ? (position ?? STAFF_POSITIONS) : [], ...belonging });
  });
}

function checkOptions(email: string, { role, provider, coach, position }: NewUser): void {
  if (!z.email().safeParse(email).success) throw new Error(`"${email}" is not an e-mail address.`);
  const ofProvider = role === "coach" || role === "provider";
  if (ofProvider && provider === undefined && coach === undefined) throw new Error(`A ${role} belongs to an organisation: name it with --provider.`);
  if (!ofProvider && provider !== undefined) throw new Error(`A ${role} belongs to no organisation: leave out --provider.`);
  if (role !== "coach" && coach !== undefined) throw new Error(`A ${role} is no coach: leave out --coach.`);
  if (role !== "staff" && position !== undefined) throw new Error(`Only staff hold positions: leave out --position.`);
}

async function passwordTyped(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password, then Ctrl-D on a new line:\n");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password.length < SHORTEST_PASSWORD) throw new Error(`The password on standard input needs at least ${SHORTEST_PASSWORD} characters.`);
  if (password.length > LONGEST_PASSWORD) throw new Error(`The password on standard input may have ${LONGEST_PASSWORD} characters at most.`);
  return password;
}

/** The organisation and coach that are meant, both of which are there and go together. */
async function settle(tx: Database, { provider, coach }: NewUser): Promise<{ providerId: string | null; coachId: string | null }> {
  if (provider !== undefined) await providerById(tx).load(provider);
  const known = coach === undefined ? null : await coachById(tx).load(coach);
  if (known && provider !== undefined && known.providerId !== provider) throw new Error(`The coach "${known.id}" is of the organisation "${known.providerId}".`);
  return { providerId: provider ?? known?.providerId ?? null, coachId: known?.id ?? null };
}
