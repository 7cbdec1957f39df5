import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";
import { DomainError } from "../errors";

/** No query of the dashboard comes near these; one that does is a mistake or an attack. */
export const LIMITS = { tokens: 2000, depth: 15, fields: 600, rootFields: 20 } as const;

/**
 * Refuses an operation that is too large, or holds text that the database could not keep, before anything runs.
 * @throws DomainError QUERY_TOO_COMPLEX or BAD_USER_INPUT, answered with 400
 */
export function checkOperation(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  checkSize(document);
  checkLiterals(document);
  checkText(variables, "variables");
}

/**
 * Counts every field where it stands, so that a fragment that is spread often counts as often.
 * @throws DomainError QUERY_TOO_COMPLEX
 */
function checkSize(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  let fields = 0;
  const walk = ({ selections }: SelectionSetNode, depth: number): number => {
    if (depth > LIMITS.depth) throw tooComplex(`It goes deeper than ${LIMITS.depth} levels.`);
    let here = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) here += walk(fragment.selectionSet, depth);
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        here += 1;
        fields += 1;
        if (fields > LIMITS.fields) throw tooComplex(`It asks for more than ${LIMITS.fields} fields.`);
      }
      if (selection.selectionSet) {
        const inside = walk(selection.selectionSet, selection.kind === Kind.FIELD ? depth + 1 : depth);
        if (selection.kind === Kind.INLINE_FRAGMENT) here += inside;
      }
    }
    return here;
  };
  for (const each of document.definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    if (walk(each.selectionSet, 1) > LIMITS.rootFields) throw tooComplex(`It asks more than ${LIMITS.rootFields} things at once.`);
  }
}

/** Nothing has run yet, so the answer is a plain 400. */
const REFUSED = { http: { status: 400 } } as const;

const tooComplex = (why: string) => new DomainError("QUERY_TOO_COMPLEX", `This operation is too large. ${why}`, REFUSED);

function checkLiterals(document: DocumentNode): void {
  visit(document, { StringValue: ({ value }) => checkText(value, "query") });
}

/**
 * Refuses text that PostgreSQL cannot keep: NUL and half characters.
 * @throws DomainError BAD_USER_INPUT with the path at fault
 */
function checkText(value: unknown, field: string): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) throw new DomainError("BAD_USER_INPUT", "Text may not hold NUL or half characters.", { ...REFUSED, field });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkText(item, `${field}.${index}`));
  } else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) {
      checkText(key, field);
      checkText(item, `${field}.${key}`);
    }
  }
}
