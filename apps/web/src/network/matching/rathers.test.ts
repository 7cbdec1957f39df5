import { expect, test } from "vitest";
import { rathers } from "./rathers";

const TOWN = { locale: "TOWN", enrollmentBand: "FROM_1K_TO_5K" } as const;

test("what a coach would rather work with is held against the system that asks", () => {
  expect(rathers({ locales: ["TOWN", "RURAL"], enrollmentBands: [] }, TOWN)).toBe("Would rather coach in a town or in the country, as here.");
  expect(rathers({ locales: ["CITY"], enrollmentBands: ["OVER_25K"] }, TOWN)).toBe("Would rather coach in a city, with over 25,000 students; this system is in a town and has 1,000 to 5,000 students.");
  expect(rathers({ locales: ["TOWN"], enrollmentBands: ["UNDER_1K"] }, TOWN)).toBe("Would rather coach in a town, with under 1,000 students; this system has 1,000 to 5,000 students.");
});

test("nothing is said for whoever did not say, and nothing of what is not known", () => {
  expect([rathers(null, TOWN), rathers({ locales: [], enrollmentBands: [] }, TOWN)]).toEqual([null, null]);
  expect(rathers({ locales: ["CITY"], enrollmentBands: [] }, { locale: null, enrollmentBand: "UNKNOWN" })).toBe("Would rather coach in a city.");
});
