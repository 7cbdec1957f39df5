import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backbone, type Link } from "./backbone";
import { cohesion, communities } from "./communities";
import { curveball } from "./curveball";
import { forceLayout } from "./forceLayout";
import { randomSource } from "./testing/random";

// Zachary (1977), An information flow model for conflict and fission in small groups, J. Anthropol. Res. 33, 452–473: who met whom.
const KARATE = `1 2,1 3,2 3,1 4,2 4,3 4,1 5,1 6,1 7,5 7,6 7,1 8,2 8,3 8,4 8,1 9,3 9,3 10,1 11,5 11,6 11,1 12,1 13,4 13,1 14,2 14,3 14,4 14,6 17,7 17,1 18,2 18,1 20,2 20,1 22,2 22,
24 26,25 26,3 28,24 28,25 28,3 29,24 30,27 30,2 31,9 31,1 32,25 32,26 32,29 32,3 33,9 33,15 33,16 33,19 33,21 33,23 33,24 33,30 33,31 33,32 33,9 34,10 34,14 34,15 34,16 34,19 34,20 34,21 34,23 34,
24 34,27 34,28 34,29 34,30 34,31 34,32 34,33 34`;
const karate: Link[] = KARATE.split(",").map((pair) => {
  const [from = 0, to = 0] = pair.trim().split(" ").map(Number);
  return { from: from - 1, to: to - 1, weight: 1 };
});

const links = fc
  .uniqueArray(fc.record({ from: fc.nat(14), step: fc.integer({ min: 1, max: 6 }), weight: fc.integer({ min: 1, max: 9 }) }), { selector: ({ from, step }) => `${from}-${step}`, maxLength: 40 })
  .map((list): Link[] => list.map(({ from, step, weight }) => ({ from, to: from + step, weight })));

describe("communities", () => {
  test("finds in the karate club four groups with the modularity of 0.42 that is the most it has", () => {
    const { groupOf, modularity } = communities(34, karate, randomSource(5).uniform);
    // Brandes et al. (2008), On modularity clustering, IEEE Trans. Knowl. Data Eng. 20(2): 0.4198 is the optimum.
    expect(modularity).toBeGreaterThan(0.415);
    expect(modularity).toBeLessThan(0.41985);
    expect(new Set(groupOf).size).toBe(4);
    // The two who fell out are not in one group.
    expect(groupOf[0]).not.toBe(groupOf[33]);
  });

  test("is the same for the same draws, numbers the largest group 0, and leaves nodes without links alone", () => {
    fc.assert(
      fc.property(links, (list) => {
        const found = communities(21, list, randomSource(9).uniform);
        expect(communities(21, list, randomSource(9).uniform)).toEqual(found);
        const sizes = [...new Set(found.groupOf)].sort((a, b) => a - b).map((group) => found.groupOf.filter((other) => other === group).length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        const linked = new Set(list.flatMap(({ from, to }) => [from, to]));
        const alone = found.groupOf.filter((_, node) => !linked.has(node));
        for (const group of alone) expect(found.groupOf.filter((other) => other === group)).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });

  test("cohesion is the part of a group's weight that stays in it", () => {
    const list = [
      { from: 0, to: 1, weight: 3 },
      { from: 1, to: 2, weight: 1 },
    ];
    expect(cohesion([0, 0, 1, 2], list)).toEqual([0.75, 0, null]);
  });
});

describe("backbone", () => {
  test("keeps what is among the strongest of either end", () => {
    fc.assert(
      fc.property(links, fc.integer({ min: 1, max: 4 }), (list, most) => {
        const kept = backbone(list, most);
        const strongest = (node: number) => list.filter(({ from, to }) => from === node || to === node).toSorted((a, b) => b.weight - a.weight).slice(0, most);
        expect(new Set(kept)).toEqual(new Set(list.filter((link) => strongest(link.from).includes(link) || strongest(link.to).includes(link))));
      }),
    );
  });
});

describe("curveball", () => {
  const lists = fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 6 }), { maxLength: 15 });

  test("keeps the length of each list and the frequency of each thing, without repeats", () => {
    fc.assert(
      fc.property(lists, (given) => {
        const dealt = curveball(given, randomSource(3).uniform);
        expect(dealt.map(({ length }) => length)).toEqual(given.map(({ length }) => length));
        expect(dealt.flat().sort()).toEqual(given.flat().sort());
        for (const list of dealt) expect(new Set(list).size).toBe(list.length);
      }),
    );
  });

  test("breaks up what always goes together", () => {
    const given = Array.from({ length: 60 }, (_, i) => (i < 20 ? [0, 1] : [2 + (i % 5), 7 + (i % 4)]));
    const together = curveball(given, randomSource(4).uniform).filter((list) => list.includes(0) && list.includes(1)).length;
    // 20 × 20 of 60 lists, were they dealt out evenly: 6.7.
    expect(together).toBeGreaterThan(0);
    expect(together).toBeLessThan(14);
  });
});

describe("forceLayout", () => {
  test("fills the square, is the same every time, and puts linked nodes nearer than others", () => {
    const { groupOf } = communities(34, karate, randomSource(5).uniform);
    const points = forceLayout(groupOf, karate);
    expect(forceLayout(groupOf, karate)).toEqual(points);
    expect([Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))]).toEqual([0, 1]);
    const distance = (a: number, b: number) => Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const linked = karate.map(({ from, to }) => distance(from, to));
    const all = points.flatMap((_, a) => points.slice(a + 1).map((__, b) => distance(a, a + 1 + b)));
    expect(mean(linked)).toBeLessThan(0.8 * mean(all));
  });

  test("a single node lies in the middle", () => {
    expect(forceLayout([0], [])).toEqual([{ x: 0.5, y: 0.5 }]);
  });
});
