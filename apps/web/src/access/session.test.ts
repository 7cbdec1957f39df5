import { afterEach, expect, test, vi } from "vitest";
import { giveSecondFactor, safeNext, setNewPassword, signIn, signInByLink } from "./session";

afterEach(() => vi.unstubAllGlobals());

const answers = (status: number, body: unknown = {}) => vi.stubGlobal("fetch", async () => Response.json(body, { status }));

test.each(["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "", undefined])(
  "%s is no way back",
  (next) => expect(safeNext(next)).toBe("/"),
);

test("a path of this site is, parameters and all", () => {
  expect(safeNext("/gaps?states=CA,TX")).toBe("/gaps?states=CA,TX");
});

test.each([
  [401, "That e-mail and password do not match."],
  [429, "Too many tries. Wait a minute, then try again."],
  [500, "Signing in failed. Try again in a moment."],
])("an answer of %d says %s", async (status, words) => {
  answers(status);
  await expect(signIn("a@demo.example", "x")).rejects.toThrow(words);
});

test("no answer at all is said as such", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
  await expect(signIn("a@demo.example", "x")).rejects.toThrow("could not be reached");
});

test("an account with two-factor is asked for its second factor", async () => {
  answers(200, { twoFactorRedirect: true });
  expect(await signIn("a@demo.example", "x")).toBe("secondFactor");
  answers(200, { user: {} });
  expect(await signIn("a@demo.example", "x")).toBe("in");
});

test("a wrong code stands at its field; a first step too long ago begins again", async () => {
  answers(401, { code: "INVALID_CODE" });
  await expect(giveSecondFactor("app", "123 456")).rejects.toMatchObject({ field: "code" });
  answers(401, { code: "INVALID_TWO_FACTOR_COOKIE" });
  await expect(giveSecondFactor("app", "123456")).rejects.toMatchObject({ field: null, message: expect.stringContaining("Begin again") as string });
});

test("a link that is of no use any more offers a new one", async () => {
  answers(401, { code: "INVALID_TOKEN" });
  await expect(signInByLink("old")).rejects.toThrow("Ask for a new one");
  answers(400, { code: "INVALID_TOKEN" });
  await expect(setNewPassword("old", "long-enough-1")).rejects.toThrow("Ask for a new one");
});
