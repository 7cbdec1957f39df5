import { expect, test } from "vitest";
import { colleagueMail, leaderAsksMail } from "./ask.mails";

const asking = { requestId: "r1", system: "North Fork", leader: { name: "Dana Reyes", email: "dana@north.example" } };

test("a coach reads who asks for what, in their words, and answers reach the leader", () => {
  const mail = leaderAsksMail({ ...asking, kind: "message", text: "When do you call?", engagementId: "e1" });
  expect(mail.paragraphs).toEqual(["Hello,", "Dana Reyes of North Fork writes to you.", 'In their words: "When do you call?"']);
  expect(mail).toMatchObject({ link: "/caseload/e1", replyTo: { name: "Dana Reyes", address: "dana@north.example" } });
});

test("without a coach it leads to the desk, and a leader without a name is one of their system", () => {
  const mail = leaderAsksMail({ ...asking, leader: { name: null, email: null }, kind: "stop", text: null, engagementId: null });
  expect(mail.paragraphs).toEqual(["Hello,", "Your leader of North Fork would like the coaching to come to its end."]);
  expect(mail.link).toBe("/desk/r1");
  expect(mail).not.toHaveProperty("replyTo");
});

test("a colleague reads who added them, and gets a link of their own", () => {
  const mail = colleagueMail({ ...asking, name: "Lee Park", owner: { id: "ada", name: "Ada Bell", email: "ada@hub.example" } });
  expect(mail.paragraphs.slice(0, 2).join(" ")).toContain("Hello Lee Park, Dana Reyes has asked");
  expect(mail).toMatchObject({ linkTo: { kind: "request", subjectId: "r1" }, replyTo: { name: "Ada Bell" } });
});
