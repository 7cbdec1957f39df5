import { buildSchema, findBreakingChanges, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, type GraphQLArgument } from "graphql";
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "./paths";
import { createSchema, printedSchema } from "./schema";

const schema = createSchema();

// Writes the file with `-u`; otherwise a difference fails.
test("schema.graphql is what the resolvers say", async () => {
  await expect(printedSchema(schema)).toMatchFileSnapshot("../../../packages/schema/schema.graphql");
});

test("every type, field, argument and enum value with a meaning of its own is described", () => {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const scalars = ["Boolean", "Float", "ID", "Int", "String"];
  const undescribed = types.flatMap((type) => {
    const own = type.description || scalars.includes(type.name) || type === schema.getQueryType() ? [] : [type.name];
    if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) return own;
    const fields = Object.values(type.getFields()).flatMap((field) => [
      ...(field.description ? [] : [`${type.name}.${field.name}`]),
      ...("args" in field ? field.args.filter((arg: GraphQLArgument) => !arg.description).map((arg: GraphQLArgument) => `${type.name}.${field.name}(${arg.name})`) : []),
    ]);
    return [...own, ...fields];
  });
  expect(undescribed).toEqual([]);
});

/**
 * What clients rely on may only be taken away on purpose: a commit since the published schema that says
 * `Schema-break: <what>` in its message.
 */
test("nothing that clients rely on was taken away without saying so", () => {
  const published = publishedSchema();
  const breaks = published === null ? [] : findBreakingChanges(buildSchema(published), schema);
  const announced = git("log", "--format=%B", "origin/main..HEAD") ?? git("log", "-20", "--format=%B") ?? "";
  const silent = breaks.map(({ description }) => description).filter((description) => !announced.includes(`Schema-break: ${description}`));
  expect(silent).toEqual([]);
});

/** The schema of the main branch; of the commit before in a clone that knows no other; null before there was any. */
function publishedSchema(): string | null {
  const path = "packages/schema/schema.graphql";
  return git("show", `origin/main:${path}`) ?? git("show", `HEAD~1:${path}`);
}

function git(...args: string[]): string | null {
  try {
    return execFileSync("git", args, { cwd: PROJECT_ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}
