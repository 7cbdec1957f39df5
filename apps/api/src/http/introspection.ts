import { Kind, visit, type DocumentNode, type FieldNode, type GraphQLSchema } from "graphql";
import { DomainError } from "../errors";

/**
 * Keeps the schema's description of itself from who has not signed in: it is the costliest thing that a stranger can
 * ask for without naming anything of ours. Whoever wants to read it finds it at /schema.graphql.
 * Asking by name for a type that does not exist has the same answer for all: null.
 * @throws DomainError UNAUTHENTICATED, answered with 400
 */
export function refuseIntrospection(document: DocumentNode, variables: Readonly<Record<string, unknown>>, schema: GraphQLSchema): void {
  visit(document, {
    Field(field) {
      const { value: name } = field.name;
      if (name === "__schema" || (name === "__type" && isThere(field, variables, schema))) {
        throw new DomainError("UNAUTHENTICATED", "Sign in to have the schema described, or read /schema.graphql.", { http: { status: 400 } });
      }
    },
  });
}

function isThere({ arguments: given = [] }: FieldNode, variables: Readonly<Record<string, unknown>>, schema: GraphQLSchema): boolean {
  const value = given.find(({ name }) => name.value === "name")?.value;
  if (value?.kind === Kind.STRING) return schema.getType(value.value) !== undefined;
  const variable = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  // A variable that is left out may have a default; no need to look for it.
  return typeof variable !== "string" || schema.getType(variable) !== undefined;
}
