import { expect, test } from "vitest";
import { dayText, namesText, plainWord, recordsNoun, recordsScope } from "./words";

test("the drawer says which rows it holds", () => {
  expect(recordsNoun({ kind: "sessions" })).toBe("Calls");
  expect(recordsNoun({ kind: "sessions", rated: true })).toBe("Rated calls");
  expect(recordsNoun({ kind: "requests", standing: "DEMAND" })).toBe("Open and recent requests");
  expect(recordsNoun({ kind: "requests", standing: "WAITING" })).toBe("Requests past the target");
});

test("a figure's own part narrows the page's scope", () => {
  expect(recordsScope({ states: ["CA"] }, { kind: "specialists", within: { topics: ["PER"] } })).toEqual({ states: ["CA"], topics: ["PER"] });
  expect(recordsScope({ states: ["CA"] }, { kind: "engagements" })).toEqual({ states: ["CA"] });
});

test("a day is the network's, not the reader's", () => {
  expect(dayText("2020-06-01T02:00:00Z", "America/New_York")).toBe("May\u00a031,\u00a02020");
});

test("words and names read as people write them", () => {
  expect(plainWord("NO_LONGER_NEEDED")).toBe("no longer needed");
  expect(namesText([{ label: "Scheduling" }, { name: "Ana Ruiz" }])).toBe("Scheduling; Ana Ruiz");
  expect(namesText([])).toBe("–");
});
