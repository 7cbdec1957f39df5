import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** graphql ships a module and a CommonJS build; two copies of it in one process refuse each other's types. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

/** Examples of properties are the same at each run, unless time is given to find new ones. */
const seeded = process.env.LONG_TESTS === "true" ? [] : ["@arl/analysis/seed.setup"];

/** Journeys through the daily work, and through every page: on a server of their own, so that they run beside the others. */
const DAILY = ["ask", "caseload", "desk", "everyPage", "matching", "referral", "wholeWay"].map((name) => `src/journeys/${name}.test.ts`);

/** One file after the other, on one server. */
const journeys = (name: string, include: string[], exclude: string[]): TestProjectInlineConfiguration => ({
  test: {
    name,
    root: "apps/web",
    include,
    exclude,
    globalSetup: "src/journeys/server.setup.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // A click can fall into the moment in which a page redraws, where the machine does more than it can.
    retry: 2,
  },
});

export default defineConfig({
  test: {
    // Two rows of journeys run beside them.
    maxWorkers: 2,
    projects: [
      { test: { name: "analysis", root: "packages/analysis", include: ["src/**/*.test.ts"], setupFiles: seeded, isolate: false } },
      {
        resolve: oneGraphql,
        test: {
          name: "api",
          root: "apps/api",
          include: ["src/**/*.test.ts"],
          globalSetup: "src/db/testing.setup.ts",
          setupFiles: ["reflect-metadata", ...seeded],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Files share what they import: loading the server anew for each would take longer than most of them.
          isolate: false,
        },
      },
      { test: { name: "web", root: "apps/web", include: ["src/**/*.test.{ts,tsx}"], exclude: ["src/journeys/**"], isolate: false } },
      journeys("journeys", ["src/journeys/**/*.test.ts"], DAILY),
      journeys("daily", DAILY, []),
    ],
  },
});
