import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capacityByTopic } from "./capacity";

const topics = fc.array(fc.constantFrom("A1", "A2", "B1", "B2", "C1"), { maxLength: 6 });
const specialists = fc.array(
  fc.record({
    topics,
    hours: fc.option(fc.integer({ min: 0, max: 40 })),
    organisation: fc.constantFrom("north", "south", "east"),
  }),
  { maxLength: 20 },
);

describe("capacityByTopic", () => {
  test("splits hours evenly over the topics listed", () => {
    const { byTopic, hours } = capacityByTopic([
      { topics: ["A1", "A2"], hours: 10, organisation: "north" },
      { topics: ["A1"], hours: 4, organisation: "north" },
      { topics: ["A1", "A2", "B1", "B2"], hours: 20, organisation: "south" },
    ]);
    expect(byTopic.get("A1")).toEqual({ specialists: 3, organisations: 2, hours: 14 });
    expect(byTopic.get("A2")).toEqual({ specialists: 2, organisations: 2, hours: 10 });
    expect(byTopic.get("B1")).toEqual({ specialists: 1, organisations: 1, hours: 5 });
    expect(byTopic.get("C1")).toBeUndefined();
    expect(hours).toBe(34);
  });

  test("a specialist of unknown hours counts as one, with no hours", () => {
    const { byTopic, hours } = capacityByTopic([{ topics: ["A1"], hours: null, organisation: "north" }]);
    expect(byTopic.get("A1")).toEqual({ specialists: 1, organisations: 1, hours: 0 });
    expect(hours).toBe(0);
  });

  test("a topic listed twice counts once", () => {
    const { byTopic } = capacityByTopic([{ topics: ["A1", "A1", "A2"], hours: 6, organisation: "north" }]);
    expect(byTopic.get("A1")).toEqual({ specialists: 1, organisations: 1, hours: 3 });
  });

  test("hours for no topic are no capacity", () => {
    expect(capacityByTopic([{ topics: [], hours: 8, organisation: "north" }])).toEqual({ byTopic: new Map(), hours: 0 });
  });

  test("the topics' hours sum to all hours, in whatever order the specialists come", () => {
    fc.assert(
      fc.property(specialists, (list) => {
        const { byTopic, hours } = capacityByTopic(list);
        const reversed = capacityByTopic(list.toReversed());
        let sum = 0;
        for (const [topic, offer] of byTopic) {
          sum += offer.hours;
          const other = reversed.byTopic.get(topic);
          expect(other?.hours).toBeCloseTo(offer.hours, 10);
          expect([other?.specialists, other?.organisations]).toEqual([offer.specialists, offer.organisations]);
          expect(offer.specialists).toBe(list.filter((each) => each.topics.some((listed) => listed === topic)).length);
          expect(offer.organisations).toBeLessThanOrEqual(Math.min(3, offer.specialists));
        }
        expect(sum).toBeCloseTo(hours, 10);
      }),
    );
  });

  test.each([-1, NaN, Infinity])("rejects %s hours", (hours) => {
    expect(() => capacityByTopic([{ topics: ["A1"], hours, organisation: "north" }])).toThrow(RangeError);
  });
});
