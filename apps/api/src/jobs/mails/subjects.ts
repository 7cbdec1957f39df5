import type { MailKind } from "../mail.table";

/** A subject says what the mail is, and nothing of whom it is about: subjects are read on locked screens. */
export const SUBJECTS: Readonly<Record<MailKind, string>> = {
  invitation: "You are invited to the coaching network",
  password_reset: "Set a new password",
  magic_link: "Your link to sign in",
  password_changed: "Your password was changed",
  key_made: "An API key was made",
  learning_call: "For this week's learning call",
  alert: "A figure has crossed your threshold",
};
