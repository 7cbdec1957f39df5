import { isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, type GraphQLArgument } from "graphql";
import { expect, test } from "vitest";
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
    const own = type.description || scalars.includes(type.name) || type === schema.getQueryType() || type === schema.getMutationType() ? [] : [type.name];
    if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) return own;
    const fields = Object.values(type.getFields()).flatMap((field) => [
      ...(field.description ? [] : [`${type.name}.${field.name}`]),
      ...("args" in field ? field.args.filter((arg: GraphQLArgument) => !arg.description).map((arg: GraphQLArgument) => `${type.name}.${field.name}(${arg.name})`) : []),
    ]);
    return [...own, ...fields];
  });
  expect(undescribed).toEqual([]);
});
