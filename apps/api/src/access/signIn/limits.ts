import { createHash } from "node:crypto";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import type { Database } from "../../db/client";
import { countAttempt, forgetAttempts } from "./signIn.queries";

/** Requests a minute; "off" for no limit. */
export type RateLimit = number | "off";

/** Enough for a school's office behind one address, too few for guessing. */
const ATTEMPTS_A_MINUTE = 30;

/** What is about somebody's way in, and so worth guessing at. */
const GUARDED = ["/sign-in/*", "/magic-link/*", "/request-password-reset", "/reset-password", "/reset-password/*", "/change-password", "/two-factor/*", "/callback/*"];

/** Limits by the address that requests come from, counted in the database so that processes share them. */
export function addressLimits(rateLimit: RateLimit) {
  if (rateLimit === "off") return { enabled: false };
  const window = 60;
  const guarded = { window, max: Math.min(rateLimit, ATTEMPTS_A_MINUTE) };
  return { enabled: true, storage: "database" as const, window, max: rateLimit, customRules: Object.fromEntries(GUARDED.map((path) => [path, guarded])) };
}

/** How often something may be tried for one account before whoever tries has to wait; a right password forgets the wrong ones. */
const ACCOUNT_LIMITS: Readonly<Record<string, { readonly name: string; readonly most: number; readonly minutes: number }>> = {
  "/sign-in/email": { name: "password", most: 10, minutes: 15 },
  "/sign-in/magic-link": { name: "link", most: 5, minutes: 60 },
  "/request-password-reset": { name: "reset", most: 5, minutes: 60 },
};

/** Wrong codes in a row before a second factor is shut for a while. */
export const SECOND_FACTOR_LOCK = { maxFailedAttempts: 10, durationSeconds: 15 * 60 };

/** Which account an attempt is about. The address itself is not kept: many a password is typed into the wrong field. */
const keyOf = (name: string, email: string): string => createHash("sha256").update(`${name}:${email.trim().toLowerCase()}`).digest("hex");

function emailIn(body: unknown): string | null {
  const email = (body as { email?: unknown } | undefined)?.email;
  return typeof email === "string" ? email : null;
}

/** Limits by the account that attempts are about. An address without an account is counted like any other. */
export function accountLimits(db: Database, rateLimit: RateLimit): BetterAuthPlugin {
  if (rateLimit === "off") return { id: "account-limits" };
  const matcher = ({ path }: { path?: string }) => path !== undefined && path in ACCOUNT_LIMITS;
  return {
    id: "account-limits",
    hooks: {
      before: [
        {
          matcher,
          handler: createAuthMiddleware(async ({ path, body }) => {
            const limit = ACCOUNT_LIMITS[path];
            const email = emailIn(body);
            if (!limit || email === null) return;
            const { count, secondsLeft } = await countAttempt(db, keyOf(limit.name, email), limit.minutes);
            if (count > limit.most) {
              throw new APIError("TOO_MANY_REQUESTS", { message: "Too many attempts. Wait a little, then try again.", code: "RATE_LIMITED" }, { "X-Retry-After": String(secondsLeft) });
            }
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path === "/sign-in/email",
          handler: createAuthMiddleware(async ({ body, context }) => {
            const email = emailIn(body);
            if (email !== null && !(context.returned instanceof Error)) await forgetAttempts(db, keyOf("password", email));
          }),
        },
      ],
    },
  };
}
