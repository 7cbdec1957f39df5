import { expect, test } from "vitest";
import { coverageByTopic, dependences } from "./fragility";

const SPECIALISTS = [
  { organisation: "a", hours: 20, topics: ["x", "y"] },
  { organisation: "a", hours: null, topics: ["z"] },
  { organisation: "b", hours: 10, topics: ["x"] },
  { organisation: "c", hours: 30, topics: ["w"] },
];
const DEMAND = new Map([["x", 2], ["y", 1], ["w", 3], ["v", 0]]);

test("what hangs on an organisation are the topics that nobody else lists, hours known or not", () => {
  const [a, b, c] = dependences(SPECIALISTS, DEMAND);
  expect([a?.organisation, b?.organisation, c?.organisation]).toEqual(["a", "b", "c"]);
  expect([a?.onlyHere, b?.onlyHere, c?.onlyHere]).toEqual([["y", "z"], [], ["w"]]);
  expect([a?.specialists, a?.hours, a?.hoursByTopic.get("x")]).toEqual([2, 20, 10]);
});

test("a topic would fall short where others' hours are a smaller share than demand", () => {
  // x has 20 of 60 hours for 2 of 6 tags: covered exactly. Without a it has 10 of 40, without b 10 of 50.
  expect(coverageByTopic(new Map([["x", 20], ["y", 10], ["w", 30]]), DEMAND).get("x")).toBeCloseTo(1, 12);
  const [a, b] = dependences(SPECIALISTS, DEMAND);
  expect([a?.wouldFallShort, b?.wouldFallShort]).toEqual([["x"], ["x"]]);
});

test("a topic that nobody asks for has no coverage, and one that nobody offers has none either: 0", () => {
  const covered = coverageByTopic(new Map([["y", 5]]), DEMAND);
  expect([covered.has("v"), covered.get("x")]).toEqual([false, 0]);
  expect(coverageByTopic(new Map(), DEMAND).get("x")).toBe(0);
});
