import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Database } from "../db/client";
import { accounts, authSessions, users, verifications } from "./account.table";

export interface AccountsOptions {
  /** Signs session cookies. */
  readonly secret: string;
  /** Where browsers reach the server. */
  readonly publicUrl: string;
  /** Other addresses that pages may come from. */
  readonly trustedOrigins: readonly string[];
  /** Requests to the sign-in service a minute and address; "off" for no limit. */
  readonly rateLimit: number | "off";
}

/** Enough for a school's office behind one address, too few for guessing passwords. */
const SIGN_INS_A_MINUTE = 30;

/** The header in which the sign-in service finds the address that a request came from: written by us, never by the caller. */
export const CLIENT_ADDRESS = "x-client-address";

/** The sign-in service: its HTTP part answers under /api/auth. Accounts are made by staff, never by signing up. */
export function createAccounts(db: Database, { secret, publicUrl, trustedOrigins, rateLimit }: AccountsOptions) {
  return betterAuth({
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    trustedOrigins: [...trustedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: users, session: authSessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    rateLimit: limitsFor(rateLimit),
    advanced: {
      cookiePrefix: "network",
      useSecureCookies: publicUrl.startsWith("https:"),
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
  });
}

function limitsFor(rateLimit: AccountsOptions["rateLimit"]) {
  if (rateLimit === "off") return { enabled: false };
  const window = 60;
  return { enabled: true, window, max: rateLimit, customRules: { "/sign-in/*": { window, max: Math.min(rateLimit, SIGN_INS_A_MINUTE) } } };
}

export type Accounts = ReturnType<typeof createAccounts>;

/**
 * Makes an account that signs in with e-mail and password, or gives an existing one a new password.
 * @param password at least 10 characters.
 * @returns the user's id.
 */
export async function putAccount(auth: Accounts, email: string, name: string, password: string): Promise<string> {
  const context = await auth.$context;
  const address = email.toLowerCase();
  const hash = await context.password.hash(password);
  const existing = await context.internalAdapter.findUserByEmail(address);
  if (existing) {
    await context.internalAdapter.updatePassword(existing.user.id, hash);
    return existing.user.id;
  }
  const user = await context.internalAdapter.createUser({ email: address, name, emailVerified: true }, { method: "admin" });
  await context.internalAdapter.linkAccount({ userId: user.id, providerId: "credential", accountId: user.id, password: hash });
  return user.id;
}
