import { describe, expect, test } from "vitest";
import { beside } from "./deskPlace";
import { changeSaid, clock, deskFinding, excerpt, moveOf, sinceText, span } from "./stepWords";
import { marksOf, offeredTopics, piecesOf } from "./tags";

const NOW = "2021-02-01T14:00:00Z";

test("a clock says how far over a step is, or how long there is", () => {
  expect(clock("2021-01-29T14:00:00Z", 72, NOW)).toEqual({ text: "3 days over", state: "over" });
  expect(clock("2021-02-01T20:00:00Z", null, NOW)).toEqual({ text: "6 h left", state: "soon" });
  expect(clock("2021-02-05T14:00:00Z", null, NOW)).toEqual({ text: "4 days left", state: "ahead" });
  expect([0.001, 0.5, 1, 47.4, 48].map(span)).toEqual(["1 min", "30 min", "1 h", "47 h", "2 days"]);
});

test("whose move it is depends on who reads", () => {
  const ada = { id: "a", name: "Ada" };
  expect(moveOf("OWNER", ada, "a")).toBe("your move");
  expect(moveOf("OWNER", ada, "b")).toBe("Ada's move");
  expect(moveOf("OWNER", null, "b")).toBe("nobody's move yet");
  expect(moveOf("COACHES", ada, "a")).toBe("the coaches' move");
});

test("a step says since when it waits, where its name does not", () => {
  expect(sinceText("STALLED", "2020-12-02T16:30:00Z")).toBe("no call since Dec 2");
  expect(sinceText("CALL_AHEAD", "2020-12-02T16:30:00Z")).toBeNull();
});

test("the finding counts what is overdue and what is nobody's", () => {
  const counts = { all: 30, mine: 4, nobodys: 1, overdue: 2 };
  expect(deskFinding(counts, "ALL")).toBe("2 requests are overdue. 1 request is nobody's.");
  expect(deskFinding({ ...counts, overdue: 0, nobodys: 0 }, "MINE")).toBe("No request of yours is overdue.");
  expect(deskFinding({ all: 0, mine: 0, nobodys: 0, overdue: 0 }, "ALL")).toBe("Nothing waits on the desk.");
});

test("a quiet change is said in one sentence, and nothing where nothing changed", () => {
  const row = (id: string) => ({ id, system: `System ${id}` });
  expect(changeSaid(null, [row("a")])).toBeNull();
  expect(changeSaid(["a"], [row("a")])).toBeNull();
  expect(changeSaid(["a"], [row("b"), row("a")])).toBe("New in the queue: System b.");
  expect(changeSaid(["a"], [row("b"), row("c")])).toBe("2 requests are new in the queue.");
  expect(changeSaid(["a", "b"], [row("a")])).toBe("1 request left the queue.");
});

test("beside a request stands the next or the one before, and nothing past the ends or where it is not", () => {
  const ids = ["a", "b", "c"];
  expect([beside(ids, "a", 1), beside(ids, "b", -1), beside(ids, "c", 1), beside(ids, "a", -1), beside(ids, "x", 1), beside([], "a", 1)]).toEqual(["b", "a", null, null, null, null]);
});

test("an excerpt ends between words", () => {
  expect(excerpt("We need\n\nhelp with budgets", 14)).toBe("We need help …");
  expect(excerpt(null)).toBe("");
});

describe("evidence", () => {
  const suggestion = (code: string, ...evidence: [number, number][]) => ({ confidence: 0.7, topic: { code, label: code }, evidence: evidence.map(([start, end]) => ({ start, end })) });

  test("what a need is about is offered once, with all the words that speak for it", () => {
    const offered = offeredTopics({ suggestions: [suggestion("A", [0, 3])], needs: [{ suggestions: [suggestion("A", [4, 6]), suggestion("X")] }, { suggestions: [suggestion("B", [7, 9])] }] }, []);
    expect(offered.map(({ topic, evidence }) => [topic.code, evidence.length])).toEqual([["A", 2], ["B", 1]]);
  });

  test("words side by side are one mark, and those of a mere guess none", () => {
    const guess = { ...suggestion("B", [0, 4]), confidence: 0.1 };
    expect(marksOf([suggestion("A", [5, 9], [0, 4]), guess])).toEqual([{ start: 0, end: 9, number: 1 }]);
  });

  test("what the leader chose is offered too, once", () => {
    const offered = offeredTopics({ suggestions: [suggestion("A", [0, 3])], needs: [] }, [{ code: "A", label: "A" }, { code: "C", label: "C" }]);
    expect(offered.map(({ topic, confidence }) => [topic.code, confidence])).toEqual([["A", 0.7], ["C", null]]);
  });

  test("pieces hold every word once, and overlapping marks bear both numbers", () => {
    const text = "Families and budgets";
    const pieces = piecesOf(text, marksOf([suggestion("A", [0, 8]), suggestion("B", [4, 12], [14, 99])]));
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.map(({ text: words, numbers }) => [words, numbers])).toEqual([["Fami", [1]], ["lies", [1, 2]], [" and", [2]], [" b", []], ["udgets", [2]]]);
  });
});
