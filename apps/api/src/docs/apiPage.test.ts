import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KEY_DOCUMENTS } from "../access/keys/documents";
import { isWellFormed } from "../access/keys/secret";
import { tell } from "../access/keys/testing.keys";
import { DEMO_PASSWORD } from "../demo/load";
import { MOST_POINTS, ROOT_POINTS } from "../limits/fieldCosts";
import { POINTS_AN_HOUR } from "../limits/rateLimits";
import { createSchema } from "../schema";
import { createDemoDatabase } from "../testing.demo";
import { serve, type TestServer } from "../testing.http";
import { blocksOf, differences, pageText, type Block } from "./testing.page";

const run = promisify(execFile);
const text = pageText("api.md");
const blocks = blocksOf(text);
const inShell = blocks.filter(({ language }) => language === "sh");
const has = (program: string) => spawnSync(program, ["--version"]).status === 0;

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
/** As in production: a session may not send whatever it likes. */
let server: TestServer;
let folder: string;
/** What each block of shell wrote, and what it left behind. */
let outputs: string[] = [];
const left = { API: "", KEY: "" };

beforeAll(async () => {
  database = await createDemoDatabase();
  server = await serve(database, { documents: new Map(), rateLimit: 600 });
  folder = mkdtempSync(join(tmpdir(), "network-api-page-"));
  if (has("curl")) await runShell(await invitationFor("lee@north.example"));
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** @returns the token of a link by which a lead of an organisation joins. */
async function invitationFor(email: string): Promise<string> {
  const open = await serve(database);
  const cookie = await open.signIn("staff@demo.example", DEMO_PASSWORD);
  const input = { email, name: "Lee Park", role: "PROVIDER", providerId: "org-03" };
  const { errors } = await tell(open, "mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitation { id } } }", { input }, { cookie });
  expect(errors).toEqual([]);
  const [mail] = await database.sql<{ link: string }[]>`select payload->>'link' as link from mails where kind = 'invitation' and to_address = ${email}`;
  await open.app.close();
  return mail?.link.split("/").at(-1) ?? "";
}

/** Runs all blocks of shell in one shell, as a reader would. */
async function runShell(token: string): Promise<void> {
  const mark = `end of a block ${randomUUID()}`;
  const texts = inShell.map(({ text }) => text.replace(/(API)=http:.*$/m, `$1=${server.url}`).replace(/^TOKEN=.*$/m, `TOKEN=${token}`));
  const script = [...texts.map((text) => `${text}\necho; echo '${mark}'`), 'echo "$API"; echo "$KEY"'].join("\n");
  const { stdout } = await run("sh", ["-eu", "-c", script], { cwd: folder, timeout: 50_000, env: { PATH: process.env["PATH"] } });
  const parts = stdout.split(mark).map((part) => part.trim());
  [left.API = "", left.KEY = ""] = (parts.pop() ?? "").split("\n");
  outputs = parts;
}

/** The answer that the page shows for a block: the block of JSON right after it. */
const shownAfter = (block: Block): string | null => {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.language === "json" ? next.text : null;
};

/** What is wrong with what a block of shell wrote; empty when nothing is. */
function faultsOf(block: Block | undefined, output: string | undefined): string[] {
  if (!block || output === undefined) return ["it did not run"];
  if (output === "") return /^curl/m.test(block.text) ? ["it has no answer"] : [];
  const { extensions, ...answer } = JSON.parse(output.split("\n").at(-1) ?? "") as Record<string, unknown>;
  const shown = shownAfter(block);
  if (shown === null) return "errors" in answer ? [`errors: ${JSON.stringify(answer["errors"])}`] : [];
  // Not every block shows again what the operation cost.
  return differences(JSON.parse(shown), shown.includes('"cost":{') ? { ...answer, extensions } : answer);
}

describe.runIf(has("curl"))("the page, followed from top to bottom in a shell", () => {
  test.each(inShell.map((block, index) => [block.line, index] as const))("line %d works", (line, index) => {
    expect([line, faultsOf(inShell[index], outputs[index])]).toEqual([line, []]);
  });

  test("ends with a key that works", async () => {
    expect(left.API).toBe(server.url);
    expect(isWellFormed(left.KEY)).toBe(true);
    const { data } = await tell<{ viewer: unknown }>(server, "{ viewer { email roles provider { id } } }", {}, { authorization: `Bearer ${left.KEY}` });
    expect(data).toEqual({ viewer: { email: "lee@north.example", roles: ["PROVIDER", "FUNDER"], provider: { id: "org-03" } } });
  });

  test.runIf(has("python3"))("the Python example writes a line for every topic", async () => {
    const script = blocks.find(({ language }) => language === "python")?.text ?? "";
    const { stdout } = await run("python3", ["-c", script], { env: { ...left, PATH: process.env["PATH"] } });
    const lines = stdout.trim().split("\n");
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) expect(line).toMatch(/^[A-Z]{3,4}(-[A-Z]+)? \S+ \S+$|^NONE \S+ \S+$/);
  });

  test("the Sheets example fills a table", async () => {
    const script = blocks.find(({ language }) => language === "js")?.text ?? "";
    const table = await sheetOf(script);
    expect(table[0]).toEqual(["Domain", "Requests", "From", "To"]);
    expect(table.length).toBeGreaterThan(10);
    for (const row of table.slice(1)) expect(row).toHaveLength(4);
  });
});

interface SheetsRequest {
  readonly method: string;
  readonly contentType: string;
  readonly headers: Record<string, string>;
  readonly payload: string;
}

/** Runs an Apps Script with what it needs of Google's: once to learn what it asks, then again with the answer. */
async function sheetOf(script: string): Promise<unknown[][]> {
  const asked: { url: string; request: SheetsRequest }[] = [];
  let told = '{"data":{"needPatterns":{"cells":[]}}}';
  let table: unknown[][] = [];
  const google = {
    PropertiesService: { getScriptProperties: () => ({ getProperty: (name: keyof typeof left) => left[name] }) },
    UrlFetchApp: {
      fetch: (url: string, request: SheetsRequest) => {
        asked.push({ url, request });
        return { getContentText: () => told };
      },
    },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getActiveSheet: () => ({ getRange: () => ({ setValues: (values: unknown[][]) => void (table = values) }) }) }) },
  };
  const call = () => void runInNewContext(`${script}\nneedsByDomain();`, google);
  call();
  const [first] = asked;
  if (!first) throw new Error("The script asked for nothing.");
  const { url, request } = first;
  const answer = await fetch(url, { method: request.method, body: request.payload, headers: { ...request.headers, "content-type": request.contentType } });
  told = await answer.text();
  call();
  return table.map((row) => [...row]);
}

test("every query on the page fits the schema, whatever language it is in", () => {
  const schema = createSchema();
  const queries = blocks.flatMap(({ language, text, line }) => {
    if (language === "sh") return [...text.matchAll(/"query": ?"((?:[^"\\]|\\.)*)"/g)].map(([, query]) => ({ line, query: JSON.parse(`"${query ?? ""}"`) as string }));
    if (language === "json") return [];
    return [...text.matchAll(/["'](\{ [^\n]*\})["']/g)].map(([, query]) => ({ line, query: query ?? "" }));
  });
  expect(queries.length).toBeGreaterThan(15);
  for (const { line, query } of queries) expect([line, validate(schema, parse(query)).map(({ message }) => message)]).toEqual([line, []]);
});

test("what a session may send in production to look after keys is what the page sends", () => {
  const page = inShell.map(({ text }) => text).join("\n");
  for (const document of KEY_DOCUMENTS.values()) expect(page).toContain(JSON.stringify(document));
});

test("the allowances and costs on the page are those of the server", () => {
  const written = (count: number) => count.toLocaleString("en-US");
  expect(text).toContain(`| a key | ${written(POINTS_AN_HOUR.key)} |`);
  expect(text).toContain(`| somebody signed in | ${written(POINTS_AN_HOUR.person)} |`);
  expect(text).toContain(`its /64) | ${written(POINTS_AN_HOUR.address)} |`);
  expect(text).toContain(`**${MOST_POINTS} points**`);
  expect(text).toContain(`\`impact\` costs ${ROOT_POINTS["impact"] ?? 0}, \`needPatterns\` and\n\`topicTrends\` ${ROOT_POINTS["needPatterns"] ?? 0}, \`gaps\` ${ROOT_POINTS["gaps"] ?? 0}`);
});
