import { expect, test } from "vitest";
import { broken, labelPlaces, LABEL_LINE, spread } from "./labelPlaces";

const frame = { width: 900, height: 600 };

/** Draws that are the same every time. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test("dots stand apart and within the frame, and do not move where they already do", () => {
  const next = draws(7);
  const dots = Array.from({ length: 50 }, () => ({ x: 200 + 500 * next(), y: 100 + 400 * next() }));
  const moved = spread(dots, 40, frame);
  moved.forEach((one, index) => {
    for (const other of moved.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30);
    expect([one.x >= 0 && one.x <= 900, one.y >= 0 && one.y <= 600]).toEqual([true, true]);
  });
  const still = [{ x: 0, y: 0 }, { x: 50, y: 0 }];
  expect(spread(still, 40, frame)).toEqual(still);
  const same = spread([{ x: 5, y: 5 }, { x: 5, y: 5 }], 40, frame);
  expect(Math.hypot((same[0]?.x ?? 0) - (same[1]?.x ?? 0), (same[0]?.y ?? 0) - (same[1]?.y ?? 0))).toBeGreaterThan(30);
});

test("labels that are said to be free lie in no other's way, and the weightier ones are free", () => {
  const next = draws(3);
  const dots = spread(Array.from({ length: 40 }, () => ({ x: 900 * next(), y: 600 * next() })), 44, frame).map((dot, index) => ({ ...dot, radius: 6, label: `A topic of number ${index}`, weight: index }));
  const places = labelPlaces(dots, frame);
  expect(places).toHaveLength(40);
  const boxes = places.filter(({ isFree }) => isFree).map(({ lines, anchor, x, y }) => {
    const width = Math.max(...lines.map(({ length }) => length)) * 6.5;
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return { left, right: left + width, top: y - 10, bottom: y - 10 + lines.length * LABEL_LINE };
  });
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      expect(one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1).toBe(true);
    }
  });
  expect(places.slice(30).filter(({ isFree }) => isFree).length).toBeGreaterThanOrEqual(8);
});

test("a long name breaks between words", () => {
  expect(broken("Social and emotional learning for adults")).toEqual(["Social and emotional", "learning for adults"]);
});
