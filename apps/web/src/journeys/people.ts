import { createHmac } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";
import { arrive, ask, signIn, visit } from "./browser";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The bytes that base 32 of RFC 4648 stands for. */
function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll(/[\s=]/g, "")].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The six digits that an authenticator app shows now, by RFC 6238. */
export function totp(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** The latest mail to an address, as the demo network's outbox shows it, on a page of its own. */
async function readMail(browser: Browser, to: string): Promise<Page> {
  const page = await visit(browser, "/outbox");
  const letter = page.getByRole("list", { name: "Mails" }).getByRole("button").filter({ hasText: to }).first();
  // A mail is written in the background: until it is there, the outbox is looked into again.
  for (let tries = 0; tries < 40 && (await letter.count()) === 0; tries += 1) {
    await page.reload({ waitUntil: "networkidle" });
  }
  await letter.click();
  await page.getByRole("region").getByText(`To ${to}`).waitFor();
  return page;
}

/** Where the latest mail to an address leads. */
export async function linkInMail(browser: Browser, to: string): Promise<string> {
  const page = await readMail(browser, to);
  const link = page.getByRole("region").getByRole("link").first();
  for (let tries = 0; tries < 40 && (await link.count()) === 0; tries += 1) {
    await page.reload({ waitUntil: "networkidle" });
    await page.getByRole("list", { name: "Mails" }).getByRole("button").filter({ hasText: to }).first().click();
  }
  const href = await link.getAttribute("href");
  if (href === null) throw new Error(`The mail to ${to} has no link.`);
  return new URL(href).pathname + new URL(href).search;
}

export const PASSWORD = "four words make one";

/** The link of the latest mail to an address, asked of the API. */
async function tokenMailed(page: Page, to: string): Promise<string> {
  interface Outbox {
    readonly outbox: { readonly nodes: readonly { readonly to: string; readonly text: string | null }[] };
  }
  for (let tries = 0; tries < 200; tries += 1) {
    const { outbox } = await ask<Outbox>(page, "{ outbox(first: 50) { nodes { to text } } }");
    const token = /\/invitation\/([\w-]+)/.exec(outbox.nodes.find((mail) => mail.to === to)?.text ?? "")?.[1];
    if (token !== undefined) return token;
  }
  throw new Error(`No invitation was mailed to ${to}.`);
}

/** Somebody of their own for a test, so that no other test meets what it does to them. @returns their e-mail address. */
export async function makePerson(browser: Browser, role: "STAFF" | "FUNDER" = "FUNDER"): Promise<string> {
  const email = `person-${crypto.randomUUID().slice(0, 8)}@journey.example`;
  const admin = await arrive(browser);
  await signIn(admin, "staff");
  await ask(admin, "mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitation { id } } }", {
    input: { email, name: "Robin Vale", role, positions: role === "STAFF" ? ["ADMIN"] : [] },
  });
  const token = await tokenMailed(admin, email);
  const visitor = await arrive(browser);
  await ask(visitor, "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }", { input: { token, name: "Robin Vale", password: PASSWORD } });
  return email;
}

/** Fills the form of the sign-in page in. */
export async function signInByForm(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Asks the API what the words of a line for a terminal ask it. */
export async function runCurl(line: string): Promise<{ status: number; body: { data?: unknown; errors?: unknown } }> {
  const address = /curl -sS (\S+)/.exec(line)?.[1];
  const headers = Object.fromEntries([...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = "", value = ""]) => [name, value]));
  const body = /-d '([^']+)'/.exec(line)?.[1];
  if (address === undefined || body === undefined || !address.startsWith(inject("productUrl"))) throw new Error(`No line to run: ${line}`);
  const answer = await fetch(address, { method: "POST", headers, body });
  return { status: answer.status, body: (await answer.json()) as { data?: unknown; errors?: unknown } };
}
