import { expect, test } from "vitest";
import { problemOf } from "./problem";

const thrown = (extensions: Record<string, unknown>) =>
  Object.assign(new Error("Said the API."), { errors: [{ message: "Said the API.", extensions }] });

test.each([
  ["UNAUTHENTICATED", { kind: "signedOut" }],
  ["FORBIDDEN", { kind: "notAllowed" }],
  ["NOT_FOUND", { kind: "notFound" }],
  ["BAD_USER_INPUT", { kind: "badScope", message: "Said the API." }],
  ["RATE_LIMITED", { kind: "failed", message: "Said the API.", requestId: null }],
])("%s is told apart", (code, problem) => {
  expect(problemOf(thrown({ code }))).toEqual(problem);
});

test("a fault of ours carries the number to report", () => {
  expect(problemOf(thrown({ code: "INTERNAL_SERVER_ERROR", requestId: "r-1" }))).toMatchObject({ kind: "failed", requestId: "r-1" });
});

test("so does one that came with a bare status and JSON", () => {
  const bodyText = JSON.stringify({ errors: [{ message: "Ours.", extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-2" } }] });
  expect(problemOf(Object.assign(new Error("500"), { bodyText }))).toEqual({ kind: "failed", message: "Ours.", requestId: "r-2" });
});

test.each([new TypeError("Failed to fetch"), null, "text", { errors: "?" }, { bodyText: "<html>" }])("%s is a failure to connect", (error) => {
  expect(problemOf(error)).toEqual({ kind: "failed", message: "The network's server could not be reached.", requestId: null });
});
