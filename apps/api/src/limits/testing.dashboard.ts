import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isEnumType, Kind, parse, print, visit, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { LARGEST_PAGE } from "../page";
import { PROJECT_ROOT } from "../paths";

export interface DashboardOperation {
  readonly name: string;
  /** With its fragments. */
  readonly source: string;
  /** As dear as they come: whole pages, the dearest tables. */
  readonly variables: Record<string, unknown>;
}

/** Every operation that the dashboard's sources send. */
export function dashboardOperations(schema: GraphQLSchema): DashboardOperation[] {
  const definitions = dashboardDocuments().flatMap(({ definitions: each }) => each);
  const fragments = new Map(definitions.filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));
  return definitions
    .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({
      name: operation.name?.value ?? "an unnamed operation",
      source: [operation, ...fragmentsWithin(operation, fragments)].map(print).join("\n"),
      variables: dearestVariables(schema, operation),
    }));
}

function dashboardDocuments(): DocumentNode[] {
  const folder = join(PROJECT_ROOT, "apps/web/src");
  const files = globSync("**/*.{ts,tsx}", { cwd: folder, exclude: ["gql/**", "**/*.test.*"] });
  return files.flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`/g)].map(([, text]) => parse(text ?? "")));
}

function fragmentsWithin(node: OperationDefinitionNode | FragmentDefinitionNode, all: ReadonlyMap<string, FragmentDefinitionNode>, found = new Set<FragmentDefinitionNode>()): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread: ({ name }) => {
      const fragment = all.get(name.value);
      if (!fragment) throw new Error(`No page of the dashboard has the fragment ${name.value}.`);
      if (found.has(fragment)) return;
      found.add(fragment);
      fragmentsWithin(fragment, all, found);
    },
  });
  return found;
}

/** Values for the variables that must be given. */
function dearestVariables(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const samples: Readonly<Record<string, unknown>> = { Int: LARGEST_PAGE, ID: "x", String: "x", Boolean: true, Date: "2020-09-01" };
  const sample = (name: string): unknown => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues()[0]?.name : (samples[name] ?? {});
  };
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type }) => {
      const named = print(type).replaceAll(/[![\]]/g, "");
      return type.kind === Kind.NON_NULL_TYPE || named === "Int" ? [[variable.name.value, sample(named)]] : [];
    }),
  );
}
