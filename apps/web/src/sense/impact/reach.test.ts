import { describe, expect, test } from "vitest";
import { readReachBy, reachSentence, type ReachShare } from "./reach";

const share = (label: string, nation: number, value: number | null, low: number | null = null, high: number | null = null): ReachShare => ({
  key: { key: label.toUpperCase(), label },
  served: { value, low, high, n: value === null ? null : 150, withheld: value === null ? "TOO_FEW" : null },
  nation,
});

describe("the finding of reach", () => {
  test("names the locale that is most surely off its part of the nation, in the words of what is counted", () => {
    const shares = [share("City", 0.06, 0.5, 0.42, 0.58), share("Rural", 0.54, 0.17, 0.12, 0.24)];
    expect(reachSentence(shares, "systems")).toBe("City districts are 6.0% of the nation's but 50% of those served");
    expect(reachSentence([share("Rural", 0.19, 0.05)], "students")).toBe("Rural districts have 19% of the nation's students but 5.0% of those reached");
  });

  test("prefers a difference that is sure to one that is only large", () => {
    const shares = [share("City", 0.3, 0.83, 0.47, 1), share("Suburb", 0.43, 0.19, 0.13, 0.25)];
    expect(reachSentence(shares, "students")).toBe("Suburb districts have 43% of the nation's students but 19% of those reached");
  });

  test("claims no difference that the interval leaves room for", () => {
    expect(reachSentence([share("City", 0.45, 0.5, 0.42, 0.58)], "systems")).toBe(
      "No locale's share of the systems reached can be told from its share of the nation's",
    );
  });

  test("takes an exact share for different only where it reads differently", () => {
    expect(reachSentence([share("City", 0.4501, 0.4498)], "students")).toMatch(/^No locale's share of the students reached/);
  });

  test("leaves out what is withheld, and does not take too few for none", () => {
    expect(reachSentence([share("Town", 0.2, null), share("City", 0.06, 0.5, 0.42, 0.58)], "systems")).toMatch(/^City/);
    expect(reachSentence([share("Town", 0.2, null)], "systems")).toBe("Too few systems of any locale to show whom the network reaches");
    const none = { ...share("Town", 0.2, null), served: { value: null, low: null, high: null, n: 0, withheld: "NO_DATA" as const } };
    expect(reachSentence([none], "students")).toBe("No served system has a known locale");
  });
});

test("an address asks for students by their name, and for systems by anything else", () => {
  expect(["students", "Students", "systems", "pupils", undefined].map(readReachBy)).toEqual(["students", "students", "systems", "systems", "systems"]);
});
