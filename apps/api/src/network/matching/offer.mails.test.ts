import { expect, test } from "vitest";
import { render } from "../../jobs/mails/render";
import type { OfferFacts } from "./offerFacts.loader";
import { engagementBegun, offerDeclined, offerMade, requestMatched, specialistJoins, type Message } from "./offer.mails";

const coach = (id: string, name: string, organisation: string) => ({ id, name, email: `${id}@test.example`, organisation, answer: null });
const FACTS: OfferFacts = {
  requestId: "r1", systemName: "Elm Valley", stateCode: "OH", locale: "TOWN", enrollmentBand: "FROM_1K_TO_5K", governance: "DISTRICT", urgency: "high", submittedAt: "2021-01-31T12:00:00Z",
  leaderName: "Lee Leader", leaderEmail: "lee@elm.example", languages: [], topics: ["MBP-GRD"], topicLabels: ["Grading", "Families"],
  coaches: [coach("ada", "Ada", "North"), coach("ben", "Ben", "South")], team: [], owner: { id: "o", name: "Olga", email: "olga@hub.example" },
};
const OFFER = { id: "f1", kind: "team", dueAt: new Date("2021-02-03T14:00:00Z"), madeByName: "Olga", message: null } as const;

/** A mail as it is read. */
const text = ([message]: readonly Message[]): string => (message ? render({ kind: message.kind, payload: { link: "/x", ...message.payload }, network: "Net" }, "https://net.example").text : "");

test("who is asked reads what is asked and by when in their own time, and no name of whoever asks", () => {
  const [, ben] = FACTS.coaches;
  if (!ben) throw new Error("Ben is there.");
  const said = text(offerMade(FACTS, OFFER, ben, "America/Denver"));
  expect(said).toContain("A district in a town (OH) with 1,000 to 5,000 students asks for help with Grading; Families. It is urgent.");
  expect(said).toContain("You would coach together with Ada of North, who leads.");
  expect(said).toContain("Please say by Wednesday, February 3 at 7:00 AM MST whether you can.");
  expect(said).not.toMatch(/Elm|Lee/);
});

test("a leader reads who comes, from where, and what happens next; an answer reaches a person", () => {
  const [mail] = requestMatched(FACTS);
  expect(mail).toMatchObject({ kind: "request_matched", to: "lee@elm.example", payload: { linkTo: { kind: "request", subjectId: "r1" }, replyTo: { name: "Olga", address: "olga@hub.example" } } });
  expect(text(requestMatched(FACTS))).toContain("Your coaches are Ada of North, who leads, and Ben of South.");
});

test("the lead is told to write, the others who does, and whoever has no address is left out", () => {
  const said = engagementBegun({ ...FACTS, coaches: FACTS.coaches.map((each) => ({ ...each, email: each.id === "ben" ? null : each.email })) }, "e1");
  expect(said.map(({ to }) => to)).toEqual(["ada@test.example"]);
  expect(text(said)).toContain("You lead: please write to lee@elm.example within two working days");
});

test("nobody is written to where nobody is known", () => {
  const bare = { ...FACTS, owner: null, leaderEmail: null };
  const [ada] = FACTS.coaches;
  if (!ada) throw new Error("Ada is there.");
  expect([...requestMatched(bare), ...offerDeclined(bare, ada, "no_time", null), ...specialistJoins(bare, ada)]).toEqual([]);
});
