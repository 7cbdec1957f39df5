import { readInstant } from "./instant";
import type { Rules } from "./rules";
import { Unreadable } from "./unreadable";

/** How the values of a column look in a cell, and in the database. */
export interface CellKind<Value> {
  /** From a cell that is not blank. */
  read(cell: string, rules: Rules): Value | Unreadable;
  /** What `read` gives back. */
  write(value: Value): string;
  readonly pgType: "text" | "integer" | "double precision" | "boolean" | "timestamptz";
}

const MAX_ID_LENGTH = 255;
/** PostgreSQL's largest integer. */
const MAX_WHOLE = 2_147_483_647;
const EMAIL = /^[^\s@,;<>()"]+@(?:[^\s@.,;<>()"]+\.)+[^\s@.,;<>()"]+$/;

const asIs = (value: string) => value;

/** Anything; kept as it is written. */
export const text: CellKind<string> = { read: asIs, write: asIs, pgType: "text" };

/** An id of the sender's. */
export const id: CellKind<string> = {
  read(cell) {
    const value = cell.trim();
    return value.length > MAX_ID_LENGTH ? new Unreadable(`Longer than ${MAX_ID_LENGTH} characters.`) : value;
  },
  write: asIs,
  pgType: "text",
};

/** An id that lists name too. */
export const listedId: CellKind<string> = {
  ...id,
  read: (cell, rules) => (cell.includes(";") ? new Unreadable("Holds the ; that separates a list.") : id.read(cell, rules)),
};

/** One of a few words. */
export function word<const Word extends string>(words: readonly Word[]): CellKind<Word> {
  const byLowerCase = new Map(words.map((each) => [each.toLowerCase(), each]));
  return {
    read: (cell) => byLowerCase.get(cell.trim().toLowerCase()) ?? new Unreadable(`Not one of ${words.join(", ")}.`),
    write: asIs,
    pgType: "text",
  };
}

export const yesOrNo: CellKind<boolean> = {
  read(cell) {
    const answer = cell.trim().toLowerCase();
    if (answer === "yes") return true;
    return answer === "no" ? false : new Unreadable("Not yes or no.");
  },
  write: (value) => (value ? "yes" : "no"),
  pgType: "boolean",
};

/** A whole number within limits, ends included. */
export function whole(min: number, max = MAX_WHOLE): CellKind<number> {
  const range = max === MAX_WHOLE ? `a whole number, ${min} or more` : `a whole number from ${min} to ${max}`;
  return {
    read(cell) {
      const value = numberIn(cell);
      if (value === null || !Number.isInteger(value) || value < min) return new Unreadable(`Not ${range}.`);
      return value > max ? new Unreadable(max === MAX_WHOLE ? "Too large a number." : `Not ${range}.`) : value;
    },
    write: String,
    pgType: "integer",
  };
}

/** A number, zero or more. */
export const amount: CellKind<number> = {
  read(cell) {
    const value = numberIn(cell);
    if (value === null) return new Unreadable("Not a number, zero or more.");
    return Number.isFinite(value) ? value : new Unreadable("Too large a number.");
  },
  write: plainDecimal,
  pgType: "double precision",
};

/** A share from 0 to 1, or in percent. */
export const share: CellKind<number> = {
  read(cell) {
    const trimmed = cell.trim();
    const percent = trimmed.endsWith("%");
    const value = numberIn(percent ? trimmed.slice(0, -1) : trimmed, percent ? "e-2" : "");
    return value === null || value > 1 ? new Unreadable("Not a share from 0 to 1, or from 0% to 100%.") : value;
  },
  write: plainDecimal,
  pgType: "double precision",
};

/** A moment; see {@link readInstant}. */
export const instant: CellKind<Date> = {
  read: (cell, { now }) => readInstant(cell, now),
  write: (value) => value.toISOString(),
  pgType: "timestamptz",
};

/** A state's postal code or full name; BI is the Bureau of Indian Education. */
export const state: CellKind<string> = {
  read: (cell, { states }) =>
    states.get(cell.trim().toUpperCase()) ?? new Unreadable("Not a state's postal code or full name."),
  write: asIs,
  pgType: "text",
};

/** A topic of the framework, or NONE. */
export const topic: CellKind<string> = {
  read: (cell, { topics }) => topics.get(cell.trim().toUpperCase()) ?? new Unreadable("Not the code of a topic, nor NONE."),
  write: asIs,
  pgType: "text",
};

/** The NCES id of a district. */
export const leaid: CellKind<string> = {
  read(cell) {
    const value = cell.trim();
    return /^\d{7}$/.test(value) ? value : new Unreadable("Not an NCES id of seven digits.");
  },
  write: asIs,
  pgType: "text",
};

export const email: CellKind<string> = {
  read(cell) {
    const value = cell.trim();
    return EMAIL.test(value) && value.length <= 320 ? value : new Unreadable("Not an e-mail address.");
  },
  write: asIs,
  pgType: "text",
};

/** A web address. */
export const webAddress: CellKind<string> = {
  read(cell) {
    const value = cell.trim();
    const isWeb = /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
    return isWeb ? value : new Unreadable("Not a web address that starts with http:// or https://.");
  },
  write: asIs,
  pgType: "text",
};

/** Not negative, with a decimal point; null for anything else. `exponent` moves the point without rounding twice. */
function numberIn(cell: string, exponent = ""): number | null {
  const digits = cell.trim();
  return /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(digits) ? Number(digits + exponent) : null;
}

/** The shortest decimal that reads back as the same number, never with an exponent. */
function plainDecimal(value: number): string {
  const shortest = String(value);
  const [mantissa = "", exponent] = shortest.split("e");
  if (exponent === undefined) return shortest;
  const [whole = "", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent);
  return shift < 0 ? `0.${"0".repeat(-shift - 1)}${whole}${fraction}` : (whole + fraction).padEnd(shift + 1, "0");
}
