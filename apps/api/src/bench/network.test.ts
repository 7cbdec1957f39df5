import { describe, expect, test } from "vitest";
import { DEMO_EPOCH } from "../clock";
import { testDatabase } from "../db/testing";
import { loadRecords } from "../demo/records.load";
import { buildNetwork } from "./network";
import { REGIONAL } from "./scale";

describe("a generated network", () => {
  const network = buildNetwork(REGIONAL);

  test("has the same rows every time", () => {
    expect(buildNetwork(REGIONAL)).toEqual(network);
  });

  test("is as large as it is asked to be", () => {
    const { requests, engagements, sessions, ratings } = network.records;
    expect(new Set(requests.map(({ leaid }) => leaid)).size).toBe(REGIONAL.systems);
    expect(requests).toHaveLength(REGIONAL.requests);
    expect(engagements).toHaveLength(REGIONAL.engagements);
    expect(sessions).toHaveLength(REGIONAL.sessions);
    expect(Math.abs(ratings.length - REGIONAL.ratings)).toBeLessThan(10);
  });

  test("lies before the clock that it is looked at with", () => {
    const { requests, sessions, ratings } = network.records;
    const times = [...requests.map(({ submittedAt }) => submittedAt), ...sessions.map(({ heldAt }) => heldAt), ...ratings.map(({ ratedAt }) => ratedAt)];
    expect(times.every((time) => time < DEMO_EPOCH)).toBe(true);
  });

  test("is taken in whole by the import", async () => {
    const { db, sql } = await testDatabase();
    await db.transaction((tx) => loadRecords(tx, network, DEMO_EPOCH));
    const [held] = await sql`select (select count(*)::int from sessions) as sessions, (select count(*)::int from systems) as systems`;
    expect(held).toEqual({ sessions: REGIONAL.sessions, systems: REGIONAL.systems });
  });
});
