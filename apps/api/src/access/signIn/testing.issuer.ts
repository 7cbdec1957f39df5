import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
// @ts-expect-error The package brings no types.
import untyped from "oidc-provider";
import { onTestFinished } from "vitest";

interface Claims {
  readonly email: string;
  readonly email_verified: boolean;
}

export interface Issuer {
  readonly url: string;
  /** What it says of each who signs in there, by the name that they sign in with. */
  readonly people: Map<string, Claims>;
}

export const CLIENT = { clientId: "coaching-network", clientSecret: "a-secret-between-network-and-issuer" };

/** As much of oidc-provider, which brings no types, as is used here. */
interface Provider {
  callback(): Parameters<typeof createServer>[1];
}
const OidcProvider = untyped as new (issuer: string, configuration: object) => Provider;

/** A real OpenID Connect provider on a free port, with login and consent pages of its own; it ends with the test. */
export async function issuer(redirectUri: () => string): Promise<Issuer> {
  const people = new Map<string, Claims>();
  const server: Server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new OidcProvider(url, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri()], response_types: ["code"], grant_types: ["authorization_code"] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    cookies: { keys: ["a-key-for-the-issuers-cookies"] },
    findAccount: (_context: unknown, login: string) => ({ accountId: login, claims: () => ({ sub: login, ...people.get(login) }) }),
  });
  const answer = provider.callback();
  if (answer) server.on("request", answer);
  return { url, people };
}
