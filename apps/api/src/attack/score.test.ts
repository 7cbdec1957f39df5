import { describe, expect, test } from "vitest";
import { Rng } from "../oracle/random";
import { recovers, score, type Claim } from "./score";

const SIZES = [1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9];

function claimsWithNoise(deviation: number, count = 400): Claim[] {
  const rng = new Rng(7);
  const noise = () => Array.from({ length: 12 }, () => rng.next()).reduce((sum, one) => sum + one, -6) * deviation;
  return Array.from({ length: count }, (_, place) => {
    const truth = rng.pick(SIZES);
    return { cell: String(place), truth, estimate: truth + noise(), deviation };
  });
}

describe("claims recover thin cells", () => {
  test("when they are exact", () => expect(score(claimsWithNoise(0))).toMatchObject({ hits: 1, recovers: true }));
  test("when they are off by one now and then", () => expect(recovers(claimsWithNoise(0.8))).toBe(true));
});

describe("claims recover nothing", () => {
  test("when noise drowns them", () => expect(recovers(claimsWithNoise(6))).toBe(false));
  test("when there are none", () => expect(recovers([])).toBe(false));

  test("when all cells have one size, which anybody guesses", () => {
    expect(recovers(claimsWithNoise(0).map((claim) => ({ ...claim, truth: 2, estimate: 2 })))).toBe(false);
  });

  test("when a handful is right by luck", () => expect(recovers(claimsWithNoise(0, 3))).toBe(false));
});
