import fc from "fast-check";
import { expect, test } from "vitest";
import { numbersIn } from "./numbersIn";

const values = (text: string) => numbersIn(text).map(({ value }) => value);

test.each([
  ["about 1,240 requests (1,236 to 1,244)", ["1240", "1236", "1244"]],
  ["growing about a tenth a month, between 4 and 17%", ["tenth", "4", "17"]],
  ["0.22 (0.15 to 0.31); it ends here.", ["0.22", "0.15", "0.31"]],
  ["Forty-one systems, twice as many, a dozen more", ["40", "twice", "dozen"]],
  ["３ of 007, and ½", ["3", "7", "1", "2"]],
  ["3 4", ["3", "4"]],
  ["no number at all", []],
])("%s", (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test("whatever stands around it, every whole number that is written in digits is found, with separators and without", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.constantFrom("", " ", "(", "x", "“", "-"), fc.constantFrom("", " ", ")", "x", ".", "%", ", "), fc.boolean(), (whole, before, after, separated) => {
      const written = separated ? whole.toLocaleString("en-US") : String(whole);
      expect(values(`It is ${before}${written}${after} so`)).toEqual([String(whole)]);
    }),
  );
});
