import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowsBetween, keptFrom, onTopic, type DriftRecord } from "./drift";
import { randomSource } from "./testing/random";

const topics = fc.option(fc.uniqueArray(fc.constantFrom<string>("A", "B", "C", "D"), { maxLength: 3 }), { nil: null });
const records = fc.array(fc.record({ asked: topics, tagged: topics, coached: topics }), { maxLength: 40 });

/** A network of twelve topics in which some requests on `0` turn out to be about `1`. */
function simulate(seed: number, drifting: number): DriftRecord[] {
  const random = randomSource(seed);
  const pick = () => String(Math.floor(random.uniform() * 12));
  return Array.from({ length: 250 }, (_, index) => {
    if (index < drifting) return { asked: ["0"], tagged: ["1"], coached: ["1", pick()] };
    const asked = [...new Set([pick(), pick()])];
    return { asked, tagged: asked, coached: [...new Set([...asked.filter(() => random.uniform() < 0.7), pick()])] };
  });
}

const found = (given: readonly DriftRecord[]) => flowsBetween(given, "asked", "coached").filter(({ qValue }) => qValue !== null && qValue < 0.05);

describe("flows", () => {
  test("a planted drift is found, and asking for both is none", () => {
    expect(found(simulate(3, 15)).map(({ from, to }) => `${from} ${to}`)).toEqual(["0 1"]);
    const both = simulate(3, 0).map((record) => (record.asked?.includes("0") ? { ...record, asked: ["0", "1"], coached: ["0", "1"] } : record));
    expect(found(both).filter(({ from, to }) => from === "0" && to === "1")).toEqual([]);
  });

  test("of 40 networks without any, few show one", () => {
    const wrong = Array.from({ length: 40 }, (_, run) => found(simulate(100 + run, 0)).length > 0).filter(Boolean).length;
    expect(wrong).toBeLessThanOrEqual(5);
  });

  test("count every request that came to a topic it was not on, and no other", () => {
    fc.assert(
      fc.property(records, (given) => {
        for (const { from, to, moved, of, others, allOthers } of flowsBetween(given, "asked", "coached")) {
          const known = given.filter(({ asked, coached }) => asked !== null && coached !== null && !asked.includes(to));
          expect(of + allOthers).toBe(known.length);
          expect(moved + others).toBe(known.filter(({ coached }) => coached?.includes(to)).length);
          expect(moved).toBe(known.filter(({ asked, coached }) => asked?.includes(from) && coached?.includes(to)).length);
        }
      }),
    );
  });
});

test("what is kept is no more than what there was, and what was not recorded is not lost", () => {
  fc.assert(
    fc.property(records, (given) => {
      const { kept, of } = keptFrom(given, "asked", "tagged", "A");
      expect(kept).toBeLessThanOrEqual(of);
      expect(of).toBeLessThanOrEqual(onTopic(given, "asked", "A"));
    }),
  );
  expect(keptFrom([{ asked: ["A"], tagged: null, coached: null }, { asked: ["A"], tagged: ["A"], coached: null }], "asked", "tagged", "A")).toEqual({ kept: 1, of: 1 });
});
