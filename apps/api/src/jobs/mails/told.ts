import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

/** What a feature's own sentences make a mail of. `link` is put in when the mail is sent, or is a path of the dashboard. */
const toldPayload = z.object({
  paragraphs: z.array(z.string().min(1)).min(1),
  /** What the button says; nothing = no button. */
  action: z.string().min(1).nullish(),
  link: z.string().nullish(),
  /** Answers that one may have in mind: each leads to the same place, with its fragment behind. */
  choices: z.array(z.object({ label: z.string().min(1), fragment: z.string().regex(/^[\w-]+$/) })).default([]),
  notes: z.array(z.string().min(1)).default([]),
});

/** A mail whose sentences the feature that sends it has written. */
export function told(said: unknown, { link }: Letterhead): Letter {
  const { paragraphs, action, link: path, choices, notes } = toldPayload.parse(said);
  if (action && !path) throw new Error("A mail with a button leads somewhere.");
  if (!action || !path) return { paragraphs, notes };
  const url = link(path);
  return { paragraphs, action: { label: action, url }, choices: choices.map(({ label, fragment }) => ({ label, url: `${url}#${fragment}` })), notes };
}
