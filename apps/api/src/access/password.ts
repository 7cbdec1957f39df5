import { hashPassword, verifyPassword } from "better-auth/crypto";

/** What the sign-in service takes too. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** The form in which the sign-in service keeps a password: scrypt, with a salt of its own. Takes a tenth of a second. */
export const keptPassword = (password: string): Promise<string> => hashPassword(password);

/** Whether this is the password that was kept. Takes as long where there is none, so that the time tells nothing. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if (kept !== null) return verifyPassword({ password, hash: kept });
  await hashPassword(password);
  return false;
}
