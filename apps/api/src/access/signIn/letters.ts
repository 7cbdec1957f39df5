import type { Database } from "../../db/client";
import { enqueueMail } from "../../jobs/mail.queries";
import { findPerson } from "./signIn.queries";

export const LINK_MINUTES = 15;
export const RESET_MINUTES = 60;

/**
 * Sends the link to whoever has an account, and nothing to anybody else. It leads to a page whose button signs in: programs
 * that look into mail open links too, and must not use them up.
 */
export async function sendLink(db: Database, email: string, token: string): Promise<void> {
  const person = await findPerson(db, email);
  if (person?.open) await enqueueMail(db, "magic_link", email.toLowerCase(), { link: `/sign-in/link?token=${token}`, minutes: LINK_MINUTES });
}

/** The same for a new password. */
export async function sendReset(db: Database, email: string, token: string): Promise<void> {
  const person = await findPerson(db, email);
  if (person?.open) await enqueueMail(db, "password_reset", email, { link: `/reset-password?token=${token}`, minutes: RESET_MINUTES });
}

/** Tells somebody that their password is another one. */
export async function tellOfNewPassword(db: Database, email: string): Promise<void> {
  await enqueueMail(db, "password_changed", email, { link: "/forgot-password" });
}
