import { GraphQLString, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from "graphql";
import { oneOf, type Random } from "./chance";

/** An address that operations of a storm may have saved, and others come to read. */
export const INVENTED_EMAIL = "a@b.example";

/** Texts that somebody may send where text is expected; more stand in testing.hostile.ts, which tries them at every place. */
const TEXTS = ["x", "'", "' or 1=1 --", "$1", "%", INVENTED_EMAIL, "2020-05", "FIN-REL", "UNKNOWN", "", "a\0b", "\ud800", "é".repeat(300), "😀", "NaN", "null", "[object Object]", "../..", "<b>", "y".repeat(5_000)];
/** Of these, so many could be meant. */
const PLAIN_TEXTS = 9;
const DAYS = ["2020-05-01", "2020-09-15", "2021-01-31", "2021-02-30", "0000-00-00", "9999-12-31", "x"];
const INTS = [-1, 0, 1, 2, 5, 25, 100, 101, 2 ** 31 - 1, 2 ** 31, 1.5];
const MISFITS = [null, true, -7, "x", {}, [], [[]], { id: 1 }];

export interface Sense {
  /** Ids of rows that exist. */
  readonly known: readonly string[];
  /** How often a value is of a wrong kind altogether, 0 to 1; at 0, numbers and days are such as a page would send. */
  readonly wildness: number;
}

/** A value for an input of the schema: mostly one that fits its type, and seldom one that means something. */
export function randomValue(random: Random, type: GraphQLInputType, sense: Sense, level = 0): unknown {
  if (random() < sense.wildness) return oneOf(random, MISFITS);
  if (isNonNullType(type)) return valueOf(random, type.ofType, sense, level);
  return random() < (type === GraphQLString ? 0.6 : 0.05) ? null : valueOf(random, type, sense, level);
}

function valueOf(random: Random, type: GraphQLInputType, sense: Sense, level: number): unknown {
  const { known, wildness } = sense;
  const texts = wildness === 0 ? TEXTS.slice(0, PLAIN_TEXTS) : TEXTS;
  if (isListType(type)) return Array.from({ length: Math.floor(random() * 4) }, () => randomValue(random, type.ofType, sense, level + 1));
  if (isEnumType(type)) return random() < wildness ? "NOTHING" : oneOf(random, type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || random() < (level > 2 ? 0 : 0.3));
    return Object.fromEntries(fields.map((field) => [field.name, randomValue(random, field.type, sense, level + 1)]));
  }
  switch (type.name) {
    case "Int":
      return wildness === 0 ? 1 + Math.floor(random() * 30) : oneOf(random, INTS);
    case "Float":
      return random() * 10 - 1;
    case "Boolean":
      return random() < 0.5;
    case "Date":
    case "DateTime":
      return oneOf(random, wildness === 0 ? DAYS.slice(0, 3) : DAYS);
    case "ID":
      return oneOf(random, random() < 0.7 ? known : texts);
    default:
      return oneOf(random, random() < 0.2 ? known : texts);
  }
}
