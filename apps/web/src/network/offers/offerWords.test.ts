import { expect, test } from "vitest";
import { systemWords } from "../../offerWords";
import { heading } from "./offerWords";

test("who asks is told without a name", () => {
  expect(systemWords({ stateCode: "OH", locale: "TOWN", enrollmentBand: "FROM_1K_TO_5K", governance: "DISTRICT" })).toBe("A district in a town, OH, with 1,000 to 5,000 students.");
  expect(systemWords({ stateCode: "OH", locale: null, enrollmentBand: "UNKNOWN", governance: null })).toBe("A school system in OH.");
});

test("the page says what is asked, or what came of it", () => {
  expect(heading("OPEN", null, "TEAM")).toBe("Can you take this on?");
  expect(heading("OPEN", "ACCEPTED", "TEAM")).toBe("You said yes. We wait for the others");
  expect(heading("ACCEPTED", "ACCEPTED", "SPECIALIST")).toBe("Thank you. You join as soon as the leader agrees");
  expect(heading("DECLINED", "DECLINED", "TEAM")).toBe("You said no. Thank you for saying so.");
  expect(heading("WITHDRAWN", null, "TEAM")).toMatch(/taken back/);
});
