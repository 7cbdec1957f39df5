import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, type Connection } from "../db/client";
import { openEmbedded } from "../db/embedded";
import { seeded, type Random } from "../hostile/chance";
import type { Writer } from "./asking";
import { DEEDS_A_COURSE, go, newCourse, type Actors } from "./course";
import { judge, type Deed, type Verdict } from "./deeds";
import { formToken, furnish, LEAD, PASSWORD, ratingLinks } from "./network.queries";
import { compareOutbox, type Delivery } from "./outbox";
import { answering, startProduct, type Product } from "./product";
import { readMails, readTraces } from "./traces.queries";

export interface CrashPlan {
  /** The built server. */
  readonly main: string;
  /** So many of the API, and as many of the database. */
  readonly kills: number;
  /** Acknowledged writes, at least. */
  readonly writes: number;
  readonly writers: number;
  readonly seed: number;
  /** Nothing new is written after so long; left out = however long it takes. */
  readonly longestMs?: number;
  /** How long mail is waited for in the end. */
  readonly mailMs: number;
  readonly flags?: readonly string[];
  readonly onKill?: (kill: Kill) => void;
}

interface Kill {
  /** "API", "postmaster", "backend", or what else served under the database's first process. */
  readonly what: string;
  /** Milliseconds until a write was acknowledged that was sent afterwards. */
  readonly recoveryMs: number;
}

export interface CrashOutcome {
  readonly verdict: Verdict;
  readonly delivery: Delivery;
  readonly kills: readonly Kill[];
  /** For each time that the API's process ended without having been killed, what it had said. */
  readonly fallen: readonly string[];
  /** Attempts that got no answer. */
  readonly silences: number;
  readonly seconds: number;
  /** Why writes were refused. */
  readonly refusals: readonly string[];
}

const LOOK_MS = 20;
const LONGEST_RECOVERY_MS = 60_000;

/** Lets fifty people write while the API and the database are killed, and looks what is there in the end. @throws Error when the product does not come back. */
export async function crash(plan: CrashPlan): Promise<CrashOutcome> {
  const folder = mkdtempSync(join(tmpdir(), "network-crash-"));
  chmodSync(folder, 0o755);
  const product = await startProduct(plan.main, folder, plan.flags);
  try {
    return await write(plan, product, folder);
  } finally {
    await product.stop();
    await (await openEmbedded(folder)).stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function asOwner<T>(folder: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = connect((await openEmbedded(folder)).url, { max: 2 });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

async function write(plan: CrashPlan, product: Product, folder: string): Promise<CrashOutcome> {
  const courses = Array.from({ length: Math.ceil((plan.writes / DEEDS_A_COURSE) * 2) + plan.writers }, newCourse);
  const actors = await asOwner(folder, async (connection): Promise<Actors> => {
    await furnish(connection);
    const ratings = await ratingLinks(connection.sql, courses.flatMap(({ sessions }) => sessions));
    const [staff, coach] = [await signIn(product.url, "staff"), await signIn(product.url, LEAD)];
    return { staff, coach, ratings, formToken: await formToken(connection.sql) };
  });
  const begun = Date.now();
  const [deeds, refusals]: [Deed[], string[]] = [[], []];
  const progress = { acknowledged: 0, lastSentAt: 0, silences: 0, done: false };
  const keep = (deed: Deed, why: string | null) => {
    deeds.push(deed);
    if (deed.outcome === "acknowledged") progress.acknowledged += 1;
    if (why !== null) refusals.push(`${deed.kind} ${why}`);
  };
  const writing = Promise.all(
    Array.from({ length: plan.writers }, async (_each, index) => {
      const writer: Writer = {
        url: product.url,
        random: seeded(plan.seed * 1_000 + index),
        onAnswer: (sentAt) => (progress.lastSentAt = Math.max(progress.lastSentAt, sentAt)),
        onSilence: () => (progress.silences += 1),
        isEnough: () => progress.acknowledged >= plan.writes || Date.now() - begun > (plan.longestMs ?? Number.POSITIVE_INFINITY),
      };
      while (!writer.isEnough()) {
        const course = courses.pop();
        if (!course) return;
        await go(course, actors, writer, keep);
      }
    }),
  ).finally(() => (progress.done = true));
  const kills = await Promise.all([nemesis(plan, product, progress), writing]).then(([done]) => done);
  const seconds = (Date.now() - begun) / 1_000;
  await answering(product.url);
  return asOwner(folder, async ({ sql }) => {
    const until = Date.now() + plan.mailMs;
    let mails = await readMails(sql);
    while (mails.some(({ state }) => state === "waiting") && Date.now() < until) {
      await pause(200);
      mails = await readMails(sql);
    }
    const verdict = judge(deeds, await readTraces(sql));
    return { verdict, delivery: compareOutbox(mails, join(folder, "outbox")), kills, fallen: product.fallen(), silences: progress.silences, seconds, refusals: [...new Set(refusals)] };
  });
}

interface Progress {
  readonly acknowledged: number;
  /** When the newest write was sent that was acknowledged. */
  readonly lastSentAt: number;
  readonly done: boolean;
}

/** Kills at random moments of the work, each after the one before was recovered from or, now and then, before that. */
async function nemesis({ kills, writes, seed, onKill }: CrashPlan, product: Product, progress: Progress): Promise<Kill[]> {
  const random = seeded(seed);
  const moments = Array.from({ length: 2 * kills }, () => random() * writes * 0.95).toSorted((one, other) => one - other);
  const whom = shuffled(random, moments.map((_moment, index) => index % 2 === 0));
  const recoveries: Promise<Kill>[] = [];
  for (const [index, moment] of moments.entries()) {
    while (progress.acknowledged < moment && !progress.done) await pause(LOOK_MS);
    if (progress.done) break;
    const at = Date.now();
    const what = whom[index] ? product.killApi() : product.killDatabase(random);
    if (what === null) continue;
    const recovery = recovered(progress, at).then((recoveryMs) => {
      const kill = { what, recoveryMs };
      onKill?.(kill);
      return kill;
    });
    recoveries.push(recovery);
    if (random() < 0.8) await recovery;
  }
  return Promise.all(recoveries);
}

async function recovered(progress: Progress, at: number): Promise<number> {
  while (progress.lastSentAt <= at && !progress.done) {
    if (Date.now() - at > LONGEST_RECOVERY_MS) throw new Error("Nothing was acknowledged within a minute of a kill.");
    await pause(LOOK_MS);
  }
  return Date.now() - at;
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items.map((item) => ({ item, order: random() })).toSorted((one, other) => one.order - other.order).map(({ item }) => item);
}

async function signIn(url: string, name: string): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email: `${name}@crash.example`, password: PASSWORD }) });
  if (!answer.ok) throw new Error(`${name} could not sign in: ${answer.status} ${await answer.text()}`);
  return { cookie: answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ") };
}
