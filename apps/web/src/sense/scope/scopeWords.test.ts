import { expect, test } from "vitest";
import { scopeChips, scopeOfKey, type ScopeNames } from "./scopeWords";

const names: ScopeNames = {
  states: new Map([["CA", "California"]]),
  providers: new Map([["p1", "Coaching Partners"]]),
  topics: new Map([["PER", "Personalization"]]),
};

test("each filter is one chip, called by its name, and knows the scope without it", () => {
  const chips = scopeChips({ from: "2020-05-01", to: "2020-06-01", states: ["CA", "ZZ"], titleI: false }, names);
  expect(chips.map(({ label }) => label)).toEqual(["May 2020", "California", "ZZ", "Not Title I"]);
  expect(chips.map(({ rest }) => rest)).toEqual([
    { states: ["CA", "ZZ"], titleI: false },
    { from: "2020-05-01", to: "2020-06-01", states: ["ZZ"], titleI: false },
    { from: "2020-05-01", to: "2020-06-01", states: ["CA"], titleI: false },
    { from: "2020-05-01", to: "2020-06-01", states: ["CA", "ZZ"] },
  ]);
});

test("the whole network has no chips", () => {
  expect(scopeChips({}, names)).toEqual([]);
});

test.each([
  ["TOPIC", "STU-ACC", { topics: ["STU-ACC"] }],
  ["DOMAIN", "STU", { topics: ["STU"] }],
  ["MONTH", "2020-05", { from: "2020-05-01", to: "2020-06-01" }],
  ["LOCALE", "RURAL", { locales: ["RURAL"] }],
  ["TITLE_I", "false", { titleI: false }],
  ["POVERTY_BAND", "UNKNOWN", { povertyBands: ["UNKNOWN"] }],
] as const)("the key %s %s filters", (dimension, key, scope) => {
  expect(scopeOfKey(dimension, key)).toEqual(scope);
});

test.each([
  ["LOCALE", "UNKNOWN"],
  ["TITLE_I", "UNKNOWN"],
  ["CHALLENGE_LEVEL", "2"],
])("no filter says %s %s", (dimension, key) => {
  expect(scopeOfKey(dimension, key)).toBeNull();
});
