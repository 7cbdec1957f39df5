import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { StateChart } from "./StateChart";
import { TILES, tilesFor } from "./stateGrid";
import type { StateMark } from "./stateMark";
import { nextState } from "./stateMoves";
import { MAP_SIZE, OUTLINES, ringOf, spotOf } from "./stateOutline";
import { shadeOf, shadesOf } from "./stateShade";

const mark = (code: string, value: number | null, rest: Partial<StateMark> = {}): StateMark => ({ code, name: code, value, text: String(value), ...rest });

describe("the tiles", () => {
  test("are the fifty states and DC, each on a place of its own, neighbours near neighbours", () => {
    expect(TILES.size).toBe(51);
    expect(new Set([...TILES.values()].map(String)).size).toBe(51);
    expect(Math.max(...[...TILES.values()].map(([x]) => x))).toBe(10);
    for (const [one, other] of [["WA", "OR"], ["ME", "NH"], ["TX", "OK"], ["GA", "FL"]] as const) {
      const [[x, y] = [0, 0], [u, v] = [0, 0]] = [TILES.get(one), TILES.get(other)];
      expect(Math.hypot(x - u, y - v)).toBeLessThanOrEqual(Math.SQRT2 * 1.6);
    }
  });

  test("give a territory a place below, where one is spoken of", () => {
    const spots = tilesFor(["CA", "PR", "GU"]);
    expect(spots.size).toBe(53);
    expect(spots.get("PR")?.[1]).toBeGreaterThan(Math.max(...[...TILES.values()].map(([, y]) => y)));
    expect(tilesFor(["CA"]).has("PR")).toBe(false);
  });
});

test("an arrow key leads to the nearest state that way, over gaps, and stops at the edge", () => {
  expect(nextState("CA", [1, 0], TILES)).toBe("UT");
  expect(nextState("MI", [1, 0], TILES)).toBe("NY");
  expect(nextState("OR", [-1, 0], TILES)).toBeNull();
  expect(nextState("FL", [0, 1], TILES)).toBeNull();
  for (const code of TILES.keys()) {
    // From every state every other can be reached.
    const seen = new Set([code]);
    for (const at of seen) for (const way of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) seen.add(nextState(at, way, TILES) ?? at);
    expect([code, seen.size]).toEqual([code, 51]);
  }
});

test("nothing, none, withheld and not to be told are four different shades, and more is never lighter", () => {
  const count = { kind: "count" } as const;
  expect([mark("A", 0), mark("A", null), mark("A", null, { withheld: true }), mark("A", 2, { unsure: true })].map((each) => shadeOf(each, count, 9))).toEqual(["0", "none", "withheld", "unsure"]);
  for (const kind of ["count", "amount"] as const) {
    const steps = Array.from({ length: 40 }, (_, value) => Number(shadeOf(mark("A", value), { kind }, 39)));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect([steps[0], steps[1], steps[39]]).toEqual([0, 1, 7]);
  }
  const ratio = (value: number) => shadeOf(mark("A", value), { kind: "ratio" }, 0);
  expect([0, 0.3, 0.5, 0.8, 0.95, 1, 1.2, 2, 3].map(ratio)).toEqual(["under-3", "under-3", "under-2", "under-1", "even", "even", "over-1", "over-2", "over-3"]);
  expect(shadesOf([mark("A", 1), mark("B", 9)], count)).toEqual(new Map([["A", "1"], ["B", "7"]]));
});

test("every state that is spoken of is a button with its words, one of them the stop of the Tab key", () => {
  const states = [mark("CA", 3, { name: "California", text: "3 requests" }), mark("DC", null, { name: "District of Columbia", withheld: true, text: "too few to show" }), mark("PR", 0, { name: "Puerto Rico", text: "none" })];
  const html = renderToStaticMarkup(
    <MantineProvider>
      <StateChart states={states} scale={{ kind: "count" }} unit="Requests" format={String} onOpen={() => undefined} />
    </MantineProvider>,
  );
  for (const words of ["CA, California: 3 requests", "DC, District of Columbia: too few to show", "PR, Puerto Rico: none"]) expect(html).toContain(`aria-label="${words}"`);
  const tiles = [...html.matchAll(/<button[^>]*data-code[^>]*>/g)].map(([button]) => button);
  expect(tiles).toHaveLength(3);
  expect(tiles.filter((button) => button.includes('tabindex="0"'))).toHaveLength(1);
  expect(html).toContain("too few to show");
});

describe("the map", () => {
  test("has the outline of each of the fifty states and DC, where the projection puts places of theirs", () => {
    expect(OUTLINES.map(({ code }) => code).sort()).toEqual([...TILES.keys()].sort());
    // Topeka, Honolulu, Juneau: each falls near the middle of its state's drawing.
    for (const [code, lon, lat, near] of [["KS", -98.4, 38.5, 12], ["HI", -157.8, 21.3, 60], ["CO", -105.5, 39, 12]] as const) {
      const [x, y] = spotOf(lon, lat) ?? [0, 0];
      const [middleX, middleY] = OUTLINES.find((each) => each.code === code)?.middle ?? [0, 0];
      expect([code, Math.hypot(x - middleX, y - middleY) < near]).toEqual([code, true]);
    }
    expect(spotOf(2.35, 48.86)).toBeNull();
  });

  test("draws a circle of kilometres around its place, and none where there is no map", () => {
    const ring = ringOf(-98, 39, 300) ?? "";
    const points = [...ring.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const [cx, cy] = spotOf(-98, 39) ?? [0, 0];
    const radii = points.map(([x, y]) => Math.hypot(x - cx, y - cy));
    expect(Math.max(...radii) / Math.min(...radii)).toBeLessThan(1.1);
    // The states are some 4,500 km wide.
    expect(Math.max(...radii)).toBeGreaterThan((300 / 4800) * MAP_SIZE.width * 0.8);
    expect(ringOf(2.35, 48.86, 300)).toBeNull();
  });
});
