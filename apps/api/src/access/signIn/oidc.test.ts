import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { serve, type TestServer } from "../../testing.http";
import { Browser } from "./testing.browser";
import { CLIENT, issuer, type Issuer } from "./testing.issuer";
import { listen, PASSWORD, person } from "./testing.people";

const ADA = "ada@north.example";
const PUBLIC_URL = "http://127.0.0.1";

interface Place {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly at: Issuer;
  readonly heard: Awaited<ReturnType<typeof listen>>;
}

async function setUp(): Promise<Place> {
  const database = await testDatabase();
  const at = await issuer(() => `${PUBLIC_URL}/api/auth/callback/oidc`);
  const server = await serve(database, { publicUrl: PUBLIC_URL, oidc: { issuer: at.url, ...CLIENT, name: "North's sign-in" } });
  onTestFinished(() => server.app.close());
  return { database, server, at, heard: await listen(database) };
}

/** Walks through the issuer's pages as a person would. @returns where it sends the browser in the end. */
async function atIssuer(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(start);
  let form: URLSearchParams | null = null;
  while (next.pathname !== "/api/auth/callback/oidc") {
    const answer: Response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { method: "POST", body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = answer.headers.get("location");
    form = null;
    if (location) {
      next = new URL(location, next);
    } else {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error("The issuer shows a page that was not expected.");
      form = new URLSearchParams({ prompt, ...(prompt === "login" ? { login, password: "whatever" } : {}) });
    }
  }
  return next;
}

/** Signs in at the issuer. @returns the browser, and where the network sends it. */
async function signIn({ server }: Place, login: string, path = "sign-in/social"): Promise<{ browser: Browser; location: string }> {
  const browser = new Browser(server);
  const begun = await browser.post(path, { provider: "oidc", callbackURL: "/needs", errorCallbackURL: "/sign-in", disableRedirect: true });
  const { url } = (await begun.json()) as { url: string };
  const back = await atIssuer(url, login);
  const answer = await browser.get(`callback/oidc${back.search}`);
  return { browser, location: answer.headers.get("location") ?? "" };
}

test("who has an account comes in by the issuer's word for their address, through the whole code flow", async () => {
  const place = await setUp();
  const id = await person(place.database, ADA);
  place.at.people.set("ada", { email: "Ada@North.example", email_verified: true });
  const { browser, location } = await signIn(place, "ada");
  expect(location).toMatch(/\/needs$/);
  expect(await browser.email()).toBe(ADA);
  expect(await place.heard()).toEqual([expect.objectContaining({ action: "sign_in.succeeded", actor: id, detail: { by: "oidc" } })]);
  const [kept] = await place.database.sql`select account_id, access_token, refresh_token, id_token from auth.accounts where provider_id = 'oidc'`;
  expect(kept).toEqual({ account_id: "ada", access_token: null, refresh_token: null, id_token: null });

  const again = await signIn(place, "ada", "sign-in/oauth2");
  expect(await again.browser.email()).toBe(ADA);
  expect(await place.database.sql`select from auth.accounts where provider_id = 'oidc'`).toHaveLength(1);
});

test("the issuer is asked with PKCE, a state and a nonce", async () => {
  const { server } = await setUp();
  const begun = await new Browser(server).post("sign-in/social", { provider: "oidc", callbackURL: "/", disableRedirect: true });
  const { searchParams } = new URL(((await begun.json()) as { url: string }).url);
  expect(searchParams.get("code_challenge_method")).toBe("S256");
  for (const name of ["code_challenge", "state", "nonce"]) expect(searchParams.get(name)?.length).toBeGreaterThan(20);
});

test("who has no account gets none, and who has one but an address that the issuer has not verified is told no more than that", async () => {
  const place = await setUp();
  await person(place.database, ADA);
  place.at.people.set("nobody", { email: "nobody@north.example", email_verified: true });
  place.at.people.set("eve", { email: ADA, email_verified: false });
  const [nobody, eve] = [await signIn(place, "nobody"), await signIn(place, "eve")];
  expect(nobody.location).toMatch(/\/sign-in\?error=sign_in_refused$/);
  expect(eve.location).toBe(nobody.location);
  expect([await nobody.browser.email(), await eve.browser.email()]).toEqual([null, null]);
  expect(await place.database.sql`select email from auth.users`).toEqual([{ email: ADA }]);
  expect((await place.heard()).map(({ action }) => action)).toEqual(["sign_in.failed", "sign_in.failed"]);
});

test("who was shut out stays out", async () => {
  const place = await setUp();
  const id = await person(place.database, ADA);
  place.at.people.set("ada", { email: ADA, email_verified: true });
  await place.database.sql`update auth.users set disabled_at = now() where id = ${id}`;
  const { browser, location } = await signIn(place, "ada");
  expect(location).toMatch(/\/sign-in\?error=sign_in_refused$/);
  expect(await browser.email()).toBeNull();
});

test("what comes back belongs to the browser that was sent there, and is used once", async () => {
  const place = await setUp();
  await person(place.database, ADA);
  place.at.people.set("ada", { email: ADA, email_verified: true });
  const browser = new Browser(place.server);
  const begun = await browser.post("sign-in/social", { provider: "oidc", callbackURL: "/needs", disableRedirect: true });
  const back = await atIssuer(((await begun.json()) as { url: string }).url, "ada");
  const other = new Browser(place.server);
  await other.get(`callback/oidc${back.search}`);
  expect(await other.email()).toBeNull();
});

test("nobody is sent to another site afterwards", async () => {
  const { server } = await setUp();
  const begun = await new Browser(server).post("sign-in/social", { provider: "oidc", callbackURL: "https://elsewhere.example/", disableRedirect: true });
  expect(begun.status).toBe(403);
});

test.each(["is not there", "takes the call and keeps silent"])("an issuer that %s keeps nobody from signing in with a password", async (how) => {
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(silent, "listening");
  onTestFinished(() => void silent.close());
  const port = how === "is not there" ? 1 : (silent.address() as AddressInfo).port;
  const database = await testDatabase();
  const server = await serve(database, { oidc: { issuer: `http://127.0.0.1:${port}`, ...CLIENT, name: "Gone" } });
  onTestFinished(() => server.app.close());
  await person(database, ADA);
  const browser = new Browser(server);
  await browser.signIn(ADA, PASSWORD);
  expect(await browser.email()).toBe(ADA);
});

test("the network says how people may sign in", async () => {
  const { server, database } = await setUp();
  const asked = { query: "{ network { signInMethods oidcName } }" };
  expect(await (await server.graphql(asked)).json()).toEqual({ data: { network: { signInMethods: ["PASSWORD", "MAGIC_LINK", "OIDC"], oidcName: "North's sign-in" } } });
  const without = await serve(database);
  onTestFinished(() => without.app.close());
  expect(await (await without.graphql(asked)).json()).toEqual({ data: { network: { signInMethods: ["PASSWORD", "MAGIC_LINK"], oidcName: null } } });
});
