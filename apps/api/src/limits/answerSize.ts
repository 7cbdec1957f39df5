import {
  defaultFieldResolver,
  getNullableType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { DomainError } from "../errors";

/** Fields that the lists of one answer may hold together: some two seconds of work. The largest table of the dashboard comes to a quarter of it. */
const MOST_FIELDS = 200_000;

/**
 * Makes every list of the schema count what it adds to the answer: a small operation can ask for a list in each item of
 * a list, over and over, until no memory is left. Changes the schema given.
 * Fields then throw a DomainError QUERY_TOO_COMPLEX from where the answer has grown too large.
 */
export function limitAnswers(schema: GraphQLSchema, mostFields = MOST_FIELDS): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isListType(getNullableType(field.type))) field.resolve = counting(field.resolve ?? defaultFieldResolver, mostFields);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, object>;

/** What each operation has come to so far, by its context. */
const counts = new WeakMap<object, number>();

function counting(resolve: Resolver, mostFields: number): Resolver {
  return (source, args, context, info) => {
    const count = (list: unknown): unknown => {
      if (!Array.isArray(list)) return list;
      const total = (counts.get(context) ?? 0) + list.length * fieldsWithin(info);
      counts.set(context, total);
      if (total > mostFields) throw new DomainError("QUERY_TOO_COMPLEX", "The answer would be too large; ask for fewer lists within lists, or for smaller pages.");
      return list;
    };
    const list: unknown = resolve(source, args, context, info);
    return list instanceof Promise ? list.then(count) : count(list);
  };
}

/** Fields asked for in each item of a list, those of lists within it once. */
function fieldsWithin({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  const size = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1 + (selection.selectionSet ? size(selection.selectionSet) : 0);
      const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      return sum + (inside ? size(inside.selectionSet) : 0);
    }, 0);
  return fieldNodes.reduce((sum, { selectionSet }) => sum + sizeOnce(selectionSet, size), 0);
}

const sizes = new WeakMap<SelectionSetNode, number>();

function sizeOnce(selectionSet: SelectionSetNode | undefined, size: (set: SelectionSetNode) => number): number {
  if (!selectionSet) return 1;
  const known = sizes.get(selectionSet) ?? size(selectionSet);
  sizes.set(selectionSet, known);
  return known;
}
