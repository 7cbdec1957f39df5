import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

/** An operation as a client sends it. */
export interface SentOperation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** A place where a client gives a value: an argument of a root field, or a field inside one. */
export interface Place {
  readonly root: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
  /** Names of input fields within the argument. */
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

function rootFields(schema: GraphQLSchema): GraphQLField<unknown, unknown>[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {});
}

/** Every place of the schema that takes a scalar, an enum or a list of them; what is new is found by itself. */
export function placesOf(schema: GraphQLSchema): Place[] {
  return rootFields(schema).flatMap((root) =>
    root.args.flatMap((argument) => [{ root, argument, path: [], type: argument.type }, ...within({ root, argument, path: [], type: argument.type })]),
  );
}

function within(place: Place): Place[] {
  const type = getNamedType(place.type);
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = { ...place, path: [...place.path, field.name], type: field.type };
    return [inner, ...within(inner)];
  });
}

/** Asks the root field with this value at the place, through a variable; required arguments get something fitting. */
export function withValueAt({ root, argument, path }: Place, value: unknown): SentOperation {
  const others = root.args.filter((other) => other !== argument && isRequiredArgument(other));
  const isListed = path.length > 0 && isListType(getNullableType(argument.type));
  const object = path.reduceRight<unknown>((inner, name) => ({ ...fittingObject(argument.type), [name]: inner }), value);
  const given = [`${argument.name}: $value`, ...others.map((other) => `${other.name}: ${JSON.stringify(fitting(other.type))}`)];
  return {
    query: `query ($value: ${String(argument.type)}) { ${root.name}(${given.join(", ")}) ${selection(root.type)} }`,
    variables: { value: isListed ? [object] : object },
  };
}

/** The same with the value written into the operation's text, as far as it can be. */
export function withLiteralAt({ root, argument, path }: Place, literal: string): SentOperation {
  const others = root.args.filter((other) => other !== argument && isRequiredArgument(other));
  const inside = path.reduceRight((inner, name) => `{ ${name}: ${inner} }`, literal);
  const given = [`${argument.name}: ${inside}`, ...others.map((other) => `${other.name}: ${JSON.stringify(fitting(other.type))}`)];
  return { query: `{ ${root.name}(${given.join(", ")}) ${selection(root.type)} }` };
}

/** How far an operation goes into what it asks for. */
interface Reach {
  /** Of objects within objects. */
  readonly levels: number;
  /** Names of fields that it leaves out. */
  readonly without: readonly string[];
}

/** By default no lists of lists: the operation itself is not what is tried. */
const SHORT: Reach = { levels: 3, without: ["edges", "requests", "sessions"] };

function fittingObject(type: GraphQLInputType): Record<string, unknown> {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return {};
  const required = Object.values(named.getFields()).filter((field) => field.type !== getNullableType(field.type));
  return Object.fromEntries(required.map((field) => [field.name, fitting(field.type)]));
}

function fitting(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) return fittingObject(named);
  return named.name === "Int" ? 1 : "x";
}

/** Every leaf of a type, and of the objects in it, as far as they need no arguments. */
function selection(type: GraphQLOutputType, { levels, without } = SHORT): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "";
  const parts = Object.values(named.getFields()).flatMap((field) => {
    if (without.includes(field.name) || field.args.some(isRequiredArgument)) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return levels > 0 ? [`${field.name} ${selection(field.type, { levels: levels - 1, without })}`] : [];
  });
  return parts.length === 0 ? "{ __typename }" : `{ ${parts.join(" ")} }`;
}
