import { expect, test } from "vitest";
import { besides, bySection, deskWords, isOfTheWeek, leadTarget, openFirst, placeOf, recordsTarget, waitText, weekFinding } from "./packLine";

const figure = { value: 7, low: null, high: null, n: 7, withheld: null };

test("sentences stand by section in the pack's order, whatever order they came in, and no section is empty", () => {
  const lines = [{ section: "NOTES" as const }, { section: "CAPACITY" as const }, { section: "CHANGED" as const }, { section: "CAPACITY" as const }];
  expect(bySection(lines).map(({ section, lines: told }) => [section, told.length])).toEqual([["CHANGED", 1], ["CAPACITY", 2], ["NOTES", 1]]);
});

test("a sentence's first figure opens its rows, in the scope that it was counted in", () => {
  const records = { kind: "requests", topics: ["FIN-REL"], from: "2021-01-25", to: "2021-02-01", standing: "DEMAND" };
  expect(leadTarget({ figures: [{ label: "Demand", metric: "gap_demand", figure }], records })).toEqual({
    label: "Demand",
    metric: "gap_demand",
    figure,
    records: { kind: "requests", within: { from: "2021-01-25", to: "2021-02-01", topics: ["FIN-REL"] }, standing: "DEMAND" },
  });
});

test("what is no metric, or no kind of row, is not offered", () => {
  expect(leadTarget({ figures: [{ label: "x", metric: "unheard_of", figure }], records: null })).toBeNull();
  expect(recordsTarget({ kind: "wishes", topics: [], from: null, to: null, standing: null })).toBeNull();
});

test("a link is taken apart for the router", () => {
  expect(placeOf("/trends?to=2021-02-01&topics=A,B")).toEqual({ to: "/trends", search: { to: "2021-02-01", topics: "A,B" }, hash: "" });
  expect(placeOf("/calls/2021-02-01#commitments")).toEqual({ to: "/calls/2021-02-01", search: {}, hash: "commitments" });
});

test("the week's finding says what came, what is stuck and what moves", () => {
  expect(weekFinding({ requests: 7, waiting: 4, targetDays: 2, overdue: 1, movers: 7 })).toBe("7 requests came in; 4 wait longer than 2 days and 1 commitment is past its day; 7 topics can be told to rise or fall.");
  expect(weekFinding({ requests: 0, waiting: 0, targetDays: 2, overdue: 0, movers: 0 })).toBe("Nobody asked for help last week; nothing is stuck; no topic can be told to rise or fall.");
  expect(weekFinding({ requests: null, waiting: 1, targetDays: 1, overdue: 0, movers: 1 })).toBe("1 waits longer than 1 day; 1 topic can be told to rise or fall.");
});

test("what stands still is left to the pack", () => {
  expect(["arrived:week", "turned:FIN-REL", "rising:FIN-REL", "short:FIN-REL", "reach:RURAL"].map(isOfTheWeek)).toEqual([true, true, false, false, false]);
});

test("a request that waits is told once, in the desk's words", () => {
  const item = (id: string) => ({ id, says: "the leader waits for an answer", owner: { name: "Ana" } });
  expect(besides([item("a"), item("b")], [{ request: { id: "a" } }]).map(({ id }) => id)).toEqual(["b"]);
  expect(deskWords(item("a"))).toEqual({ next: "the leader waits for an answer", whose: "Ana" });
  expect([deskWords({ ...item("a"), owner: null }).whose, deskWords(undefined).whose]).toEqual(["nobody", "see the desk"]);
});

test("open commitments stand first, by the day they are due", () => {
  const promises = [{ state: "KEPT", due: "2021-01-01" }, { state: "OPEN", due: "2021-02-05" }, { state: "OPEN", due: "2021-01-29" }];
  expect(openFirst(promises).map(({ due }) => due)).toEqual(["2021-01-29", "2021-02-05", "2021-01-01"]);
});

test("a wait is told in whole days, and on the first in hours", () => {
  expect([waitText(10.4), waitText(1.9), waitText(0.5), waitText(0)]).toEqual(["10 days", "1 day", "12 h", "1 h"]);
});
