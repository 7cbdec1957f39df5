import { parse } from "graphql";
import { expect, test } from "vitest";
import { DocumentCache } from "./documentCache";

const SMALL = parse("{ a }");

test("what was kept is given back, and what was not is not", async () => {
  const cache = new DocumentCache();
  await cache.set("a", SMALL);
  expect(await cache.get("a")).toBe(SMALL);
  expect(await cache.get("b")).toBeUndefined();
});

test("thousands of documents leave only the latest, and those that were asked for in between", async () => {
  const cache = new DocumentCache();
  await cache.set("asked for", SMALL);
  for (let index = 0; index < 5_000; index += 1) {
    await cache.set(`d${index}`, SMALL);
    if (index % 100 === 0) await cache.get("asked for");
  }
  expect(await cache.get("asked for")).toBe(SMALL);
  expect(await cache.get("d4999")).toBe(SMALL);
  expect(await cache.get("d0")).toBeUndefined();
  const kept = await Promise.all(Array.from({ length: 5_000 }, (_, index) => cache.get(`d${index}`)));
  expect(kept.filter(Boolean).length).toBeLessThan(200);
});

test("a document as long as a body may be is not kept", async () => {
  const cache = new DocumentCache();
  await cache.set("long", parse(`{ a } #${"x".repeat(50_000)}`));
  expect(await cache.get("long")).toBeUndefined();
});
