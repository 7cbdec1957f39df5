import { expect, test } from "vitest";
import { hasEnded, mailToBoth, standing, stepStates, turnText } from "./caseWords";

const STATES = ["DRAFTED", "CONSENT_ASKED", "CONSENTED", "REFUSED", "SENT", "ACKNOWLEDGED", "TURNED_DOWN", "CLOSED", "CANCELLED"] as const;

test("of a referral under way one step is now; of one that ended none is", () => {
  for (const state of STATES) expect([state, stepStates(state).filter((step) => step === "now").length]).toEqual([state, hasEnded(state) ? 0 : 1]);
});

test("a referral that came to its end has all steps behind it; one that ended early does not", () => {
  expect(stepStates("CLOSED")).toEqual(["done", "done", "done", "done", "done"]);
  expect(stepStates("TURNED_DOWN")).toEqual(["done", "done", "done", "ended", "ahead"]);
});

test("every state is said in a sentence that names to whom", () => {
  for (const state of STATES) expect(standing(state, "Trellis", state === "CLOSED" ? "STARTED" : null)).toContain("Trellis");
});

test("a clock says whose move it is, and how far it is from due", () => {
  const now = "2021-02-01T12:00:00Z";
  expect(turnText("LEADER", "2021-02-04T12:00:00Z", now)).toEqual({ text: "The leader's move, 3 days left", isOver: false });
  expect(turnText("STAFF", "2021-02-01T02:00:00Z", now)).toEqual({ text: "Your move, 10 h over", isOver: true });
  expect(turnText(null, null, now)).toBeNull();
});

test("a mail to both names both, whatever stands in their addresses", () => {
  expect(mailToBoth("a&b@north.example", "desk@trellis.example")).toBe("mailto:a%26b%40north.example,desk%40trellis.example?subject=May%20I%20introduce%20you%3F");
});
