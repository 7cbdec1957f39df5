import { expect, test } from "vitest";
import { isSuspect } from "./suspicion";

test("whoever takes some seconds and leaves the unseen field alone is let through", () => {
  expect(isSuspect({ age: 3, unseen: null })).toBe(false);
  expect(isSuspect({ age: 3600 * 24 * 3, unseen: "" })).toBe(false);
});

test.each([
  { age: null, unseen: null },
  { age: 2.9, unseen: null },
  { age: -5, unseen: null },
  { age: 3600 * 24 * 5, unseen: null },
  { age: 60, unseen: "https://buy.example" },
])("%j is asked to send it again", (traces) => {
  expect(isSuspect(traces)).toBe(true);
});
