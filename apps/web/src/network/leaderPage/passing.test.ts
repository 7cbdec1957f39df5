import { expect, test } from "vitest";
import { passing } from "./passing";
import { finding, next } from "./words";

const referral = { id: "k", destination: "Trellis", state: "SENT", sentAt: "2021-02-02T15:00:00Z", outcome: null } as const;
const open = { withdrawnAt: null, matchedAt: null, closedAt: null, owner: { name: "Ada Bell", email: "a@b.c" }, team: [], calls: [], heldAt: [], referrals: [referral] };
const at = (state: "CONSENT_ASKED" | "CONSENTED" | "SENT" | "ACKNOWLEDGED" | "CLOSED" | "REFUSED" | "TURNED_DOWN" | "CANCELLED", outcome: "STARTED" | "DECLINED" | null = null) => ({ ...open, referrals: [{ ...referral, state, outcome }] });

test("a request that was passed on is with somebody else, and no coaches are looked for", () => {
  for (const state of ["SENT", "ACKNOWLEDGED", "CLOSED"] as const) {
    expect(finding(at(state), false)).toContain("Trellis");
    expect(next(at(state))).not.toContain("coaches");
    expect(passing(at(state))?.isGone).toBe(true);
  }
  expect(finding(at("CLOSED"), false)).toContain("Tuesday, February 2");
  expect(finding(at("CLOSED", "STARTED"), false)).toBe("You and Trellis work together");
});

test("a leader who is asked reads so first, and nothing is gone before they agree", () => {
  expect(finding(at("CONSENT_ASKED"), false)).toBe("We have a question for you");
  expect([passing(at("CONSENT_ASKED")), passing(at("CONSENTED"))]).toMatchObject([{ isGone: false, needsCoaches: true }, { isGone: false, needsCoaches: false }]);
});

test("what came to nothing stands as before, and a person looks for another way", () => {
  for (const state of ["REFUSED", "TURNED_DOWN", "CANCELLED"] as const) {
    expect(finding(at(state), false)).toBe("Your request is with Ada Bell");
    expect(next(at(state))).toBe("Ada Bell looks for another way to help, and writes to you.");
  }
});

test("coaching, and an end, come before any referral", () => {
  expect(passing({ ...open, matchedAt: "2021-02-03T00:00:00Z" })).toBeNull();
  expect(next({ ...open, withdrawnAt: "2021-02-03T00:00:00Z" })).toContain("Nobody works on it");
});
