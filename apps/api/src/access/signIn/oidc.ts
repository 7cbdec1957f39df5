import { setTimeout as pause } from "node:timers/promises";
import type { BetterAuthPlugin } from "better-auth";
import { genericOAuth } from "better-auth/plugins";

/** The sign-in of an organisation's own, by OpenID Connect. */
export interface OidcSettings {
  /** The issuer's address; what it offers stands under /.well-known/openid-configuration there. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people know it as. */
  readonly name: string;
}

interface OidcVariables {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_NAME?: string | undefined;
}

/** The issuer that the configuration names; null where it names none. */
export function oidcSettings({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name }: OidcVariables): OidcSettings | null {
  const whole = issuer !== undefined && clientId !== undefined && clientSecret !== undefined && name !== undefined;
  return whole ? { issuer, clientId, clientSecret, name } : null;
}

/** Its name within the sign-in service; it is part of the address to which the issuer sends people back. */
export const OIDC_PROVIDER = "oidc";

/**
 * Sign-in at an OpenID Connect issuer: authorization code with PKCE, the ID token's signature, audience and nonce checked.
 * It lets in people who have an account, whose address the issuer has verified; it makes none.
 */
export function oidcPlugins(settings: OidcSettings | null): BetterAuthPlugin[] {
  if (settings === null) return [];
  const { issuer, clientId, clientSecret, name } = settings;
  const plugin = genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        name,
        discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  });
  return [{ ...plugin, init: async (context) => Promise.race([plugin.init(context), later(plugin.options.config)]) }];
}

const PATIENCE_MS = 3_000;

/** Everybody's first request waits for the issuer to say what it offers; one that keeps silent is asked again when somebody wants it. */
async function later<Config extends { readonly providerId: string }>(config: readonly Config[]) {
  await pause(PATIENCE_MS, undefined, { ref: false });
  return { context: { genericOAuthPendingDiscovery: new Map(config.map((each) => [each.providerId, each])) } };
}
