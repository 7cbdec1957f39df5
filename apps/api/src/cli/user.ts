import { text } from "node:stream/consumers";
import { z } from "zod";
import { authSecret, giveRole } from "../access/account.queries";
import { STAFF_POSITIONS, type Role } from "@arl/schema/enums";
import { createAccounts, putAccount } from "../access/accounts";
import { providerById } from "../network/providers/provider.loader";
import { withDatabase } from "./commands";

const SHORTEST_PASSWORD = 10;

export interface NewUser {
  readonly role: Role;
  readonly provider?: string;
  readonly name?: string;
}

/**
 * Makes an account from the command line; the password comes from standard input, so that it is in no list of commands.
 * @throws Error that a person understands: a bad address, a short password, a missing or unknown organisation.
 */
export async function addUser(email: string, { role, provider, name }: NewUser): Promise<void> {
  if (!z.email().safeParse(email).success) throw new Error(`"${email}" is not an e-mail address.`);
  const ofProvider = role === "coach" || role === "provider";
  if (ofProvider !== (provider !== undefined)) {
    throw new Error(ofProvider ? `A ${role} belongs to an organisation: name it with --provider.` : `A ${role} belongs to no organisation: leave out --provider.`);
  }
  if (process.stdin.isTTY) process.stderr.write("Password, then Ctrl-D on a new line:\n");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password.length < SHORTEST_PASSWORD) throw new Error(`The password on standard input needs at least ${SHORTEST_PASSWORD} characters.`);

  await withDatabase(({ db }) =>
    db.transaction(async (tx) => {
      if (provider !== undefined) await providerById(tx).load(provider);
      const accounts = createAccounts(tx, { secret: await authSecret(tx), publicUrl: "http://localhost", trustedOrigins: [], rateLimit: "off" });
      const userId = await putAccount(accounts, email, name ?? email.replace(/@.*$/, ""), password);
      await giveRole(tx, { userId, role, positions: role === "staff" ? STAFF_POSITIONS : [], providerId: provider ?? null, coachId: null });
    }),
  );
  console.log(`${email.toLowerCase()} can sign in as ${role}.`);
}
