import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { nextCell } from "./heatMoves";
import { busiestSentence, doubtWords, needsSentence, newTopics, rankingSentence, rankWords } from "./needsFinding";
import { needsTable, type NeedCell, type NeedRow } from "./needsTable";
import { cellTarget } from "./needTargets";
import { readNeedsView } from "./needsView";

const view = readNeedsView({});
const figure = (value: number | null, more: Partial<FigureFields> = {}): FigureFields => ({
  value,
  low: null,
  high: null,
  n: value,
  withheld: null,
  ...more,
});
const cell = (row: string, column: string, count: number): NeedCell => ({
  row: { key: row },
  column: { key: column },
  count: figure(count),
  share: figure(count / 100),
});
const row = (label: string, total: number, low: number, high: number, cells: (NeedCell | null)[] = []): NeedRow => ({
  key: label,
  label,
  total: figure(total),
  share: figure(total / 100, { low, high, n: 100 }),
  cells,
});

describe("the view of an address", () => {
  test("is topics by month of what was asked, unless it says otherwise", () => {
    expect(view).toEqual({ rows: "TOPIC", columns: "MONTH", evidence: "REQUESTS" });
    expect(readNeedsView({ rows: "domain", columns: "LOCALE", evidence: "SESSIONS" })).toEqual({
      rows: "DOMAIN",
      columns: "LOCALE",
      evidence: "SESSIONS",
    });
  });

  test("is coarser where figures are protected", () => {
    expect(readNeedsView({}, "protected")).toEqual({ rows: "DOMAIN", columns: "REGION", evidence: "REQUESTS" });
    expect(readNeedsView({ rows: "TOPIC" }, "protected").rows).toBe("TOPIC");
  });

  test("falls back where the address means nothing", () => {
    expect(readNeedsView({ rows: "x", columns: "toString", evidence: "" })).toEqual(view);
  });
});

describe("a protected needs table", () => {
  const withheld = figure(null, { withheld: "TOO_FEW", n: null });
  const hidden = (row: string, column: string): NeedCell => ({ row: { key: row }, column: { key: column }, count: withheld, share: withheld });
  const table = needsTable(
    {
      rows: ["A1", "B1", "B2"].map((key) => ({ key, label: key.toLowerCase() })),
      columns: ["CA", "VT"].map((key) => ({ key, label: key })),
      cells: [cell("A1", "CA", 14), hidden("A1", "VT"), hidden("B1", "CA"), hidden("B1", "VT"), hidden("B2", "CA"), hidden("B2", "VT")],
    },
    [
      { row: { key: "A1", label: "a1" }, count: figure(16), share: figure(0.2) },
      { row: { key: "B1", label: "b1" }, count: figure(12), share: figure(0.1) },
      { row: { key: "B2", label: "b2" }, count: withheld, share: withheld },
    ],
    () => null,
  );

  test("names the rows and columns of which nothing may be shown, instead of drawing them", () => {
    expect([table.hidden, table.hiddenColumns, table.columns]).toEqual([["b2"], ["VT"], [0]]);
    expect(table.groups[0]?.rows.map(({ key, cells }) => [key, cells.map((each) => each?.count.value)])).toEqual([
      ["A1", [14]],
      ["B1", [null]],
    ]);
  });

  test("says that it withholds, and takes nothing withheld for nothing asked", () => {
    expect([table.withholds, table.silent]).toEqual([true, []]);
  });
});

describe("the needs table", () => {
  const table = needsTable(
    {
      rows: [
        { key: "A1", label: "a1" },
        { key: "B1", label: "b1" },
        { key: "B2", label: "b2" },
        { key: "C1", label: "c1" },
      ],
      columns: [{ key: "2020-05", label: "May" }, { key: "2020-06", label: "June" }],
      cells: [cell("A1", "2020-05", 4), cell("B1", "2020-06", 3), cell("B2", "2020-06", 5)],
    },
    [
      { row: { key: "A1", label: "a1" }, count: figure(4), share: figure(0.4) },
      { row: { key: "B1", label: "b1" }, count: figure(3), share: figure(0.3) },
      { row: { key: "B2", label: "b2" }, count: figure(5), share: figure(0.5) },
    ],
    (key) => key.charAt(0),
  );

  test("puts the most asked first, in the most asked group", () => {
    expect(table.groups.map(({ label, rows }) => [label, rows.map(({ key }) => key)])).toEqual([
      ["B", ["B2", "B1"]],
      ["A", ["A1"]],
    ]);
  });

  test("leaves a cell of zero blank, and names rows without any", () => {
    expect(table.groups[1]?.rows[0]?.cells.map((each) => each?.count.value ?? null)).toEqual([4, null]);
    expect(table.silent).toEqual(["c1"]);
    expect(table.max).toBe(5);
  });
});

describe("the sentence", () => {
  test("names the three most asked", () => {
    const rows = [row("Budget", 10, 0.05, 0.2), row("Scheduling", 24, 0.18, 0.31), row("Grading", 12, 0.07, 0.2)];
    expect(needsSentence(rows, view, 1)).toBe("Leaders ask most for scheduling (24% of requests), grading and budget.");
  });

  test("ranks nothing that so few have asked for", () => {
    const few = { ...row("Budget", 2, 0, 1), share: figure(0.5, { n: 4 }) };
    expect(needsSentence([few, row("Grading", 1, 0, 1)], view, 1)).toBe("4 requests on 2 topics: too few to say what is asked for most.");
  });

  test("says so where nothing was asked", () => {
    expect(needsSentence([], view, 0)).toBe("Nothing has been asked for here.");
  });

  test("calls a topic new only from months, late, and with three systems", () => {
    const late = (systems: number) => ({ ...row("Tutoring", 3, 0, 1, [null, null, null, cell("T", "m", 3)]), total: figure(3, { n: systems }) });
    expect(newTopics([late(3)], view, 4)).toHaveLength(1);
    expect(newTopics([late(2)], view, 4)).toHaveLength(0);
    expect(newTopics([late(3)], { ...view, columns: "LOCALE" }, 4)).toHaveLength(0);
    expect(newTopics([row("Old", 3, 0, 1, [cell("O", "m", 1), null, null, cell("O", "m", 2)])], view, 4)).toHaveLength(0);
  });
});

test("a ranking says how many cannot be told from the first", () => {
  expect(rankingSentence([row("A", 30, 0.25, 0.35), row("B", 28, 0.2, 0.33), row("C", 5, 0.01, 0.1)], null)).toBe(
    "A comes first, but chance alone could have put one other there",
  );
  expect(rankingSentence([row("A", 60, 0.5, 0.7), row("B", 5, 0.01, 0.1)], null)).toBe("A comes first, clear of all others");
});

test("topics are ranked as far as chance lets them", () => {
  const ranks = [
    { topic: { code: "A" }, best: 1, worst: 3 },
    { topic: { code: "B" }, best: 1, worst: 3 },
    { topic: { code: "C" }, best: 1, worst: 3 },
    { topic: { code: "D" }, best: 4, worst: 4 },
  ];
  expect(rankingSentence([row("A", 30, 0.25, 0.35), row("B", 28, 0.2, 0.33)], ranks)).toBe("A comes first, but chance alone could have put any of 2 others there");
  expect([doubtWords(ranks), doubtWords(ranks.slice(2)), doubtWords(null)]).toEqual([" Chance alone could have put any of 2 others first.", "", ""]);
  expect([rankWords(ranks, "A"), rankWords(ranks, "D"), rankWords(ranks, "NONE")]).toEqual(["rank 1 to 3", "rank 4", null]);
});

test("the busiest cell is named with its column", () => {
  const rows = [row("A", 5, 0, 1, [cell("A", "x", 2), cell("A", "y", 3)])];
  expect(busiestSentence(rows, (key) => key.toUpperCase(), view)).toBe("A, Y, is the busiest spot: 3 requests");
});

test("a cell that is busiest with others does not claim it alone, nor at all among many", () => {
  const tied = (size: number) => [row("A", size, 0, 1, Array.from({ length: size }, () => cell("A", "x", 1)))];
  expect(busiestSentence(tied(3), String, view)).toBe("A, x, is one of the 3 busiest spots: 1 request");
  expect(busiestSentence(tied(6), String, view)).toBe("No spot stands out: the most in any one is 1 request");
});

test("a cell filters by both its headings and leads to its own rows", () => {
  const target = cellTarget(row("A", 5, 0, 1), cell("A", "2020-05", 2), { key: "2020-05", label: "May 2020" }, view);
  expect(target.filter).toEqual({ topics: ["A"], from: "2020-05-01", to: "2020-06-01" });
  expect(target.records).toEqual({
    kind: "requests",
    at: [
      { dimension: "TOPIC", key: "A" },
      { dimension: "MONTH", key: "2020-05" },
    ],
  });
});

test("a cell that no filter says has rows but no filter", () => {
  const byLocale = { ...view, columns: "LOCALE" as const };
  expect(cellTarget(row("A", 5, 0, 1), cell("A", "UNKNOWN", 2), { key: "UNKNOWN", label: "Unknown" }, byLocale).filter).toBeNull();
});

test("arrow keys pass over blank cells and stop at the edge", () => {
  const filled = ["0:0", "0:3", "2:0", "2:3"];
  expect(nextCell("0:0", [0, 1], filled)).toBe("0:3");
  expect(nextCell("0:0", [1, 0], filled)).toBe("2:0");
  expect(nextCell("2:3", [-1, 0], filled)).toBe("0:3");
  expect(nextCell("0:0", [0, -1], filled)).toBeNull();
});
