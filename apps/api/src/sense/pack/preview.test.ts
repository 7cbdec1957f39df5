import { expect, test } from "vitest";
import type { EditRow } from "../../network/learning/learning.table";
import { previewOf, sentOf } from "./preview";
import type { Sentence } from "./sentence";

const sentence = (id: string, text: string, audience: Sentence["audience"] = "network"): Sentence => ({ id, section: "changed", text, figures: [], link: null, records: null, audience });
const edit = (sentenceId: string, change: Partial<EditRow>): EditRow => ({ week: "2021-02-01", sentenceId, text: null, hidden: false, basedOn: "", editedBy: "a", editedByName: "Ada", editedAt: new Date(0), ...change });
const note = (text: string) => ({ id: "n", week: "2021-02-01", text, addedBy: "a", addedByName: "Ada", addedAt: new Date(0) });

const EXACT = [sentence("totals:all", "In all, 262 requests."), sentence("short:A", "A: 6 requests."), sentence("arrived:week", "7 requests came in.", "staff")];
const SAFE = [sentence("totals:all", "In all, about 259 requests (255 to 263).")];

test("what is sent is the protected form, and what has none is left out with its reason", () => {
  const preview = previewOf(EXACT, [], [], SAFE);
  expect(sentOf(preview)).toEqual([{ id: "totals:all", section: "changed", text: "In all, about 259 requests (255 to 263)." }]);
  expect(preview.map(({ leftOut }) => leftOut?.slice(0, 7) ?? null)).toEqual([null, "Too few", "It goes"]);
});

test("staff's words are sent where every number in them stands in the protected form, and hold everything up where one does not", () => {
  const worded = previewOf(EXACT, [edit("totals:all", { text: "About 259 leaders asked, or 255 at least." })], [], SAFE);
  expect(sentOf(worded)[0]?.text).toBe("About 259 leaders asked, or 255 at least.");
  const [loose] = previewOf(EXACT, [edit("totals:all", { text: "Exactly 262 leaders asked." })], [], SAFE);
  expect(loose).toMatchObject({ text: null, leftOut: null, fault: expect.stringContaining("“262” does not stand in") as unknown });
  const [inWords] = previewOf(EXACT, [edit("totals:all", { text: "Two hundred and more." })], [], SAFE);
  expect(inWords?.fault).toContain("“Two”");
});

test("no words of staff's bring back a sentence that has no protected form, and what is hidden stays so", () => {
  const edits = [edit("short:A", { text: "Relief funds are short." }), edit("arrived:week", { text: "A busy week." }), edit("totals:all", { hidden: true, text: "262" })];
  expect(sentOf(previewOf(EXACT, edits, [], SAFE))).toEqual([]);
});

test("a protected sentence that staff do not have themselves is not sent, and notes are sent as they were written", () => {
  const preview = previewOf([], [], [note("Bring 3 examples.")], SAFE);
  expect(sentOf(preview)).toEqual([{ id: "note:n", section: "notes", text: "Bring 3 examples." }]);
});
