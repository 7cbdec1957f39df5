import { describe, expect, test } from "vitest";
import { callsAhead, callsToLog, caseloadFinding, leftOff, openSteps } from "./caseload";
import type { CaseloadEngagement } from "./caseloadQuery";
import { begunDraft, freshDraft, inputOf, keepDraft, keptDraft } from "./draft";
import { localInput, proposedStart, sharedWords } from "./words";
import { zoneName, zoneReason, ZONES } from "./zone";

const NOW = "2021-02-01T14:00:00.000Z";
const topic = (id: string) => ({ __typename: "Topic" as const, id, label: `Topic ${id}` });
const call = (id: string, startsAt: string) => ({ __typename: "PlannedCall" as const, id, startsAt, minutes: 30, mode: "PHONE" as const, place: null, timeZone: "America/Chicago" });
const step = (id: string, due: string | null, doneAt: string | null = null) => ({ __typename: "Step" as const, id, text: `Step ${id}`, who: "LEADER" as const, due, doneAt });

const engagement = (more: Partial<CaseloadEngagement> = {}): CaseloadEngagement =>
  ({
    id: "e",
    mayLog: true,
    leads: true,
    matchedAt: "2021-01-04T12:00:00Z",
    closedAt: null,
    coaches: [],
    request: { id: "r", topics: [topic("a")], leader: null, system: { id: "s", name: "North Creek", state: "OH" } },
    lastSession: null,
    plannedCalls: [],
    steps: [],
    leaderAsks: [],
    ...more,
  }) as unknown as CaseloadEngagement;

describe("what a caseload says", () => {
  test("a call whose time has come is to be logged, any other is ahead, each the soonest first", () => {
    const all = [engagement({ plannedCalls: [call("later", "2021-02-09T15:00:00Z"), call("behind", NOW)] }), engagement({ id: "f", plannedCalls: [call("soon", "2021-02-01T14:00:01Z")] })];
    expect(callsToLog(all, NOW).map((each) => each.call.id)).toEqual(["behind"]);
    expect(callsAhead(all, NOW).map((each) => each.call.id)).toEqual(["soon", "later"]);
  });

  test("what is due first comes first, what has no day last, what is done not at all", () => {
    expect(openSteps({ steps: [step("x", null), step("y", "2021-02-05"), step("z", "2021-02-02"), step("w", "2021-01-01", NOW)] }).map(({ id }) => id)).toEqual(["z", "y", "x"]);
  });

  test("it is taken up at the next step, else at what was coached last", () => {
    expect(leftOff(engagement())).toBe("No call yet.");
    const lastSession = { id: "x", heldAt: NOW, minutes: null, topics: [topic("a"), topic("b")] };
    expect(leftOff(engagement({ lastSession } as never))).toBe("Last about Topic a, Topic b.");
    expect(leftOff(engagement({ lastSession, steps: [step("x", null)] } as never))).toBe("Next: Step x");
  });

  test("the sentence counts what waits, and tells the next call in the reader's own time", () => {
    expect(caseloadFinding([], NOW)).toBe("You coach nobody just now.");
    expect(caseloadFinding([engagement()], NOW)).toBe("No call is planned.");
    const busy = engagement({ plannedCalls: [call("behind", NOW), call("ahead", "2021-02-02T18:30:00Z")], leaderAsks: [{ id: "k", kind: "MORE", text: null, at: NOW }] as never });
    expect(caseloadFinding([busy], NOW, "America/Chicago")).toBe("One call waits to be logged. One leader asks for something. Next call: Tue, Feb 2, 12:30 PM CST, North Creek.");
  });
});

describe("a draft", () => {
  test("begins with the topics of the last call, else of the request, and the length that was planned", () => {
    expect(freshDraft(engagement(), null, "id")).toMatchObject({ topics: ["a"], minutes: 45 });
    const again = engagement({ lastSession: { id: "x", heldAt: NOW, minutes: 60, topics: [topic("b")] }, plannedCalls: [call("p", NOW)] } as never);
    expect(freshDraft(again, null, "id")).toMatchObject({ topics: ["b"], minutes: 60 });
    expect(freshDraft(again, "p", "id")).toMatchObject({ plannedCallId: "p", minutes: 30, mode: "PHONE" });
  });

  test("is sent as it is meant: empty lines are nothing, and no time is when it was planned", () => {
    const draft = { ...freshDraft(engagement({ plannedCalls: [call("p", NOW)] }), "p", "id"), step: "  Read  ", stepDue: "2021-02-05", note: "  " };
    expect(inputOf(draft, "e")).toMatchObject({ id: "id", heldAt: NOW, note: null, steps: [{ text: "Read", who: "LEADER", due: "2021-02-05" }] });
    expect(inputOf({ ...freshDraft(engagement(), null, "id"), step: " " }, "e")).toMatchObject({ heldAt: null, steps: [] });
  });

  test("goes on where it was left, but for another planned call; of one that is planned no more it keeps when it began", () => {
    const planned = engagement({ plannedCalls: [call("p", NOW), call("q", NOW)] });
    const kept = { ...freshDraft(planned, "p", "id"), step: "Half a sen" };
    expect(begunDraft(planned, null, kept, "new")).toEqual(kept);
    expect(begunDraft(planned, "q", kept, "new")).toMatchObject({ id: "new", step: "" });
    expect(inputOf(begunDraft(engagement(), null, kept, "new"), "e")).toMatchObject({ id: "id", plannedCallId: null, heldAt: NOW });
  });

  test("is kept for a day on this device, for whoever wrote it and that relationship alone", () => {
    const held = new Map<string, string>();
    const storage = { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value), removeItem: (key: string) => void held.delete(key) } as unknown as Storage;
    const draft = freshDraft(engagement(), null, "id");
    keepDraft("ada", "e", storage, draft, 0);
    expect([keptDraft("ada", "e", storage, 1), keptDraft("ben", "e", storage, 1), keptDraft("ada", "f", storage, 1), keptDraft("ada", "e", storage, 86_400_000)]).toEqual([draft, null, null, null]);
    keepDraft("ada", "e", storage, null, 0);
    expect(held.size).toBe(0);
  });
});

test("a next call is proposed two weeks on at the same time of day, and never before tomorrow", () => {
  expect(proposedStart("2021-01-29T16:00:00.000Z", NOW).toISOString()).toBe("2021-02-12T16:00:00.000Z");
  expect(proposedStart("2020-06-29T16:10:00.000Z", NOW).toISOString()).toBe("2021-02-02T16:30:00.000Z");
  expect(proposedStart(null, NOW).toISOString()).toBe("2021-02-02T14:00:00.000Z");
});

test("a time goes into a field and comes out the same", () => {
  const instant = new Date("2021-03-14T09:30:00Z");
  expect(new Date(localInput(instant))).toEqual(instant);
});

test("a time zone is named as people say it, no two alike, with why it is proposed", () => {
  expect([zoneName("America/Chicago"), zoneName("America/Phoenix")]).toEqual(["Central Time (Chicago)", "Mountain Standard Time (Phoenix)"]);
  expect(new Set(ZONES.map(zoneName)).size).toBe(ZONES.length);
  expect(zoneReason({ timeZone: "America/Chicago", source: "MOST_OF_STATE", stateName: "Tennessee" })).toBe("The time of most of Tennessee, which has two: make sure.");
});

test("of few others no number is told", () => {
  expect(sharedWords(null, null)).toBe("Shared in few relationships elsewhere so far.");
  expect(sharedWords(5, null)).toBe("Shared in 5 or more relationships elsewhere.");
});
