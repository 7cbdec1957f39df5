import { expect, test } from "vitest";
import { answeredMail } from "./answered.mails";

const about = {
  requestId: "r 1",
  systemName: "North Fork",
  destination: "Trellis",
  leaderName: "Dana Reyes",
  leaderEmail: "dana@north.example",
  owner: { id: "ada", name: "Ada", email: "ada@hub.example" },
};

test("whoever looks after the request reads who said what, in their words, and what is left to do", () => {
  const mail = answeredMail(about, { action: "agree" }, "Leave out the budget.");
  expect(mail.paragraphs).toEqual([
    "Hello Ada,",
    "Dana Reyes of North Fork agrees that their request is passed on to Trellis.",
    'In their words: "Leave out the budget."',
    "Nothing has gone out yet: send it from the request's page.",
  ]);
  expect(mail).toMatchObject({ link: "/desk/r%201", replyTo: { address: "dana@north.example" } });
});

test("every answer names to whom the request goes, and whose it is; an answer to the destination's reaches no leader", () => {
  const answers = [{ action: "refuse" }, { action: "acknowledge" }, { action: "turn_down" }, ...(["started", "not_started", "declined"] as const).map((outcome) => ({ action: "settle" as const, outcome }))] as const;
  for (const answer of answers) {
    const mail = answeredMail({ ...about, leaderName: null }, answer, null);
    expect(mail.paragraphs[1]).toMatch(/North Fork/);
    expect(mail.paragraphs[1]).toMatch(/Trellis/);
    expect(mail.paragraphs).toHaveLength(3);
    expect("replyTo" in mail).toBe(!["acknowledge", "turn_down"].includes(answer.action));
  }
});
