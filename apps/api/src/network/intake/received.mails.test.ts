import { expect, test } from "vitest";
import { render } from "../../jobs/mails/render";
import { newRequestMail, requestReceivedMail } from "./received.mails";

const owner = { id: "ada", name: "Ada Bell", email: "ada@hub.example" };

const textOf = (kind: "request_received" | "request_new", payload: object) =>
  render({ kind, payload: { ...payload, ...(kind === "request_received" && { link: "/my/token" }) }, network: "The network" }, "https://network.example").text;

test("the leader reads who looks after it, what happens next and by when, and where they see it", () => {
  const text = textOf("request_received", requestReceivedMail({ requestId: "r1", system: "North Fork", owner }));
  for (const part of ["We have your request for North Fork.", "Ada Bell reads it now", "within two working days", "https://network.example/my/token", "Answer this mail and it reaches Ada Bell."]) expect(text).toContain(part);
});

test("without an owner nobody is named, and answers go where mail goes", () => {
  const mail = requestReceivedMail({ requestId: "r1", system: "North Fork", owner: null });
  expect(mail).not.toHaveProperty("replyTo");
  expect(textOf("request_received", mail)).toContain("A person reads it now");
});

test("the owner comes to the request, and reads nothing of what it says", () => {
  const text = textOf("request_new", newRequestMail({ requestId: "r 1", system: "North Fork", urgency: "high" }));
  expect(text).toContain("North Fork asks for help, and needs it this week.");
  expect(text).toContain("https://network.example/desk/r%201");
});
