import { describe, expect, test } from "vitest";
import type { Figure } from "../figure/figure.type";
import { alertPath, scopeWords } from "./address";
import { findingOf } from "./finding";

const figure = (value: number | null, low: number | null = null, high: number | null = null, n = 12): Figure => ({ value, low, high, n, withheld: value === null ? "TOO_FEW" : null });

describe("a finding", () => {
  test("an estimate is under a threshold only when its whole interval is", () => {
    expect(findingOf("session_rating", 3, figure(2.6, 2.1, 3.1)).holds).toBe(false);
    expect(findingOf("session_rating", 3, figure(2.6, 2.3, 2.9))).toEqual({
      holds: true,
      sentence: "The mean rating of the last 28 days: 2.60 (2.30 to 2.90, n 12); the threshold is 3.00.",
    });
  });

  test("a topic has grown only when it has grown so much, and surely", () => {
    expect(findingOf("topic_growth", 2, figure(2.5, 0.9, 7)).holds).toBe(false);
    expect(findingOf("topic_growth", 2, figure(1.5, 1.1, 2)).holds).toBe(false);
    expect(findingOf("topic_growth", 2, figure(2.5, 1.2, 5)).holds).toBe(true);
  });

  test("what is withheld crosses nothing", () => {
    expect(findingOf("coverage", 1, figure(null))).toEqual({ holds: false, sentence: "The topic's coverage: nothing to tell it from." });
  });
});

describe("an alert's address", () => {
  test("carries its scope as the dashboard writes it", () => {
    expect(alertPath("coverage", { topics: ["FIN-REL"], states: ["VT", "ME"], povertyBands: ["OVER_30"], titleI: false })).toBe("/gaps?states=VT,ME&titleI=false&poverty=OVER_30&topics=FIN-REL");
    expect(alertPath("session_rating", {})).toBe("/impact");
  });

  test("has words", () => {
    const names = { topicRows: [{ code: "FIN-REL", kind: "topic", label: "Relief funds", definition: "", domainCode: "FIN", position: 1 }] as const, stateNames: new Map([["VT", "Vermont"]]), providerNames: new Map() };
    expect(scopeWords({ states: ["VT"], locales: ["RURAL"], topics: ["FIN-REL"] }, names)).toBe("states Vermont; locales rural; topics Relief funds");
    expect(scopeWords({}, names)).toBe("the whole network");
  });
});
