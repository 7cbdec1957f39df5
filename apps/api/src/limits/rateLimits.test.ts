import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { createDatabase } from "../db/testing";
import { callerOf, createRateLimits, type Caller, type RateLimits } from "./rateLimits";
import { openStore, type Store } from "./store";

let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;

beforeAll(async () => {
  database = await createDatabase();
  store = openStore(database);
});
afterAll(async () => {
  await store.end();
  await database.drop();
});
beforeEach(async () => {
  await database.sql`truncate limits.used`;
});
afterEach(() => void vi.useRealTimers());

const ADA: Caller = { kind: "person", id: "ada" };
const SMALL = { key: 100, person: 200, address: 50 };
const limitsOf = (from: Store, requestsAMinute = 5): RateLimits => createRateLimits(from, { requestsAMinute, pointsAnHour: SMALL });
const LIMITED = expect.objectContaining({ code: "RATE_LIMITED" }) as Error;

/** Moves the clock and nothing else. */
const later = (milliseconds: number) => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });

/** How often a caller comes through, of so many tries. */
async function passing(tries: number, attempt: () => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: tries }, attempt));
  const refusals = results.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  expect(refusals).toEqual(refusals.map(() => LIMITED));
  return tries - refusals.length;
}

describe("an allowance", () => {
  test("lets as many requests through as it is, however many come at once, and is whole again after its minute", async () => {
    const limits = limitsOf(store);
    expect(await passing(20, () => limits.countRequest(ADA))).toBe(5);
    later(59_000);
    expect(await passing(1, () => limits.countRequest(ADA))).toBe(0);
    later(60_500);
    expect(await passing(20, () => limits.countRequest(ADA))).toBe(5);
  });

  test("is told as it is: what is left, and when it is whole again", async () => {
    const limits = limitsOf(store);
    const began = Date.now();
    expect(await limits.spend(ADA, 30)).toMatchObject({ policy: "points", limit: 200, remaining: 170, window: 3600 });
    const standing = await limits.spend(ADA, 20);
    expect(standing.remaining).toBe(150);
    expect(standing.resetAt.getTime() - began).toBeGreaterThan(3_599_000);
    expect(standing.resetAt.getTime() - began).toBeLessThan(3_601_000);
  });

  test("refuses what is more than is left, and everything after it until it is whole again", async () => {
    const limits = limitsOf(store);
    await limits.spend(ADA, 190);
    const refusal = await limits.spend(ADA, 11).then(() => null, (error: unknown) => error);
    expect(refusal).toMatchObject({ code: "RATE_LIMITED", extensions: { http: { status: 429 }, retryAfter: 3600 } });
    await expect(limits.spend(ADA, 1)).rejects.toEqual(LIMITED);
    later(3_600_500);
    expect((await limits.spend(ADA, 1)).remaining).toBe(199);
  });

  test("is each caller's own, and as large as its kind has it", async () => {
    const limits = limitsOf(store);
    await expect(limits.spend(ADA, 201)).rejects.toEqual(LIMITED);
    expect((await limits.spend({ kind: "person", id: "lee" }, 1)).remaining).toBe(199);
    expect((await limits.spend({ kind: "key", id: "ada" }, 1)).remaining).toBe(99);
    expect((await limits.spend({ kind: "address", id: "ada" }, 1)).remaining).toBe(49);
  });

  test("is shared by all processes on the database, whatever the instance", async () => {
    const other = openStore(database);
    onTestFinished(() => other.end());
    const [one, two] = [limitsOf(store), limitsOf(other)];
    const turns = await Promise.all([passing(10, () => one.countRequest(ADA)), passing(10, () => two.countRequest(ADA))]);
    expect(turns[0] + turns[1]).toBe(5);
    await one.spend(ADA, 120);
    expect((await two.spend(ADA, 30)).remaining).toBe(50);
  });

  test("that is used up is refused without asking the database", async () => {
    let asked = 0;
    const limits = limitsOf({
      ...store,
      query: (statement) => {
        asked += 1;
        return store.query(statement);
      },
    });
    await expect(limits.spend(ADA, 300)).rejects.toEqual(LIMITED);
    expect(asked).toBe(1);
    for (let turn = 0; turn < 10; turn += 1) await expect(limits.spend(ADA, 1)).rejects.toEqual(LIMITED);
    expect(asked).toBe(1);
  });
});

describe("while the store does not answer", () => {
  const broken: Store = { query: () => Promise.reject(new Error("gone")), end: () => Promise.resolve() };

  test("each process counts for itself, and nobody is turned away for it", async () => {
    const [one, two] = [limitsOf(broken), limitsOf(broken)];
    expect(await passing(10, () => one.countRequest(ADA))).toBe(5);
    expect(await passing(10, () => two.countRequest(ADA))).toBe(5);
    expect((await one.spend(ADA, 10)).remaining).toBe(190);
  });

  test("a caller waits a quarter of a second for it at most", async () => {
    const limits = limitsOf(store);
    await limits.countRequest(ADA);
    const holder = await database.sql.reserve();
    await holder`begin`;
    await holder`lock table limits.used in access exclusive mode`;
    const began = performance.now();
    await limits.countRequest(ADA);
    const waited = performance.now() - began;
    await holder`rollback`;
    holder.release();
    expect(waited).toBeLessThan(1_000);
  });
});

describe("whose allowance it is", () => {
  const account = { id: "u", name: "Ada", email: "ada@network.example", roles: [], positions: [], providerId: null, coachId: null, key: null };

  test("a key has its own, apart from its owner's", () => {
    expect(callerOf(account, "10.0.0.1")).toEqual({ kind: "person", id: "u" });
    expect(callerOf({ ...account, key: { id: "k", scopes: [] } }, "10.0.0.1")).toEqual({ kind: "key", id: "k" });
  });

  test.each([
    ["10.1.2.3", "10.1.2.3"],
    ["::ffff:10.1.2.3", "10.1.2.3"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ])("the public at %s asks from %s", (ip, id) => {
    expect(callerOf(null, ip)).toEqual({ kind: "address", id });
  });
});
