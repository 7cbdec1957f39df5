import { describe, expect, test } from "vitest";
import { leadersWords, OUTCOMES, receivedWords } from "./answerWords";

const STATES = ["DRAFTED", "CONSENT_ASKED", "CONSENTED", "REFUSED", "SENT", "ACKNOWLEDGED", "TURNED_DOWN", "CLOSED", "CANCELLED"] as const;
const PASSED_ON = ["SENT", "ACKNOWLEDGED", "TURNED_DOWN", "CLOSED"] as const;
const referral = { destination: "Trellis", outcome: null, sentAt: "2021-02-02T15:00:00Z", dueAt: "2021-02-07T15:00:00Z" };

describe("what a leader reads of a referral", () => {
  test("is nothing of drafts, and something of all else, which names to whom it goes", () => {
    const said = STATES.map((state) => leadersWords({ ...referral, state }));
    expect(STATES.filter((_, place) => said[place] === null)).toEqual(["DRAFTED"]);
    expect(said.filter((each) => each !== null && !`${each.title} ${each.text}`.includes("Trellis"))).toEqual([]);
  });

  test("says on which day it was passed on, and by when an answer is due", () => {
    for (const state of PASSED_ON) expect(leadersWords({ ...referral, state })?.text).toContain("It went out on Tuesday, February 2");
    expect(leadersWords({ ...referral, state: "SENT" })?.text).toContain("by Sunday, February 7");
  });

  test("says what came of it", () => {
    expect(OUTCOMES.map(({ outcome }) => leadersWords({ ...referral, state: "CLOSED", outcome })?.text.replace("It went out on Tuesday, February 2. ", ""))).toEqual([
      "You and Trellis work together.",
      "Nothing came of it with Trellis.",
      "Trellis could not help.",
    ]);
  });
});

test("those to whom it was sent read that it has ended, or how they reach the leader", () => {
  expect(receivedWords({ destination: "Trellis", state: "CLOSED", contactName: null }).title).toMatch(/its end/);
  expect(receivedWords({ destination: "Trellis", state: "ACKNOWLEDGED", contactName: "Ada" }).text).toContain("Ada puts you in touch");
});

test("whoever turned it down by a slip reads whom to write to", () => {
  expect(receivedWords({ destination: "Trellis", state: "TURNED_DOWN", contactName: "Ada" }).text).toContain("Write to Ada");
});
