import { describe, expect, test } from "vitest";
import { checkScope, withoutTopics, type CheckedScope, type ScopeFault, type Vocabulary } from "./scope";

const known: Vocabulary = {
  states: new Set(["CA", "NY"]),
  providers: new Set(["org-1"]),
  topics: new Map([
    ["D1", ["T1", "T2"]],
    ["T1", ["T1"]],
    ["T2", ["T2"]],
    ["NONE", ["NONE"]],
  ]),
};

const EVERYTHING: CheckedScope = {
  from: null,
  to: null,
  states: [],
  regions: [],
  locales: [],
  titleI: null,
  povertyBands: [],
  enrollmentBands: [],
  governance: [],
  providers: [],
  topics: [],
};

const faultOf = (result: CheckedScope | ScopeFault): string | undefined => ("message" in result ? result.field : undefined);

test("no restriction, nulls and empty lists all mean the whole network", () => {
  expect(checkScope({}, known)).toEqual(EVERYTHING);
  expect(checkScope({ from: null, to: null, states: null, titleI: null, topics: null }, known)).toEqual(EVERYTHING);
  expect(checkScope({ states: [], regions: [], providers: [], topics: [] }, known)).toEqual(EVERYTHING);
});

test("that a system is not Title I is a restriction of its own", () => {
  expect(checkScope({ titleI: false }, known)).toEqual({ ...EVERYTHING, titleI: false });
});

describe("days", () => {
  test("a period of no days is fine", () => {
    expect(checkScope({ from: "2020-05-04", to: "2020-05-04" }, known)).toEqual({ ...EVERYTHING, from: "2020-05-04", to: "2020-05-04" });
  });

  test("a period that ends before it begins is refused", () => {
    expect(faultOf(checkScope({ from: "2020-05-05", to: "2020-05-04" }, known))).toBe("scope.from");
  });
});

describe("names", () => {
  test("states are read without case", () => {
    expect(checkScope({ states: ["ca", "NY"] }, known)).toEqual({ ...EVERYTHING, states: ["CA", "NY"] });
  });

  test("a domain stands for its topics, each once", () => {
    expect(checkScope({ topics: ["T2", "D1", "NONE"] }, known)).toEqual({ ...EVERYTHING, topics: ["T2", "T1", "NONE"] });
  });

  test.each([
    ["scope.states", { states: ["CA", "ZZ"] }],
    ["scope.states", { states: [""] }],
    ["scope.states", { states: ["California"] }],
    ["scope.providers", { providers: ["org-2"] }],
    ["scope.topics", { topics: ["T1", "T9"] }],
    ["scope.topics", { topics: ["t1"] }],
    ["scope.topics", { topics: ["__proto__"] }],
  ])("%s names what is not known: %j", (field, scope) => {
    expect(faultOf(checkScope(scope, known))).toBe(field);
  });
});

test("without its topics a scope keeps everything else", () => {
  const scope: CheckedScope = { ...EVERYTHING, states: ["CA"], topics: ["T1"] };
  expect(withoutTopics(scope)).toEqual({ ...EVERYTHING, states: ["CA"] });
});
