import { createHash } from "node:crypto";
import { Kind, parse, print, visit, type DirectiveNode, type SelectionSetNode } from "graphql";

/** Directives that Apollo Client acts on and the server has never heard of. */
const OF_THE_CLIENT = new Set(["unmask"]);

/** The operation as the server runs it: without what is the client's, and with the names of types, by which the client keeps what it has got. */
export function trustedText(source: string): string {
  return print(
    visit(parse(source), {
      Directive: (directive: DirectiveNode) => (OF_THE_CLIENT.has(directive.name.value) ? null : undefined),
      SelectionSet: {
        leave: (set: SelectionSetNode, _key, parent) => (isOperation(parent) || namesItsType(set) ? undefined : { ...set, selections: [...set.selections, TYPENAME] }),
      },
    }),
  );
}

/** A document's id, as "Persisted Documents" of GraphQL over HTTP forms it. */
export const documentId = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;

const isOperation = (parent: unknown): boolean => typeof parent === "object" && parent !== null && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;

const namesItsType = ({ selections }: SelectionSetNode): boolean =>
  selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === "__typename" && !selection.alias);
