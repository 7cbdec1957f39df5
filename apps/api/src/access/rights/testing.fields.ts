import {
  getNamedType, getNullableType, isEnumType, isInputObjectType, isIntrospectionType, isLeafType, isListType, isObjectType, isRequiredArgument, isRequiredInputField,
  type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema,
} from "graphql";
import { FIELDS, RIGHTS, type FieldRight, type Outcome, type ViewerKind } from "./fieldRights";

/** Where a field stands. */
export interface Place {
  readonly type: string;
  readonly field: string;
}

type AnyField = GraphQLField<unknown, unknown>;

/** What a list is wrapped in says nothing of its own. */
const ENVELOPE = /(Connection|Edge)$|^PageInfo$/;

export const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type));

/** Every field of the schema that has to be decided. */
export const placesToDecide = (schema: GraphQLSchema): Place[] =>
  objectTypes(schema)
    .filter(({ name }) => !ENVELOPE.test(name))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => ({ type: type.name, field })));

const RIGHT_OF = new Map(
  Object.entries(FIELDS).flatMap(([type, rights]) =>
    Object.entries(rights).flatMap(([right, names]) => names.split(/\s+/).map((field) => [`${type}.${field}`, right as FieldRight] as const)),
  ),
);

/** The right that a field stands under; undefined where nobody has decided. */
export const rightOf = ({ type, field }: Place): FieldRight | undefined => (ENVELOPE.test(type) ? "withObject" : RIGHT_OF.get(`${type}.${field}`));

/** Every place that is decided. */
export const decidedPlaces = (): string[] => [...RIGHT_OF.keys()];

/** What a viewer who has the object gets of the field. */
export const outcomeOf = (place: Place, viewer: ViewerKind): Outcome => {
  const right = rightOf(place);
  return right === undefined || right === "withObject" ? "data" : RIGHTS[right][viewer];
};

/** Arguments for fields that say nothing without one. */
const ARGUMENTS: Readonly<Record<string, string>> = { requestNeeds: '(requestId: "req-0180")', suggestNeeds: '(text: "Families cannot reach us about attendance.")', districts: '(search: "school")', deskRequest: '(id: "req-0180")', referralCases: '(requestId: "req-0255")', learningCall: '(week: "2021-01-25")', survivalByGroup: "(by: LOCALE)", ratingsByGroup: "(by: LOCALE)", search: '(text: "a")', requestMatching: '(requestId: "req-0031")', tryTeam: '(requestId: "req-0031", coachIds: ["coach-01"])', compare: '(scope: { from: "2020-09-01" }, to: { to: "2020-09-01" })' };

/** Lists of what costs too much to be asked for of each: one by one it is come to. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(["learningCalls"]);

const given = (name: string, args: readonly GraphQLArgument[]): string => {
  if (ARGUMENTS[name] !== undefined && args.length > 0) return ARGUMENTS[name];
  const parts = args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${literal(argument.type)}`);
  if (args.some((argument) => argument.name === "first")) parts.push("first: 3");
  return parts.length === 0 ? "" : `(${parts.join(", ")})`;
};

const FITTING: Readonly<Record<string, unknown>> = { Boolean: true, Int: 1, Float: 1, Date: "2021-02-01", DateTime: "2021-02-01T00:00:00Z" };

/** Something fitting as it is written into an operation. */
function literal(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name ?? "null";
  if (!isInputObjectType(named)) return JSON.stringify(FITTING[named.name] ?? "x");
  const required = Object.values(named.getFields()).filter(isRequiredInputField);
  const object = `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(", ")} }`;
  return isListType(getNullableType(type)) ? `[${object}]` : object;
}

/** A field as an operation asks for it: a leaf by its name, an object with nothing of it but its type's name. */
export const asked = ({ name, args, type }: AnyField): string => `${name}${given(name, args)}${isLeafType(getNamedType(type)) ? "" : " { __typename }"}`;

/** The types that a private link leads to; for who comes without one there may be no other way. */
export function behindLinks(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (type: unknown) => {
    const named = getNamedType(type as GraphQLObjectType);
    if (!isObjectType(named) || found.has(named.name)) return;
    found.add(named.name);
    for (const field of Object.values(named.getFields())) walk(field.type);
  };
  for (const [name, { type }] of Object.entries(schema.getQueryType()?.getFields() ?? {})) if (rightOf({ type: "Query", field: name }) === "byLink") walk(type);
  return found;
}

/** An operation that comes to an object and asks `inside` of it. */
export type Way = (inside: string) => string;

/**
 * The shortest way to an object of each type that is open to the viewer, by fields that need no id.
 * Fields that give lists come before those that may give nothing.
 */
export function waysFor(schema: GraphQLSchema, viewer: ViewerKind): Map<string, Way> {
  const query = schema.getQueryType();
  if (!query) throw new Error("The schema has no query type.");
  const ways = new Map<string, Way>([[query.name, (inside) => `{ ${inside} }`]]);
  for (const [name, way] of ways) {
    const fields = Object.values((schema.getType(name) as GraphQLObjectType).getFields());
    for (const field of fields.toSorted((a, b) => Number(isListed(b)) - Number(isListed(a)))) {
      const type = getNamedType(field.type);
      const open = outcomeOf({ type: name, field: field.name }, viewer) === "data" && !field.args.some((argument) => isRequiredArgument(argument) && ARGUMENTS[field.name] === undefined);
      if (!isObjectType(type) || ways.has(type.name) || !open || ONE_BY_ONE.has(field.name)) continue;
      ways.set(type.name, (inside) => way(`${field.name}${given(field.name, field.args)} { ${inside} }`));
    }
  }
  return ways;
}

const isListed = ({ type }: AnyField): boolean => isListType(getNullableType(type)) || getNamedType(type).name.endsWith("Connection");
