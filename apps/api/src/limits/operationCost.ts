import { getVariableValues, GraphQLError, isIntrospectionType, getNamedType, isLeafType, isListType, getNullableType, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import { DomainError } from "../errors";
import { LARGEST_PAGE } from "../page";
import { FLAT, LIST_SIZES, MOST_POINTS, OBJECTS_A_POINT, ROOT_POINTS, USUAL_LIST, USUAL_ROOT } from "./fieldCosts";

/** Nothing has run yet, so the answer is a plain 400. */
const REFUSED = { http: { status: 400 } } as const;

/**
 * What an operation may cost the database at most, from its text and its variables: whole points, at least one. A page
 * counts as full, `first` multiplying what is asked of each row, and the same field under another name counts again.
 * @throws DomainError BAD_USER_INPUT for an argument that no variable makes right.
 */
export function operationCost(schema: GraphQLSchema, query: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): number {
  // Each fault of a value has all of the value in its message: of thousands, telling fifty takes seconds.
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  // It will be refused for its variables before anything runs.
  if (!coerced) return 1;
  try {
    return Math.max(1, Math.ceil(getComplexity({ schema, query: alone(query, operation), variables: { ...variables }, estimators: [estimate] }) - TOLERANCE));
  } catch (error) {
    if (error instanceof GraphQLError) throw new DomainError("BAD_USER_INPUT", error.message, { ...REFUSED, field: "query" });
    throw error;
  }
}

/** Hundredths add up to a little more than a whole. */
const TOLERANCE = 1e-6;

/** @throws DomainError QUERY_TOO_COMPLEX that names the cost and the limit. */
export function checkCost(cost: number): void {
  if (cost <= MOST_POINTS) return;
  const message = `This operation costs ${cost} points, and one may cost ${MOST_POINTS} at most. Ask for fewer things at once, or for smaller pages.`;
  throw new DomainError("QUERY_TOO_COMPLEX", message, { ...REFUSED, cost, limit: MOST_POINTS });
}

/** Other operations of the document do not run, and need not have names. */
const alone = (document: DocumentNode, operation: OperationDefinitionNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.filter((each) => each === operation || each.kind !== Kind.OPERATION_DEFINITION),
});

const OBJECT = 1 / OBJECTS_A_POINT;

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const place = `${type.name}.${field.name}`;
  const named = getNamedType(field.type);
  const isRoot = type.name === "Query" || type.name === "Mutation";
  const own = isRoot && !field.name.startsWith("__") ? (ROOT_POINTS[field.name] ?? USUAL_ROOT) : 0;
  if (FLAT.has(place) || isIntrospectionType(named)) return own;
  if (isLeafType(named)) return own;
  if (typeof args["first"] === "number") return own + pageSize(args["first"]) * childComplexity;
  if (type.name.endsWith("Connection")) return field.name === "pageInfo" ? 0 : itemCost(field.name, childComplexity);
  if (isListType(getNullableType(field.type))) return own + (LIST_SIZES[place] ?? USUAL_LIST) * (OBJECT + childComplexity);
  return own + OBJECT + childComplexity;
};

/** An edge costs what its node does, and the node counts itself. */
const itemCost = (field: string, childComplexity: number): number => (field === "edges" ? childComplexity : OBJECT + childComplexity);

/** What is out of bounds is refused by the page itself, in its own words. */
const pageSize = (first: number): number => Math.min(Math.max(first, 1), LARGEST_PAGE);
