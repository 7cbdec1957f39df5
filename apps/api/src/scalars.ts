import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

function parseDate(value: unknown): string {
  const match = typeof value === "string" ? SHAPE.exec(value) : null;
  if (!match) throw new GraphQLError("A Date is written as year-month-day, such as 2020-05-04.");
  const [text, year, month, day] = [match[0], ...match.slice(1).map(Number)] as [string, number, number, number];
  const back = new Date(Date.UTC(year, month - 1, day));
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  if (!exists || year < FIRST_YEAR || year > LAST_YEAR) throw new GraphQLError(`${text} is not a day between ${FIRST_YEAR} and ${LAST_YEAR}.`);
  return text;
}

/** A calendar day in the network's time zone, kept as its text. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A calendar day in the network's time zone, such as `2020-05-04`.",
  serialize: String,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});

/** A moment in time, as ISO 8601 in UTC. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: "A moment in time, ISO 8601 in UTC, such as `2020-05-04T13:00:00.000Z`.",
});
