import { afterEach, expect, test, vi } from "vitest";
import { safeNext, signIn } from "./session";

afterEach(() => vi.unstubAllGlobals());

test.each(["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "", undefined])(
  "%s is no way back",
  (next) => expect(safeNext(next)).toBe("/needs"),
);

test("a path of this site is, parameters and all", () => {
  expect(safeNext("/gaps?states=CA,TX")).toBe("/gaps?states=CA,TX");
});

test.each([
  [200, null],
  [401, "That e-mail and password do not match."],
  [429, "Too many tries. Wait a minute, then try again."],
  [500, "Signing in failed. Try again in a moment."],
])("an answer of %d says %s", async (status, words) => {
  vi.stubGlobal("fetch", async () => new Response("{}", { status }));
  expect(await signIn("a@demo.example", "x")).toBe(words);
});

test("no answer at all is said as such", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
  expect(await signIn("a@demo.example", "x")).toContain("could not be reached");
});
