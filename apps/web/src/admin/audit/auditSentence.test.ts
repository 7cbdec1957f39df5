import { expect, test } from "vitest";
import { actionName, auditSentence, KNOWN_ACTIONS, namesSubject, readDetail } from "./auditSentence";

const told = (action: string, detail: object = {}, name: string | null = null, subject = { subjectType: "thing", subjectId: "t-1" }) =>
  auditSentence({ action, ...subject, detail: JSON.stringify(detail) }, name);

test.each([
  ["person.invited", { email: "lead@org.example", role: "provider" }, "invited lead@org.example as provider lead"],
  ["role.given", { role: "coach" }, "gave Ben Castillo the role coach"],
  ["role.given", { role: "staff", again: true }, "changed what goes with the role network staff of Ben Castillo"],
  ["role.taken", { role: "STAFF" }, "took the role network staff from Ben Castillo"],
  ["person.enabled", {}, "enabled the account of Ben Castillo"],
  ["records.exported", { what: "requests", rows: 1234 }, "took out 1,234 rows of requests"],
  ["key.made", { name: "Weekly sheet" }, "made the API key “Weekly sheet”"],
  ["note.opened", {}, "opened the notes of session t-1"],
  ["match.changed", { coaches: "added" }, "changed the coaches of engagement t-1"],
  ["sign_in.succeeded", { by: "totp" }, "signed in with a password and an app's code"],
  ["two_factor.on", { backupCodes: "replaced" }, "made new backup codes"],
  ["password.changed", { by: "reset" }, "chose a new password, having forgotten the old"],
  ["sessions.revoked", { which: "others" }, "ended all their other sessions"],
])("%s %j is told in words", (action, detail, words) => expect(told(action, detail, "Ben Castillo")).toBe(words));

test("a sign-in that failed names the address, where nobody has it", () => {
  expect(told("sign_in.failed", { by: "password" }, null, { subjectType: "address", subjectId: "x@y.org" })).toBe("failed to sign in as x@y.org");
});

test("what was done to several at once tells how many", () => {
  const many = { count: 1204, ids: ["a"] };
  expect(told("tag.added", many, null, { subjectType: "request", subjectId: "*" })).toBe("tagged 1,204 requests");
  expect(told("cohort.begun", many, null, { subjectType: "cohort", subjectId: "*" })).toBe("cohort begun 1,204 things");
});

test("no kind of event needs more than its own name to be told", () => {
  for (const action of KNOWN_ACTIONS) {
    const sentence = told(action);
    expect(sentence).toMatch(/^[a-z]/);
    expect(sentence).not.toMatch(/undefined|null|\[object/);
  }
});

test("an event of a later version is told by its name", () => {
  expect(told("cohort.begun")).toBe("cohort begun: thing t-1");
});

test("a person's name is looked up only where the sentence has it", () => {
  const needed = KNOWN_ACTIONS.filter((action) => namesSubject({ action, subjectType: "person" }));
  expect(needed).toEqual(["person.disabled", "person.enabled", "role.given", "role.taken", "sign_in.failed"]);
  expect(namesSubject({ action: "sign_in.failed", subjectType: "address" })).toBe(false);
});

test.each(["", "null", "[1]", '"text"', "{"])("%j is no detail", (json) => expect(readDetail(json)).toEqual({}));

test("an action is named in a list as words", () => {
  expect(actionName("two_factor.on")).toBe("Two factor: on");
});
