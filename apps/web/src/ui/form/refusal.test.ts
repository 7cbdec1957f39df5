import { expect, test } from "vitest";
import { Refused, refusalOf } from "./refusal";

const answered = (extensions: Record<string, unknown>) =>
  Object.assign(new Error("Said."), { errors: [{ message: "Said.", extensions }] });

test.each(["email", "input.email"])("a fault of %s stands at the field", (field) => {
  expect(refusalOf(answered({ code: "BAD_USER_INPUT", field }))).toEqual({ field: "email", message: "Said." });
});

test("a conflict stands at the form", () => {
  expect(refusalOf(answered({ code: "CONFLICT" }))).toEqual({ field: null, message: "Said." });
});

test("a fault of ours carries the number to report", () => {
  expect(refusalOf(answered({ code: "INTERNAL_SERVER_ERROR", requestId: "r-7" })).message).toBe("Said. The number to report is r-7.");
});

test("who was signed out meanwhile is told how not to lose what they typed", () => {
  expect(refusalOf(answered({ code: "UNAUTHENTICATED" })).message).toMatch(/^You are signed out by now/);
});

test("no answer says that nothing was changed", () => {
  expect(refusalOf(new TypeError("Failed to fetch"))).toEqual({ field: null, message: expect.stringContaining("Nothing was changed") as string });
});

test("an action's own words stand as they are", () => {
  expect(refusalOf(new Refused("Too short.", "password"))).toEqual({ field: "password", message: "Too short." });
});
