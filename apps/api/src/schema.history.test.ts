import { buildSchema, findBreakingChanges } from "graphql";
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "./paths";

const SCHEMA = "packages/schema/schema.graphql";

/** Older changes have long been lived with. */
const COMMITS_LOOKED_AT = 30;

/**
 * What clients rely on may only be taken away on purpose. Each commit that takes something away says so in its
 * message, a line for each: `Schema-break: <what findBreakingChanges calls it>`.
 */
test("no commit took away what clients rely on without saying so", () => {
  const commits = git("log", `-${COMMITS_LOOKED_AT}`, "--format=%H", "--", SCHEMA).split("\n").filter(Boolean);
  const silent = commits.flatMap((commit) => {
    const message = git("show", "--no-patch", "--format=%B", commit);
    return breaksOf(commit)
      .filter((description) => !message.includes(`Schema-break: ${description}`))
      .map((description) => `${commit.slice(0, 8)} ${description}`);
  });
  expect(silent).toEqual([]);
});

test("a field that is gone counts as taken away", () => {
  const before = buildSchema("type Query { kept: Int gone: Int }");
  const after = buildSchema("type Query { kept: Int }");
  expect(findBreakingChanges(before, after).map(({ description }) => description)).toEqual(["Query.gone was removed."]);
});

function breaksOf(commit: string): string[] {
  const before = schemaAt(`${commit}~1`);
  const after = schemaAt(commit);
  if (before === null || after === null) return [];
  return findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ description }) => description);
}

/** Null where the schema was not there yet, or a shallow clone does not know. */
function schemaAt(commit: string): string | null {
  try {
    return git("show", `${commit}:${SCHEMA}`);
  } catch {
    return null;
  }
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: PROJECT_ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
