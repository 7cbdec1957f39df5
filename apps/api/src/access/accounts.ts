import { betterAuth, type BetterAuthPlugin } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import { magicLink, twoFactor } from "better-auth/plugins";
import type { Database } from "../db/client";
import { accounts, authSessions, users, verifications } from "./account.table";
import { passwordWasReset, signInEvents } from "./signIn/events";
import { LINK_MINUTES, RESET_MINUTES, sendLink, sendReset } from "./signIn/letters";
import { accountLimits, addressLimits, SECOND_FACTOR_LOCK, type RateLimit } from "./signIn/limits";
import { oidcPlugins, type OidcSettings } from "./signIn/oidc";
import { secondFactorAfterLink } from "./signIn/secondFactor";
import { isShut } from "./signIn/signIn.queries";
import { rateLimits, twoFactors } from "./signIn/signIn.table";

export interface AccountsOptions {
  /** Signs session cookies, and encrypts the secrets of second factors. */
  readonly secret: string;
  /** Where browsers reach the server. */
  readonly publicUrl: string;
  /** Other addresses that pages may come from. */
  readonly trustedOrigins: readonly string[];
  /** Requests to the sign-in service a minute and address; "off" for no limit of any kind. */
  readonly rateLimit: RateLimit;
  /** Sign-in at an organisation's own issuer; null or left out = none. */
  readonly oidc?: OidcSettings | null;
}

/** The header in which the sign-in service finds the address that a request came from: written by us, never by the caller. */
export const CLIENT_ADDRESS = "x-client-address";

const DAY = 24 * 60 * 60;

/** What the sign-in service could do and the network does not offer. */
const NOT_OFFERED = [
  "/sign-up/email",
  "/send-verification-email",
  "/verify-email",
  "/change-email",
  "/delete-user",
  "/delete-user/callback",
  "/update-user",
  "/update-session",
  "/link-social",
  "/unlink-account",
  "/get-access-token",
  "/refresh-token",
  "/account-info",
  "/two-factor/send-otp",
  "/two-factor/verify-otp",
];

/** The sign-in service: its HTTP part answers under /api/auth. Accounts are made by staff, never by signing up. */
export function createAccounts(db: Database, { secret, publicUrl, trustedOrigins, rateLimit, oidc = null }: AccountsOptions) {
  return betterAuth({
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    trustedOrigins: [...trustedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our own faults are answered, and logged, like those of the rest of the server.
    onAPIError: { throw: true },
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: users, session: authSessions, account: accounts, verification: verifications, twoFactor: twoFactors, rateLimit: rateLimits },
    }),
    disabledPaths: NOT_OFFERED,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendReset(db, user.email, token),
      onPasswordReset: ({ user }) => passwordWasReset(db, user),
    },
    session: { expiresIn: 30 * DAY, updateAge: DAY, freshAge: DAY, cookieCache: { enabled: false } },
    verification: { storeIdentifier: "hashed" },
    account: { updateAccountOnSignIn: false, encryptOAuthTokens: true, accountLinking: { enabled: true, trustedProviders: [] } },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => refuseTheShut(db, userId) } },
      // What the issuer handed out is of no use to us: who somebody is, is all that was asked.
      account: { create: { before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }) } },
    },
    rateLimit: addressLimits(rateLimit),
    plugins: pluginsFor(db, rateLimit, oidc),
    advanced: {
      cookiePrefix: "network",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
  });
}

/** Their order is that of what they do afterwards: a session is an event only once no second factor is asked for. */
function pluginsFor(db: Database, rateLimit: RateLimit, oidc: OidcSettings | null): BetterAuthPlugin[] {
  return [
    accountLimits(db, rateLimit),
    magicLink({ disableSignUp: true, storeToken: "hashed", expiresIn: LINK_MINUTES * 60, sendMagicLink: ({ email, token }) => sendLink(db, email, token) }),
    twoFactor({ issuer: "Coaching network", accountLockout: { enabled: rateLimit !== "off", ...SECOND_FACTOR_LOCK } }),
    ...oidcPlugins(oidc),
    secondFactorAfterLink(),
    signInEvents(db),
  ];
}

/** Who was shut out is told what everybody is told who may not come in. */
async function refuseTheShut(db: Database, userId: string): Promise<void> {
  if (await isShut(db, userId)) throw new APIError("UNAUTHORIZED", { message: "Invalid email or password", code: "INVALID_EMAIL_OR_PASSWORD" });
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
