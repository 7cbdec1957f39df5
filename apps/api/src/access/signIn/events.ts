import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import type { Database } from "../../db/client";
import { currentRequestId } from "../../requestId";
import { tellOfNewPassword } from "./letters";
import { findPerson, recordEvent, type SignInEvent } from "./signIn.queries";

/** Where people sign in, and by what. */
const WAYS_IN: Readonly<Record<string, string>> = {
  "/sign-in/email": "password",
  "/magic-link/verify": "link",
  "/callback/:id": "oidc",
  "/two-factor/verify-totp": "totp",
  "/two-factor/verify-backup-code": "backup_code",
};

/** What people change about their own way in, once they are in. */
const CHANGES: Readonly<Record<string, Pick<SignInEvent, "action" | "detail">>> = {
  "/change-password": { action: "password.changed", detail: { by: "change" } },
  "/two-factor/disable": { action: "two_factor.off", detail: {} },
  "/two-factor/generate-backup-codes": { action: "two_factor.on", detail: { backupCodes: "replaced" } },
  "/revoke-session": { action: "sessions.revoked", detail: { which: "one" } },
  "/revoke-sessions": { action: "sessions.revoked", detail: { which: "all" } },
  "/revoke-other-sessions": { action: "sessions.revoked", detail: { which: "others" } },
};

const LONGEST_ADDRESS = 320;

type Event = Omit<SignInEvent, "requestId">;

/** Leaves every way in, taken or refused, and every change of one in the audit trail; without that there is no answer. */
export function signInEvents(db: Database): BetterAuthPlugin {
  const record = (event: Event) => recordEvent(db, { ...event, requestId: currentRequestId() });
  const ofPerson = (id: string, action: SignInEvent["action"], detail: SignInEvent["detail"]) => record({ action, accountId: id, subject: { type: "person", id }, detail });
  return {
    id: "sign-in-events",
    hooks: {
      before: [
        {
          // A new password signs out whoever else was in; that is what it is changed for.
          matcher: ({ path }) => path === "/change-password",
          handler: createAuthMiddleware(async ({ body }) => ({ context: { body: { ...(body as object), revokeOtherSessions: true } } })),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path !== undefined && path in WAYS_IN,
          handler: createAuthMiddleware(async ({ path, body, context }) => {
            const by = WAYS_IN[path] ?? path;
            const { newSession, session, returned } = context;
            if (session !== null && path.startsWith("/two-factor/")) {
              if (newSession) await ofPerson(session.user.id, "two_factor.on", {});
            } else if (newSession) {
              await ofPerson(newSession.user.id, "sign_in.succeeded", { by });
            } else if (returned instanceof Error) {
              await record({ action: "sign_in.failed", accountId: null, subject: await subjectOf(db, body), detail: { by } });
            }
          }),
        },
        {
          matcher: ({ path }) => path !== undefined && path in CHANGES,
          handler: createAuthMiddleware(async ({ path, context }) => {
            const change = CHANGES[path];
            const person = context.session?.user;
            if (!change || !person || context.returned instanceof Error) return;
            await ofPerson(person.id, change.action, change.detail);
            if (change.action === "password.changed") await tellOfNewPassword(db, person.email);
          }),
        },
      ],
    },
  };
}

/** Somebody followed a link to set a new password. */
export async function passwordWasReset(db: Database, { id, email }: { id: string; email: string }): Promise<void> {
  await recordEvent(db, { action: "password.changed", accountId: id, subject: { type: "person", id }, requestId: currentRequestId(), detail: { by: "reset" } });
  await tellOfNewPassword(db, email);
}

/** Whom an attempt was about: somebody with an account, else the address as it was given. */
async function subjectOf(db: Database, body: unknown): Promise<SignInEvent["subject"]> {
  const email = (body as { email?: unknown } | undefined)?.email;
  if (typeof email !== "string") return { type: "address", id: "unknown" };
  const person = await findPerson(db, email);
  return person ? { type: "person", id: person.id } : { type: "address", id: email.toLowerCase().slice(0, LONGEST_ADDRESS) };
}
