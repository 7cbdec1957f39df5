import { expect, test } from "vitest";
import { fewSystemsWords } from "./acrossSystems";

const [across, few] = [{ acrossSystems: true }, { acrossSystems: false }];

test("what rises by sessions alone is told apart from what rises across systems", () => {
  expect(fewSystemsWords([across, { acrossSystems: null }], "Sessions")).toBe("");
  expect(fewSystemsWords([across, few], "Requests")).toBe(" Requests are what is tested; with all of one system's as one event, 1 of the 2 does not stand out: a few systems coming and going could look the same.");
  const all = [1, 2, 3].map((many) => fewSystemsWords(Array.from({ length: many }, () => few), "Sessions").replace(/.* event, (.*): a few.*/, "$1"));
  expect(all).toEqual(["it does not stand out", "neither stands out", "none of the 3 stands out"]);
});
