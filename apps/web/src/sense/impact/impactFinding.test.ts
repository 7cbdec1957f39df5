import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { challengeSentence, impactSentence, ratingsSentence, survivalSentence } from "./impactFinding";

const figure = (value: number | null, low: number | null = null, high: number | null = null, n = 100): FigureFields => ({
  value,
  low,
  high,
  n,
  withheld: value === null ? "TOO_FEW" : null,
});

describe("the page's sentence", () => {
  test("says how far, how good and how lasting", () => {
    const said = { systemsServed: figure(149), statesReached: figure(38), sessionRating: figure(4.75), sustainedFourMonths: figure(0.53) };
    expect(impactSentence(said)).toBe(
      "149 systems in 38 states have been coached; calls are rated 4.75 of 5, and 53% of relationships last four months or more.",
    );
  });

  test("says of how few a percentage is", () => {
    const said = { systemsServed: figure(5), statesReached: figure(2), sessionRating: figure(null), sustainedFourMonths: figure(1, null, null, 6) };
    expect(impactSentence(said)).toBe("5 systems in 2 states have been coached; 100% of 6 relationships last four months or more.");
  });

  test("says about how many where a count is protected", () => {
    const said = { systemsServed: figure(164, 160, 168), statesReached: figure(39, 35, 43), sessionRating: figure(null), sustainedFourMonths: figure(null) };
    expect(impactSentence(said)).toBe("About 164 systems in 39 states have been coached.");
  });

  test("leaves unsaid what is withheld", () => {
    const said = { systemsServed: figure(1), statesReached: figure(1), sessionRating: figure(null), sustainedFourMonths: figure(null) };
    expect(impactSentence(said)).toBe("1 system in 1 state has been coached.");
  });

  test("does not take too few to show for none", () => {
    const hidden = { systemsServed: figure(null), statesReached: figure(null), sessionRating: figure(null), sustainedFourMonths: figure(null) };
    expect(impactSentence(hidden)).toBe("Too few systems have been coached here to say how many.");
  });

  test("does not praise where nobody was coached", () => {
    const none = { systemsServed: figure(0), statesReached: figure(0), sessionRating: figure(null), sustainedFourMonths: figure(null) };
    expect(impactSentence(none)).toBe("No system has been coached in this part of the network.");
  });
});

test("a median that is not reached yet is said as such", () => {
  expect(survivalSentence(figure(4.3), figure(0.53))).toBe("Half of relationships last 4.3 months or more");
  expect(survivalSentence({ ...figure(null), withheld: "NOT_REACHED" }, figure(0.62))).toBe(
    "62% of relationships last four months; half have not ended yet",
  );
  expect(survivalSentence(figure(null), figure(null))).toBe("How long relationships last cannot be told yet");
});

test("the work is called harder only beyond the intervals", () => {
  const calls = (last: FigureFields) => [
    { call: 1, level: figure(1.5, 1.4, 1.6) },
    { call: 2, level: last },
  ];
  expect(challengeSentence(calls(figure(2.1, 1.9, 2.3)))).toBe("The work gets harder call by call: from 1.5 at call 1 to 2.1 at call 2");
  expect(challengeSentence(calls(figure(1.7, 1.5, 1.9)))).toBe("Early and later calls cannot be told apart in difficulty");
  expect(challengeSentence(calls(figure(null)))).toBe("Too few calls to see whether the work gets harder");
});

test("ratings name their largest part", () => {
  expect(ratingsSentence([{ rating: 4, count: 20 }, { rating: 5, count: 80 }], 100)).toBe("80% of rated calls got five of five");
  expect(ratingsSentence([{ rating: 5, count: 80 }], null)).toBe("Too few ratings to show how they are spread");
  expect(ratingsSentence([], 0)).toBe("No call has been rated yet");
  expect(ratingsSentence([{ rating: 4, count: 20 }], 40)).toBe("Too few ratings to show how they are spread");
});
