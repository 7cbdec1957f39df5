import fc from "fast-check";
import { expect, test } from "vitest";
import { centralAngle, EARTH_KM, greatCircleKm, type Place } from "./geo";

test("Los Angeles to New York is 0.623585 radians, 2144 nautical miles, as in Williams' Aviation Formulary", () => {
  const angle = centralAngle({ lat: 33 + 57 / 60, lon: -(118 + 24 / 60) }, { lat: 40 + 38 / 60, lon: -(73 + 47 / 60) });
  expect(angle).toBeCloseTo(0.623585, 6);
  expect(Math.round((angle * 180 * 60) / Math.PI)).toBe(2144);
});

test("Nashville to Los Angeles is 2886.444442837983 km on a sphere of 6371 km, as Rosetta Code gives it to 35 digits", () => {
  const angle = centralAngle({ lat: 36.12, lon: -86.67 }, { lat: 33.94, lon: -118.4 });
  expect(angle * 6371).toBeCloseTo(2886.444442837983, 9);
  expect(greatCircleKm({ lat: 36.12, lon: -86.67 }, { lat: 33.94, lon: -118.4 })).toBeCloseTo((2886.444442837983 * EARTH_KM) / 6371, 9);
});

const place = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) });

test("the distance is that of the vectors to the places, symmetric, and none is further than half the way round", () => {
  const vector = ({ lat, lon }: Place) => {
    const [y, x] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
    return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)] as const;
  };
  fc.assert(
    fc.property(place, place, (one, other) => {
      const [[a, b, c], [d, e, f]] = [vector(one), vector(other)];
      const chord = Math.hypot(a - d, b - e, c - f);
      expect(centralAngle(one, other)).toBeCloseTo(2 * Math.asin(Math.min(1, chord / 2)), 6);
      expect(greatCircleKm(one, other)).toBeCloseTo(greatCircleKm(other, one), 9);
      expect(centralAngle(one, other)).toBeLessThanOrEqual(Math.PI);
    }),
  );
});

test("what is no place is refused", () => {
  expect(() => centralAngle({ lat: 91, lon: 0 }, { lat: 0, lon: 0 })).toThrow(RangeError);
  expect(() => centralAngle({ lat: 0, lon: 0 }, { lat: 0, lon: Number.NaN })).toThrow(RangeError);
});
