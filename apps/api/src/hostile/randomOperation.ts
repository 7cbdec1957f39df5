import { getNamedType, isLeafType, isNonNullType, isObjectType, type GraphQLArgument, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { oneOf, type Random } from "./chance";
import { randomValue, type Sense } from "./randomValue";

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Field = GraphQLField<unknown, unknown>;

/** Levels of objects within objects. Deeper ones are refused unseen; testing.hostile.ts tries those. */
const DEEPEST = 3;

/** Of four operations in ten, how often each of their parts is nonsense. */
const WILD = 0.06;

class Writer {
  readonly variables: Record<string, unknown> = {};
  readonly declared: string[] = [];

  constructor(
    private readonly random: Random,
    private readonly sense: Sense,
  ) {}

  field(field: Field, level: number, alias = ""): string {
    const named = getNamedType(field.type);
    const inside = isObjectType(named) ? ` ${this.selection(named, level + 1)}` : "";
    return `${alias}${field.name}${this.#arguments(field.args)}${this.#directive()}${inside}`;
  }

  selection(type: GraphQLObjectType, level: number): string {
    const fields = Object.values(type.getFields());
    const share = 0.1 + this.random() * 0.5;
    const chosen = fields.filter((field) => this.random() < share && (isLeafType(getNamedType(field.type)) || level < DEEPEST));
    const parts = chosen.map((field, index) => this.field(field, level, this.random() < 0.1 ? `a${index}: ` : ""));
    if (this.random() < this.sense.wildness / 2) parts.push("noSuchField");
    if (parts.length === 0 || this.random() < 0.2) parts.push("__typename");
    return this.random() < 0.1 ? `{ ... on ${type.name} { ${parts.join(" ")} } }` : `{ ${parts.join(" ")} }`;
  }

  #arguments(all: readonly GraphQLArgument[]): string {
    const given = all.filter(({ type }) => (isNonNullType(type) ? this.random() >= this.sense.wildness / 2 : this.random() < 0.35));
    if (given.length === 0) return "";
    return `(${given.map(({ name, type }) => `${name}: ${this.#variable(String(type), randomValue(this.random, type, this.sense))}`).join(", ")})`;
  }

  #directive(): string {
    return this.random() < 0.03 ? ` @include(if: ${this.#variable("Boolean!", this.random() < 0.7)})` : "";
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }
}

/**
 * An operation that fits the schema for the most part, with values of which many are wrong.
 * @param known ids of rows that exist.
 */
export function randomOperation(random: Random, schema: GraphQLSchema, known: readonly string[]): RandomOperation {
  const mutation = schema.getMutationType();
  const isMutation = mutation != null && random() < 0.35;
  const root = isMutation ? mutation : schema.getQueryType();
  const fields = Object.values(root?.getFields() ?? {});
  const writer = new Writer(random, { known, wildness: random() < 0.6 ? 0 : WILD });
  const count = 1 + Math.floor(random() ** 2 * 3);
  const parts = Array.from({ length: count }, (_, index) => writer.field(oneOf(random, fields), 0, `r${index}: `));
  const variables = writer.declared.length > 0 ? `(${writer.declared.join(", ")})` : "";
  return { query: `${isMutation ? "mutation" : "query"} ${variables} { ${parts.join(" ")} }`, variables: writer.variables };
}
