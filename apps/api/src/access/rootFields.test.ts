import { afterAll, beforeAll, expect, test } from "vitest";
import { createSchema } from "../schema";
import { graphqlOver, STAFF } from "../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../testing.demo";
import { plainly, rootFields } from "../testing.operations";
import type { Viewer } from "./viewer";

/** Who may ask for what. A new field belongs in one of these lists. */
const RIGHTS = {
  /** Open to all. */
  open: ["districts", "domains", "metrics", "network", "providers", "resources", "states", "topics", "viewer"],
  /** Rows of the network's work: staff, coaches and providers, each as far as the database lets them. */
  rows: ["coach", "coaches", "engagement", "engagements", "request", "requests", "session", "sessions", "specialists", "system", "systems"],
  /** Figures of the whole network: staff. */
  figures: ["gaps", "impact", "needPatterns", "topicTrends"],
} as const;

type Right = keyof typeof RIGHTS;

/** What each viewer is told; "data" includes that there is no row with the id asked for. */
const ANSWERS: readonly [who: string, viewer: Viewer, answers: Readonly<Record<Right, string>>][] = [
  ["the public", null, { open: "data", rows: "UNAUTHENTICATED", figures: "UNAUTHENTICATED" }],
  ["an account without a role", { ...DEMO_FUNDER, roles: [] }, { open: "data", rows: "FORBIDDEN", figures: "FORBIDDEN" }],
  ["a funder", DEMO_FUNDER, { open: "data", rows: "FORBIDDEN", figures: "FORBIDDEN" }],
  ["a coach", DEMO_COACH, { open: "data", rows: "data", figures: "FORBIDDEN" }],
  ["a provider's lead", DEMO_PROVIDER, { open: "data", rows: "data", figures: "FORBIDDEN" }],
  ["staff", STAFF, { open: "data", rows: "data", figures: "data" }],
];

/** Organisations are open to all; who coaches for them is not. */
const WITHOUT_COACHES = { levels: 3, without: ["coaches"] };

const schema = createSchema();
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

test("every root field is in one of the lists", () => {
  expect(Object.values(RIGHTS).flat().sort()).toEqual(rootFields(schema).map(({ name }) => name).sort());
});

test.each(ANSWERS)("%s gets exactly what the table says", async (_who, viewer, answers) => {
  const ask = await graphqlOver(database);
  for (const right of Object.keys(RIGHTS) as Right[]) {
    for (const name of RIGHTS[right]) {
      const field = rootFields(schema).find((each) => each.name === name);
      if (!field) throw new Error(`There is no root field ${name}.`);
      const { data, errors } = await ask<Record<string, unknown>>(plainly(field, right === "open" ? WITHOUT_COACHES : undefined).query, {}, viewer);
      const code = errors[0]?.code;
      expect([name, code === undefined || code === "NOT_FOUND" ? "data" : code]).toEqual([name, answers[right]]);
      expect([name, data === null]).toEqual([name, code !== undefined]);
    }
  }
});

test("the names of coaches are not open, by whatever path", async () => {
  const ask = await graphqlOver(database);
  for (const query of ["{ providers { coaches { name } } }", "{ resources(first: 1) { nodes { provider { coaches { name } } } } }"]) {
    expect((await ask(query, {}, null)).errors[0]?.code).toBe("UNAUTHENTICATED");
    expect((await ask(query, {}, DEMO_FUNDER)).errors[0]?.code).toBe("FORBIDDEN");
    expect((await ask(query, {}, DEMO_COACH)).errors).toEqual([]);
  }
});
