import type { CellKind } from "../folder/cells";
import { Unreadable } from "../folder/unreadable";

/** An NCES urban-centric locale: its two digits, alone or before its name as in "21-Suburb: Large". */
export const localeCode: CellKind<string> = {
  read: (cell) => /^([1-4][1-3])(?!\d)/.exec(cell.trim())?.[1] ?? new Unreadable("Not an NCES locale from 11 to 43."),
  write: (value) => value,
  pgType: "text",
};

/** A CCD agency type: its digit, alone or before its name as in "7-Independent Charter District". */
export const agencyType: CellKind<number> = {
  read(cell) {
    const digit = /^([1-9])(?!\d)/.exec(cell.trim())?.[1];
    return digit === undefined ? new Unreadable("Not a CCD agency type from 1 to 9.") : Number(digit);
  },
  write: String,
  pgType: "integer",
};

/** A postal code of five digits or nine; a leading zero that was lost is put back. */
export const zipCode: CellKind<string> = {
  read(cell) {
    const value = cell.trim();
    if (/^\d{3,5}$/.test(value)) return value.padStart(5, "0");
    return /^\d{5}-?\d{4}$/.test(value) ? value : new Unreadable("Not a ZIP code.");
  },
  write: (value) => value,
  pgType: "text",
};

/** A number within limits, ends included; a sign is allowed. */
export function decimal(min: number, max: number): CellKind<number> {
  return {
    read(cell) {
      const value = cell.trim();
      const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) ? Number(value) : NaN;
      return number >= min && number <= max ? number : new Unreadable(`Not a number from ${min} to ${max}.`);
    },
    write: String,
    pgType: "double precision",
  };
}

/** Yes or no as directories write it. */
export const flag: CellKind<boolean> = {
  read(cell) {
    const value = cell.trim().toLowerCase();
    if (["1", "yes", "true"].includes(value)) return true;
    return ["0", "no", "false"].includes(value) ? false : new Unreadable("Not 1 or 0.");
  },
  write: (value) => (value ? "1" : "0"),
  pgType: "boolean",
};
