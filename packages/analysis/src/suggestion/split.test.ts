import fc from "fast-check";
import { expect, test } from "vitest";
import { splitText } from "./split";

const parts = (text: string) => splitText(text).map(({ start, end }) => text.slice(start, end));

test("sentences, lines and clauses that say another thing are cut apart", () => {
  expect(parts("We cannot find subs. Teachers are tired!\nWhich LMS should we buy?")).toEqual(["We cannot find subs.", "Teachers are tired!", "Which LMS should we buy?"]);
  expect(parts("we need a new bell schedule for the middle school and also someone to talk to our board")).toEqual([
    "we need a new bell schedule for the middle school",
    "and also someone to talk to our board",
  ]);
});

test("titles, numbers and short clauses do not end anything", () => {
  expect(parts("Dr. Bell covers 3.5 schools")).toHaveLength(1);
  expect(parts("reading plus math")).toHaveLength(1);
});

test("parts lie in the text, in order, and hold every letter of it", () => {
  const piece = fc.constantFrom("We need help", ". ", "! ", "\n\n", " and also ", "; ", " - ", "👩‍🏫", "Ünïcode", " ", "'", ") ", "x", "plus ", "…", ", also ");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.array(piece).map((pieces) => pieces.join(""))), (text) => {
      let at = 0;
      for (const { start, end } of splitText(text)) {
        expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});
