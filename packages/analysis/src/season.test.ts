import { describe, expect, test } from "vitest";
import { yearlySeason } from "./season";
import { randomSource } from "./testing/random";
import type { TrendPoint } from "./trend";

// Deaths from lung diseases in the United Kingdom by month, 1974–79: Diggle (1990), Time Series, table A.3.
const LUNG_DEATHS = [
  3035, 2552, 2704, 2554, 2014, 1655, 1721, 1524, 1596, 2074, 2199, 2512, 2933, 2889, 2938, 2497, 1870, 1726, 1607, 1545, 1396, 1787, 2076, 2837,
  2787, 3891, 3179, 2011, 1636, 1580, 1489, 1300, 1356, 1653, 2013, 2823, 3102, 2294, 2385, 2444, 1748, 1554, 1498, 1361, 1346, 1564, 1640, 2293,
  2815, 3137, 2679, 1969, 1870, 1633, 1529, 1366, 1357, 1570, 1535, 2491, 3084, 2605, 2573, 2143, 1693, 1504, 1461, 1354, 1333, 1492, 1781, 1915,
];

/** Months of a rate with a trend and a yearly wave of height `height` on the log scale. */
function simulated(seed: number, { months, height, mean = 20 }: { months: number; height: number; mean?: number }): TrendPoint[] {
  const { poisson } = randomSource(seed);
  return Array.from({ length: months }, (_, t) => {
    const exposure = 100 + (t % 7) * 15;
    return { t, exposure, count: poisson((mean * exposure * Math.exp(0.01 * t + height * Math.cos((2 * Math.PI * (t - 3)) / 12))) / 145) };
  });
}

const SIMULATIONS = 400;
const simulations = (options: { months: number; height: number }) =>
  Array.from({ length: SIMULATIONS }, (_, i) => yearlySeason(simulated(i + 1, options))).filter((season) => season !== null);

describe("yearlySeason", () => {
  // Fitted independently with NumPy: Newton's method on all four parameters.
  test("reproduces an independent fit of the lung deaths", () => {
    const season = yearlySeason(LUNG_DEATHS.map((count, t) => ({ t, count, exposure: 1 })));
    expect(season?.peakToTrough).toBeCloseTo(2.1087934660676377, 9);
    expect(season?.peak).toBeCloseTo(0.816275985224367, 9);
    expect(season?.low).toBeCloseTo(1.9278881066398306, 8);
    expect(season?.high).toBeCloseTo(2.306674265593337, 8);
    expect((season?.pValue ?? 0) / 3.1384280727989092e-30).toBeCloseTo(1, 6);
  });

  test("is refused under two years, and for a handful of events", () => {
    expect(yearlySeason(simulated(1, { months: 23, height: 1 }))).toBeNull();
    expect(yearlySeason(simulated(1, { months: 24, height: 1 }))).not.toBeNull();
    expect(yearlySeason(simulated(1, { months: 36, height: 0.2, mean: 0.4 }))).toBeNull();
    expect(yearlySeason([])).toBeNull();
  });

  test("finds a wave where there is none as often as it says it does", () => {
    const seasons = simulations({ months: 36, height: 0 });
    const found = seasons.filter(({ pValue }) => pValue < 0.05).length / seasons.length;
    expect(found).toBeGreaterThan(0.05 - 3 * Math.sqrt((0.05 * 0.95) / SIMULATIONS));
    expect(found).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / SIMULATIONS));
    expect(seasons.filter(({ low, pValue }) => low > 1 !== pValue < 0.05)).toEqual([]);
  });

  test("finds a wave that is there, with its peak, in an interval that covers", () => {
    const seasons = simulations({ months: 36, height: 0.3 });
    const truth = Math.exp(0.6);
    const covering = seasons.filter(({ low, high }) => low <= truth && truth <= high).length / seasons.length;
    expect(covering).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.05 * 0.95) / SIMULATIONS));
    expect(seasons.filter(({ pValue }) => pValue < 0.05).length / seasons.length).toBeGreaterThan(0.95);
    expect(seasons.filter(({ peak }) => Math.abs(peak - 3) < 1).length / seasons.length).toBeGreaterThan(0.9);
  });

  test("does not take a trend for a season", () => {
    const rising = Array.from({ length: 48 }, (_, t) => ({ t, exposure: 100, count: Math.round(10 * 1.05 ** t) }));
    expect(yearlySeason(rising)?.pValue).toBeGreaterThan(0.5);
  });
});
