import { expect, onTestFinished, test } from "vitest";
import postgres from "postgres";
import { durabilityWarnings } from "./durability";
import { testDatabase } from "./testing";

// The tests' own server keeps nothing through a crash of the machine; what ours does is among the tests of the embedded one.
test("a server that may forget is told by each setting's name", async () => {
  const { url, sql } = await testDatabase();
  expect((await durabilityWarnings(sql)).toSorted()).toEqual(["fsync", "full_page_writes", "synchronous_commit"].map((name) => expect.stringContaining(`${name} = off`)));
  const careful = postgres(url, { max: 1, connection: { synchronous_commit: "on" } });
  onTestFinished(() => careful.end());
  expect((await durabilityWarnings(careful)).filter((warning) => warning.includes("synchronous_commit"))).toEqual([]);
});
