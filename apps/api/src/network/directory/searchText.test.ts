import * as fc from "fast-check";
import { expect, test } from "vitest";
import { searchText } from "./searchText";

test("accents, case and marks make no difference", () => {
  expect(searchText("Doña Ana", null, "NM")).toBe("dona ana nm");
  expect(searchText("ST. MARY'S (No. 3)")).toBe("st mary s no 3");
});

test("what has been brought together stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(searchText(searchText(text))).toBe(searchText(text));
    }),
  );
});
