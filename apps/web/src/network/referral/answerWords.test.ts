import { describe, expect, test } from "vitest";
import { isAnswered, leadersWords, OUTCOMES, receivedWords } from "./answerWords";

const STATES = ["DRAFTED", "CONSENT_ASKED", "CONSENTED", "REFUSED", "SENT", "ACKNOWLEDGED", "TURNED_DOWN", "CLOSED", "CANCELLED"] as const;

describe("what a leader reads of a referral", () => {
  test("is nothing of drafts and of what was dropped, and something of all else", () => {
    const silent = STATES.filter((state) => leadersWords({ destination: "Trellis", state, outcome: null }) === null);
    expect(silent).toEqual(["DRAFTED", "CANCELLED"]);
  });

  test("names to whom it goes, whatever it says", () => {
    const said = STATES.flatMap((state) => leadersWords({ destination: "Trellis", state, outcome: state === "CLOSED" ? "STARTED" : null }) ?? []);
    expect(said.filter(({ title, text }) => !`${title} ${text}`.includes("Trellis"))).toEqual([]);
  });

  test("repeats what they said came of it", () => {
    for (const { outcome } of OUTCOMES) expect(leadersWords({ destination: "Trellis", state: "CLOSED", outcome })?.text).toMatch(/Trellis/);
  });
});

test("those to whom it was sent answer until they have turned it down or it has ended", () => {
  expect(STATES.filter((state) => !isAnswered(state))).toEqual(["SENT", "ACKNOWLEDGED"]);
  expect(receivedWords({ destination: "Trellis", state: "CLOSED", contactName: null }).title).toMatch(/its end/);
  expect(receivedWords({ destination: "Trellis", state: "ACKNOWLEDGED", contactName: "Ada" }).text).toContain("Ada puts you in touch");
});
