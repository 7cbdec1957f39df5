import { expect, test } from "vitest";
import { listed, starsFrom, thanks } from "./words";

test("only one to five stars are read from an address", () => {
  expect(["#1", "#5", "", "#0", "#6", "#11", "#x"].map(starsFrom)).toEqual([1, 5, null, null, null, null, null]);
});

test("a low rating is answered by a person, a good one with thanks", () => {
  expect(thanks(2)).toContain("looks into it");
  expect(thanks(3)).toBe("Thank you. That helps.");
});

test("names stand as people write them", () => {
  expect([listed([]), listed(["Ada"]), listed(["Ada", "Ben", "Cid"])]).toEqual(["", "Ada", "Ada, Ben and Cid"]);
});
