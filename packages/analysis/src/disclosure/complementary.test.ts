import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complementary } from "./complementary";

const line = (...cells: [records: number, withheld: boolean][]) => cells.map(([records, withheld]) => ({ cell: records, records, withheld }));
const tenOrNone = (cells: readonly number[]) => [0, 10].some((limit) => (limit === 0 ? sum(cells) === 0 : sum(cells) >= limit));
const sum = (cells: readonly number[]) => cells.reduce((a, b) => a + b, 0);

describe("complementary suppression", () => {
  test("takes the smallest cell shown where one cell alone is withheld", () => {
    expect(complementary(line([40, false], [3, true], [12, false], [25, false]), tenOrNone)).toEqual([12]);
  });

  test("takes nothing where the withheld are many together", () => {
    expect(complementary(line([40, false], [6, true], [7, true]), tenOrNone)).toEqual([]);
  });

  test("takes nothing where only zeros are withheld, or nothing is", () => {
    expect(complementary(line([40, false], [0, true], [0, true]), tenOrNone)).toEqual([]);
    expect(complementary(line([40, false], [12, false]), tenOrNone)).toEqual([]);
  });

  test("leaves what is withheld safe together, or withholds the whole line", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (records) => {
        const cells = records.map((each) => ({ cell: each, records: each, withheld: each < 10 }));
        const also = complementary(cells, tenOrNone);
        const hidden = [...records.filter((each) => each < 10), ...also];
        expect(tenOrNone(hidden) || hidden.length === records.length).toBe(true);
      }),
    );
  });
});
