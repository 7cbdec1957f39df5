import { DEMO_PASSWORD } from "../../demo/load";
import { createDemoDatabase } from "../../testing.demo";
import { serve, type TestServer } from "../../testing.http";

export const BEGIN = new Date("2026-11-22T12:00:00Z");
export const HOUR = 3_600_000;
export const VIEWER = "{ viewer { email roles positions provider { id } } }";

/** An answer of GraphQL over HTTP. */
export interface Told<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly codes: readonly unknown[];
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** What a caller sends to say who they are: a session's cookie, a key, or nothing. */
export type Credential = { readonly cookie: string } | { readonly authorization: string } | Readonly<Record<string, string>>;

export const bearer = (secret: string): Credential => ({ authorization: `Bearer ${secret}` });

export async function tell<Data>(server: TestServer, query: string, variables: Record<string, unknown>, credential: Credential): Promise<Told<Data>> {
  const answer = await server.graphql({ query, variables }, { ...credential });
  const { data, errors = [] } = (await answer.json()) as { data?: Data | null; errors?: Told<Data>["errors"] };
  return { status: answer.status, headers: answer.headers, data, errors, codes: errors.map(({ extensions }) => extensions["code"]) };
}

export interface MadeKey {
  readonly secret: string;
  readonly apiKey: { readonly id: string; readonly name: string; readonly prefix: string; readonly scopes: string[]; readonly state: string; readonly expiresAt: string; readonly lastUsedAt: string | null; readonly provider: { readonly id: string } | null };
}

const KEY = "id name prefix scopes state expiresAt lastUsedAt provider { id }";

export const MAKE = `mutation ($input: MakeApiKeyInput!) { makeApiKey(input: $input) { secret apiKey { ${KEY} } } }`;
export const ROTATE = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { secret apiKey { ${KEY} } } }`;
export const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { ${KEY} revokedAt } } }`;

/** A key of whoever is signed in by the cookie. */
export async function makeKey(server: TestServer, cookie: string, scopes = ["SHARED_READ"], more: Record<string, unknown> = {}): Promise<MadeKey> {
  const { data, errors } = await tell<{ makeApiKey: MadeKey }>(server, MAKE, { input: { name: "nightly", scopes, ...more } }, { cookie });
  if (!data) throw new Error(`No key was made: ${JSON.stringify(errors)}`);
  return data.makeApiKey;
}

/** What tests of keys ask with: a server over the demo network, whose real clock they hold, and somebody signed in of each kind. */
export class KeyedServer {
  #opened: { readonly database: Awaited<ReturnType<typeof createDemoDatabase>>; readonly server: TestServer } | null = null;
  now = BEGIN;
  readonly cookies = { staff: "", provider: "", funder: "", coach: "" };

  async open(): Promise<void> {
    const database = await createDemoDatabase();
    this.#opened = { database, server: await serve(database, { realClock: () => this.now }) };
    for (const who of Object.keys(this.cookies) as (keyof typeof this.cookies)[]) await this.signIn(who);
  }

  get database() {
    return this.#world().database;
  }

  get server(): TestServer {
    return this.#world().server;
  }

  #world() {
    if (!this.#opened) throw new Error("The server is not open yet.");
    return this.#opened;
  }

  /** As it was in the beginning, without keys. */
  async reset(): Promise<void> {
    this.now = BEGIN;
    await this.database.sql`delete from api_keys`;
  }

  async close(): Promise<void> {
    await this.server.app.close();
    await this.database.drop();
  }

  /** Sets the clock to so long after the beginning. */
  later(milliseconds: number): void {
    this.now = new Date(BEGIN.getTime() + milliseconds);
  }

  async signIn(who: keyof typeof this.cookies): Promise<void> {
    this.cookies[who] = await this.server.signIn(`${who}@demo.example`, DEMO_PASSWORD);
  }

  ask<Data>(query: string, credential: Credential = {}, variables: Record<string, unknown> = {}): Promise<Told<Data>> {
    return tell<Data>(this.server, query, variables, credential);
  }

  async statusOf(secret: string): Promise<number> {
    return (await this.ask(VIEWER, bearer(secret))).status;
  }

  async userId(who: keyof typeof this.cookies): Promise<string> {
    return (await this.database.sql<{ id: string }[]>`select id from auth.users where email = ${`${who}@demo.example`}`)[0]?.id ?? "";
  }
}
