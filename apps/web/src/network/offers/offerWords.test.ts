import { expect, test } from "vitest";
import { placeWords, systemWords } from "../../offerWords";
import { heading } from "./offerWords";

test("who asks is told without a name", () => {
  expect(systemWords({ stateCode: "OH", locale: "TOWN", enrollmentBand: "FROM_1K_TO_5K", governance: "DISTRICT" })).toBe("A district in a town, OH, with 1,000 to 5,000 students.");
  expect(systemWords({ stateCode: "OH", locale: null, enrollmentBand: "UNKNOWN", governance: null })).toBe("A school system in OH.");
});

test("whoever is asked reads with whom they would coach, and who leads", () => {
  const [ada, ben] = [{ name: "Ada", organisation: "North" }, { name: "Ben", organisation: "South" }];
  expect(placeWords("TEAM", { leads: true, colleagues: [] })).toBe("You would coach there by yourself.");
  expect(placeWords("TEAM", { leads: true, colleagues: [ada, ben] })).toBe("You would lead, with Ada of North and Ben of South.");
  expect(placeWords("TEAM", { leads: false, colleagues: [ada] })).toBe("You would work with Ada of North, who leads.");
  expect(placeWords("TEAM", { leads: false, colleagues: [ada, ben] })).toBe("You would work with Ada of North, who leads, and Ben of South.");
  expect(placeWords("SPECIALIST", { leads: false, colleagues: [ada] })).toBe("You would help Ada of North.");
});

test("the page says what is asked, or what came of it", () => {
  expect(heading("OPEN", null, "TEAM")).toBe("Can you take this on?");
  expect(heading("OPEN", "ACCEPTED", "TEAM")).toBe("You said yes. We wait for the others");
  expect(heading("ACCEPTED", "ACCEPTED", "SPECIALIST")).toBe("Thank you. You join as soon as the leader agrees");
  expect(heading("DECLINED", "DECLINED", "TEAM")).toBe("You said no. Thank you for saying so.");
  expect(heading("WITHDRAWN", null, "TEAM")).toMatch(/taken back/);
});
