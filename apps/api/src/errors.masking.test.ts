import { ApolloServerErrorCode } from "@apollo/server/errors";
import { GraphQLError, Kind, locatedError } from "graphql";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { badInput, DomainError, notFound } from "./errors";
import { maskAftermath, maskError } from "./errors.masking";

interface Logged {
  readonly requestId?: string;
}

/** What a resolver threw, as Apollo hands it on; with what was logged. */
function masked(thrown: Error) {
  const lines: Logged[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Logged) });
  const located = locatedError(thrown, [], ["requests", 3, "leader"]);
  return { answer: maskError(located.toJSON(), located, "request-1", log), lines };
}

const databaseError = (code: string) => {
  const cause = Object.assign(new Error('relation "secrets" does not exist'), { code });
  return new Error("Failed query: select * from secrets\nparams: jane@example.org", { cause });
};

describe("our own faults", () => {
  const FAULTS: [string, Error][] = [
    ["a database's error", databaseError("42P01")],
    ["a mistake in code", new TypeError("Cannot read properties of undefined (reading 'x') at /srv/app.ts:3")],
    ["a GraphQL error without a code of ours", new GraphQLError("inner /etc/passwd")],
    ["a code that is not one of ours", new GraphQLError("inner", { extensions: { code: "SOMETHING", secret: "x" } })],
  ];

  test.each(FAULTS)("%s is told as an id and nothing else, and logged under it", (_what, fault) => {
    const { answer, lines } = masked(fault);
    expect(answer).toEqual({
      message: "Something went wrong on our side.",
      path: ["requests", 3, "leader"],
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "request-1" },
    });
    expect(lines).toMatchObject([{ requestId: "request-1" }]);
  });
});

describe("expected failures", () => {
  test("are told as they are, and not logged", () => {
    const { answer, lines } = masked(badInput("scope.states", '"ZZ" is not a state\'s postal code.'));
    expect(answer).toMatchObject({ message: '"ZZ" is not a state\'s postal code.', extensions: { code: "BAD_USER_INPUT", field: "scope.states" } });
    expect(lines).toEqual([]);
  });

  test("do not send back all of a long text that was sent in", () => {
    const { answer } = masked(notFound("request", "x".repeat(90_000)));
    expect(answer.message.length).toBeLessThan(400);
    expect(answer.extensions).toEqual({ code: "NOT_FOUND" });
  });

  test("keep their code and their field however they are wrapped", () => {
    const { answer } = masked(new DomainError("CONFLICT", "Taken.", { field: "email" }));
    expect(answer.extensions).toEqual({ code: "CONFLICT", field: "email" });
  });
});

describe("operations that are wrong before anything runs", () => {
  test("a long message is cut", () => {
    const error = new GraphQLError(`Cannot query ${"x".repeat(5000)}`, { extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED } });
    const answer = maskError(error.toJSON(), error, "request-1", pino({ level: "silent" }));
    expect(answer.message.length).toBeLessThan(400);
    expect(answer.extensions).toEqual({ code: "GRAPHQL_VALIDATION_FAILED" });
  });
});

describe("what does not fit a variable or an argument", () => {
  const wrong = (error: GraphQLError) => maskError(error.toJSON(), error, "request-1", pino({ level: "silent" })).extensions;
  const variable = (message: string) => wrong(new GraphQLError(message, { extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT } }));

  test("names the input at fault", () => {
    expect(variable('Variable "$first" got invalid value "x"; Int cannot represent it.')).toEqual({ code: "BAD_USER_INPUT", field: "first" });
    expect(variable('Variable "$s" got invalid value "x" at "s.topics[3].code"; Not that.')).toEqual({ code: "BAD_USER_INPUT", field: "s.topics.3.code" });
  });

  test("is a fault of the caller's also when it shows only as the field runs", () => {
    const node = { kind: Kind.NAME, value: "x" } as const;
    const { answer, lines } = masked(new GraphQLError('Argument "first" of non-null type "Int!" must not be null.', { nodes: node }));
    expect(answer.extensions).toEqual({ code: "BAD_USER_INPUT", field: "first" });
    expect(lines).toEqual([]);
  });
});

describe("a statement that took too long", () => {
  const cancelled = databaseError("57014");
  const aftermath = databaseError("25P02");

  test("is an operation that asks too much", () => {
    const { answer } = masked(cancelled);
    expect(answer.extensions).toEqual({ code: "QUERY_TOO_COMPLEX" });
    expect(answer.message).not.toMatch(/select|secrets|jane/);
  });

  const answered = (...thrown: Error[]) => {
    const errors = thrown.map((error) => locatedError(error, [], ["a"]));
    const log = pino({ level: "silent" });
    return maskAftermath(errors.map((error) => maskError(error.toJSON(), error, "request-1", log)), errors).map(({ extensions }) => extensions?.["code"]);
  };

  test("takes the operation's other statements with it", () => {
    expect(answered(aftermath, cancelled, badInput("first", "No."))).toEqual(["QUERY_TOO_COMPLEX", "QUERY_TOO_COMPLEX", "BAD_USER_INPUT"]);
  });

  test("is no excuse for a transaction that another fault broke", () => {
    expect(answered(databaseError("22P02"), aftermath)).toEqual(["INTERNAL_SERVER_ERROR", "INTERNAL_SERVER_ERROR"]);
  });
});
