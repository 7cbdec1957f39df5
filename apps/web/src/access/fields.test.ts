import { expect, test } from "vitest";
import { codeFault, emailFault, emptyFault, faultsOf, newPasswordFault, typed, typedPassword } from "./fields";

test.each(["", "nobody", "a@b", "a b@c.org", "@c.org"])("%j is no e-mail address", (email) => {
  expect(emailFault(email)).not.toBeNull();
});

test.each(["a@b.org", "first.last+tag@sub.school.k12.us"])("%s is one", (email) => {
  expect(emailFault(email)).toBeNull();
});

test("a password is told how far it is from long enough", () => {
  expect(newPasswordFault("")).toBe("Choose a password.");
  expect(newPasswordFault("123456789")).toBe("Use 10 characters or more; this has 9.");
  expect(newPasswordFault("1234567890")).toBeNull();
});

test.each(["123456", "123 456"])("%s is a code", (code) => expect(codeFault(code)).toBeNull());
test.each(["", "12345", "1234567", "abcdef"])("%j is none", (code) => expect(codeFault(code)).toBe("The code is six digits."));

test("space around what was typed does not count, except in a password", () => {
  const fields = new FormData();
  fields.set("name", "  Ada ");
  fields.set("password", " a b ");
  expect([typed(fields, "name"), typedPassword(fields, "password"), typed(fields, "none")]).toEqual(["Ada", " a b ", ""]);
});

test("only faults are kept", () => {
  expect(faultsOf({ email: null, name: emptyFault("", "Give a name."), note: emptyFault("x", "!") })).toEqual({ name: "Give a name." });
});
