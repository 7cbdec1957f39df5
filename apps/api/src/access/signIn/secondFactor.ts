import { randomBytes } from "node:crypto";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { deleteSessionCookie } from "better-auth/cookies";

const CHALLENGE_SECONDS = 10 * 60;

/**
 * Asks who follows a link for their second factor too; the two-factor plugin itself asks only after a password. What it
 * leaves behind is what that plugin's own challenge leaves, so that its endpoints take the code.
 */
export function secondFactorAfterLink(): BetterAuthPlugin {
  return {
    id: "second-factor-after-link",
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === "/magic-link/verify",
          handler: createAuthMiddleware(async (ctx) => {
            const { newSession, internalAdapter, createAuthCookie, secret } = ctx.context;
            if (!newSession?.user["twoFactorEnabled"]) return;
            deleteSessionCookie(ctx, true);
            await internalAdapter.deleteSession(newSession.session.token);
            ctx.context.setNewSession(null);
            const identifier = `2fa-${randomBytes(20).toString("hex")}`;
            const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000);
            await internalAdapter.createVerificationValue({ identifier, value: newSession.user.id, expiresAt });
            await internalAdapter.createVerificationValue({ identifier: `2fa-attempts-${identifier}`, value: "0", expiresAt });
            const cookie = createAuthCookie("two_factor", { maxAge: CHALLENGE_SECONDS });
            await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
            return ctx.json({ twoFactorRedirect: true, twoFactorMethods: ["totp"] });
          }),
        },
      ],
    },
  };
}
