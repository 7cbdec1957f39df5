import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { differ, ourWorkSentence, topicShares, topicsSentence } from "./ourWorkFinding";

const figure = (value: number | null, low: number | null = null, high: number | null = null): FigureFields => ({
  value,
  low,
  high,
  n: 50,
  withheld: value === null ? "TOO_FEW" : null,
});

const work = (systems: number, rating: FigureFields) => ({ systemsServed: figure(systems), statesReached: figure(3), sessionRating: rating });

describe("our work beside the network's", () => {
  test("claims a difference only where the intervals leave no room", () => {
    expect(differ(figure(4.9, 4.8, 5), figure(4.6, 4.5, 4.7))).toBe(true);
    expect(differ(figure(4.9, 4.6, 5), figure(4.6, 4.5, 4.7))).toBe(false);
    expect(differ(figure(4.9), figure(null))).toBe(false);
  });

  test("says so in the sentence", () => {
    expect(ourWorkSentence(work(12, figure(4.9, 4.8, 5)), work(99, figure(4.6, 4.5, 4.7)), "Acme")).toBe(
      "Coaches of Acme have served 12 systems in 3 states; their calls are rated 4.9 of 5, above the network's 4.6.",
    );
    expect(ourWorkSentence(work(1, figure(4.7, 4.1, 5)), work(99, figure(4.6, 4.5, 4.7)), "Acme")).toContain("not to be told from the network's 4.6");
    expect(ourWorkSentence(work(0, figure(null)), work(99, figure(4.6)), "Acme")).toBe("No system has been coached by Acme yet.");
  });

  test("a withheld figure of the network is left unsaid", () => {
    expect(ourWorkSentence(work(12, figure(4.9, 4.8, 5)), work(99, figure(null)), "Acme")).toBe("Coaches of Acme have served 12 systems in 3 states; their calls are rated 4.9 of 5.");
  });
});

describe("topics", () => {
  const cell = (key: string, share: FigureFields) => ({ row: { key, label: key }, share });
  const shares = topicShares(
    [cell("A", figure(0.1, 0.05, 0.15)), cell("B", figure(0.4, 0.35, 0.45))],
    [cell("B", figure(0.1, 0.08, 0.12)), cell("C", figure(0.2))],
  );

  test("stand in the order of one's own shares, with the network's beside them", () => {
    expect(shares.map(({ key, own, network }) => [key, own.value, network.value])).toEqual([
      ["B", 0.4, 0.1],
      ["A", 0.1, null],
    ]);
  });

  test("the finding names the one that differs, or that none does", () => {
    expect(topicsSentence(shares)).toBe("B takes more of our coaching than of the network's");
    expect(topicsSentence(shares.slice(1))).toBe("What we coach cannot be told from what the network coaches");
  });
});
