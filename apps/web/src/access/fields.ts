import type { Faults } from "../ui/form/ActionForm";

/** The shortest password that the network takes. */
export const PASSWORD_LENGTH = 10;

/** What somebody typed into a field, without the space around it. */
export function typed(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** A password as it was typed, space and all. */
export function typedPassword(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}

/** The faults that are some, by field. */
export function faultsOf(found: Readonly<Record<string, string | null>>): Faults {
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null));
}

export function emailFault(email: string): string | null {
  if (email === "") return "Give an e-mail address.";
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? null : "An e-mail address looks like name@school.org.";
}

export function newPasswordFault(password: string): string | null {
  if (password === "") return "Choose a password.";
  return password.length < PASSWORD_LENGTH ? `Use ${PASSWORD_LENGTH} characters or more; this has ${password.length}.` : null;
}

/** Of a field that must not be empty; `words` say what to do. */
export function emptyFault(value: string, words: string): string | null {
  return value === "" ? words : null;
}

/** Of the six digits that an authenticator app shows. */
export function codeFault(code: string): string | null {
  return /^\d{3}\s?\d{3}$/.test(code) ? null : "The code is six digits.";
}
