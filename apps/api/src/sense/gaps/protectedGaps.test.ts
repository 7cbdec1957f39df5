import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../../access/viewer";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";
import { holdNoise } from "../figure/testing.thick";
import { supplyByTopic } from "./supply";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
});
afterAll(() => database.drop());

const NAMES = ["demand", "waiting", "specialists", "providers", "capacityHours", "coverage", "resources"] as const;
type Gap = Readonly<Record<(typeof NAMES)[number], Figure>> & { readonly topic: { readonly code: string } };

async function gapsOf(ask: Ask, viewer?: Account): Promise<Gap[]> {
  const { data, errors } = await ask<{ gaps: Gap[] }>(`{ gaps { topic { code } ${NAMES.map((name) => `${name} { value low high n withheld }`).join(" ")} } }`, {}, viewer);
  expect(errors).toEqual([]);
  return data?.gaps ?? [];
}

test("colleagues see what supply there is, everybody the hub's resources, and funders no demand or supply of a few", async () => {
  const ask = await graphqlOver(database);
  const [staff, coach, funder] = [await gapsOf(ask), await gapsOf(ask, DEMO_COACH), await gapsOf(ask, DEMO_FUNDER)];
  expect(funder).toHaveLength(60);
  staff.forEach((exact, index) => {
    for (const name of ["specialists", "providers", "capacityHours"] as const) {
      expect(coach[index]?.[name]).toEqual(exact[name]);
      expect(funder[index]?.[name].withheld).toBe("TOO_FEW");
    }
    for (const viewed of [coach[index], funder[index]]) {
      expect(viewed?.resources).toEqual(exact.resources);
      expect([viewed?.waiting.n, viewed?.waiting.withheld]).toEqual([null, "TOO_FEW"]);
    }
  });
});

test("of a demand that many make, a coach is told with what coverage it meets", async () => {
  // Thirty systems more ask about the same, and thirty about something near it, each of a coach of one of six organisations.
  const [state] = await database.sql<{ code: string }[]>`select code from states limit 1`;
  const [other] = await database.sql<{ code: string }[]>`select code from topics where domain_code = 'VHL' and code <> 'VHL-PED' limit 1`;
  for (let index = 0; index < 60; index += 1) {
    const id = `more-${index}`;
    const topic = index < 30 ? "VHL-PED" : (other?.code ?? "");
    await database.sql`insert into systems (id, name, state_code) values (${id}, ${id}, ${state?.code ?? ""})`;
    await database.sql`insert into requests (id, system_id, submitted_at, stated_name) values (${id}, ${id}, '2021-01-10', ${id})`;
    await database.sql`insert into tag_events (request_id, topic_code, action, stage, author, at) values (${id}, ${topic}, 'added', 'tagged', 'test', '2021-01-10')`;
    await database.sql`insert into engagements (id, request_id, matched_at) values (${id}, ${id}, '2021-01-12')`;
    await database.sql`insert into engagement_coaches (engagement_id, coach_id, position)
      select ${id}, min(id), 0 from coaches where provider_id = ${`org-0${4 + (index % 6)}`}`;
  }
  const ask = await graphqlOver(database);
  const of = (gaps: readonly Gap[]) => gaps.find(({ topic }) => topic.code === "VHL-PED");
  const [staff, coach, funder] = [of(await gapsOf(ask)), of(await gapsOf(ask, DEMO_COACH)), of(await gapsOf(ask, DEMO_FUNDER))];
  for (const viewed of [coach, funder]) expect(Math.abs((viewed?.demand.value ?? 0) - (staff?.demand.value ?? 0))).toBeLessThanOrEqual(7);
  expect(coach?.coverage.low ?? Infinity).toBeLessThanOrEqual(coach?.coverage.value ?? 0);
  expect(Math.abs((coach?.coverage.value ?? 0) / (staff?.coverage.value ?? 1) - 1)).toBeLessThan(0.3);
  expect(funder?.coverage.withheld).toBe("TOO_FEW");
});

test("a funder sees the supply of ten coaches of three organisations, the hub apart", () => {
  const coaches = (organisations: readonly string[]) => Array.from({ length: 12 }, (_, index) => ({ organisation: organisations[index % organisations.length] ?? "", hours: 6, topics: ["T"] }));
  const seen = (organisations: readonly string[]) => supplyByTopic(coaches(organisations), new Set(["hub"]))("T").specialists.value;
  expect([seen(["a", "b", "c"]), seen(["a", "b", "hub"]), seen(["a", "b"])]).toEqual([12, null, null]);
});
