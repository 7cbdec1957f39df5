import { describe, expect, test } from "vitest";
import { namesTheLeader, prefilled, withoutNames } from "./prefilled";

const request = {
  narrative: "Maya Ortiz here, from North Fork Schools. Call me at (555) 123-4567 or maya.ortiz@northfork.example, see https://northfork.example/plan. Maya",
  topics: [{ label: "Financial modelling" }, { label: "Roles" }],
  leader: { name: "Maya Ortiz", email: "maya.ortiz@northfork.example" },
  system: { name: "North Fork Schools", stateName: "Ohio", governance: "DISTRICT" },
} as const;

describe("what a draft begins with", () => {
  test("says what is asked and where, and not by whom", () => {
    expect(prefilled(request)).toBe(
      "A school district in Ohio asks for help with financial modelling and roles. In the leader's words:\n\n[name] here, from [our system]. Call me at [number] or [address], see [link] [name]",
    );
  });

  test("is a sentence where nothing was written and nothing is known", () => {
    expect(prefilled({ ...request, narrative: null, topics: [], system: { ...request.system, governance: null } })).toBe("A school system in Ohio asks for help.");
  });

  test("never holds the leader's name or address, wherever they stand among the words", () => {
    const words = ["we need", "Maya", "Ortiz", "MAYA", "maya.ortiz@northfork.example", "Maya Ortiz,", "help."];
    for (const one of words)
      for (const two of words)
        for (const three of words) {
          const text = prefilled({ ...request, narrative: [one, two, three].join(" ") });
          expect(text).not.toMatch(/maya|ortiz/i);
          expect(namesTheLeader(text, request)).toBe(false);
        }
  });
});

test("a part of another word is no name", () => {
  expect(withoutNames("The mayan unit", { ...request, leader: { name: "Maya", email: null } })).toBe("The mayan unit");
});

test("a name or an address that staff add is seen", () => {
  expect(namesTheLeader("Write to Maya Ortiz.", request)).toBe(true);
  expect(namesTheLeader("Write to MAYA.ORTIZ@northfork.example.", request)).toBe(true);
});
