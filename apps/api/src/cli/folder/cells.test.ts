import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COACH_ROLES } from "@arl/schema/enums";
import { amount, email, id, leaid, share, state, text, topic, webAddress, whole, word, yesOrNo, type CellKind } from "./cells";
import { list, optional, required, requiredList } from "./column";
import { RULES } from "./testing";
import { Unreadable } from "./unreadable";

function read<Value>(kind: CellKind<Value>, cell: string): Value | string {
  const value = kind.read(cell, RULES);
  return value instanceof Unreadable ? `! ${value.reason}` : value;
}

describe("a number", () => {
  test.each([
    ["5", 5],
    [" 5.0 ", 5],
    ["0", "! Not a whole number from 1 to 5."],
    ["6", "! Not a whole number from 1 to 5."],
    ["4.5", "! Not a whole number from 1 to 5."],
    ["+4", "! Not a whole number from 1 to 5."],
    ["4e0", "! Not a whole number from 1 to 5."],
    ["five", "! Not a whole number from 1 to 5."],
  ])("from 1 to 5: %s", (cell, value) => expect(read(whole(1, 5), cell)).toBe(value));

  test.each([
    ["1200", 1200],
    ["1,200", "! Not a whole number, 0 or more."],
    ["-1", "! Not a whole number, 0 or more."],
    ["99999999999", "! Too large a number."],
  ])("that counts: %s", (cell, value) => expect(read(whole(0), cell)).toBe(value));

  test.each([
    ["0.45", 0.45],
    [".45", 0.45],
    ["1", 1],
    ["56.7%", 0.567],
    ["100 %", 1],
    ["45", "! Not a share from 0 to 1, or from 0% to 100%."],
    ["101%", "! Not a share from 0 to 1, or from 0% to 100%."],
    ["0,45", "! Not a share from 0 to 1, or from 0% to 100%."],
    ["%", "! Not a share from 0 to 1, or from 0% to 100%."],
  ])("that is a share: %s", (cell, value) => expect(read(share, cell)).toBe(value));

  test("is written so that it reads back the same, however large or small", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(read(amount, amount.write(value))).toBe(value);
      }),
    );
    expect(amount.write(1.5e-7)).toBe("0.00000015");
    expect(amount.write(1e21)).toBe("1000000000000000000000");
    expect(read(amount, "9".repeat(400))).toBe("! Too large a number.");
  });
});

describe("words, codes and addresses", () => {
  test("are compared without case or the blanks around them", () => {
    expect(read(word(COACH_ROLES), " Specialist ")).toBe("specialist");
    expect(read(word(COACH_ROLES), "expert")).toBe("! Not one of generalist, specialist.");
    expect(read(yesOrNo, "YES")).toBe(true);
    expect(read(yesOrNo, "n")).toBe("! Not yes or no.");
    expect(read(topic, "per-dif")).toBe("PER-DIF");
    expect(read(topic, "none")).toBe("NONE");
    expect(read(topic, "PER")).toBe("! Not the code of a topic, nor NONE.");
  });

  test("a state is a postal code or a full name", () => {
    expect(["ny", "new york", "District of Columbia", "BI", "bureau of indian education", "PR"].map((cell) => read(state, cell))).toEqual(
      ["NY", "NY", "DC", "BI", "BI", "PR"],
    );
    expect(read(state, "N.Y.")).toBe("! Not a state's postal code or full name.");
  });

  test("a leaid has seven digits", () => {
    expect(read(leaid, " 0100005 ")).toBe("0100005");
    expect(read(leaid, "100005")).toBe("! Not an NCES id of seven digits.");
    expect(read(leaid, "3600000.0")).toBe("! Not an NCES id of seven digits.");
  });

  test.each(["ana@example.org", " A.B+c@sub.example.co "])("%s is an e-mail address", (cell) => {
    expect(read(email, cell)).toBe(cell.trim());
  });
  test.each(["ana", "ana@example", "ana@@example.org", "a b@example.org", "a@b.org;c@d.org", "@example.org", "a@.org"])(
    "%s is none",
    (cell) => expect(read(email, cell)).toBe("! Not an e-mail address."),
  );

  test.each(["https://example.org/a?b=c", "HTTP://example.org"])("%s is a web address", (cell) => {
    expect(read(webAddress, cell)).toBe(cell);
  });
  test.each(["example.org", "ftp://example.org", "javascript:alert(1)", "https://", "https://a b.org", "http:example.org"])(
    "%s is none",
    (cell) => expect(read(webAddress, cell)).toBe("! Not a web address that starts with http:// or https://."),
  );

  test("an id is trimmed and not endless", () => {
    expect(read(id, " r-1 ")).toBe("r-1");
    expect(read(id, "r".repeat(256))).toBe("! Longer than 255 characters.");
  });
});

describe("a column", () => {
  test("a blank cell is null where it may be, a fault where it may not", () => {
    expect(optional("name", text).read(" ", RULES)).toBeNull();
    expect(required("name", text).read(" ", RULES)).toEqual(new Unreadable("Missing."));
    expect(required("name", text).read(" x ", RULES)).toBe(" x ");
  });

  test("a list drops empty items and repeats, and keeps its order", () => {
    const column = list("topics", topic);
    expect(column.read(" NONE ;; per-dif; none;", RULES)).toEqual(["NONE", "PER-DIF"]);
    expect(column.read("", RULES)).toEqual([]);
    expect(column.write(["NONE", "PER-DIF"])).toBe("NONE;PER-DIF");
  });

  test("one unknown item spoils a list, and every unknown one is named", () => {
    expect(list("topics", topic).read("NONE; PER; X-1", RULES)).toEqual(
      new Unreadable("PER, X-1: Not the code of a topic, nor NONE."),
    );
  });

  test("a required list names at least one", () => {
    expect(requiredList("coach_ids", id).read(" ; ", RULES)).toEqual(new Unreadable("Missing."));
  });
});
