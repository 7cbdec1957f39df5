import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

const payload = z.object({
  link: z.string(),
  name: z.string().nullish(),
  invitedBy: z.string().nullish(),
  organisation: z.string().nullish(),
  role: z.string().nullish(),
  days: z.number().int().positive().nullish(),
});

/** Asks somebody in. */
export function invitation(said: unknown, { network, link }: Letterhead): Letter {
  const { link: path, name, invitedBy, organisation, role, days } = payload.parse(said);
  const as = [role ? ` as ${/^[aeiou]/i.test(role) ? "an" : "a"} ${role}` : "", organisation ? ` of ${organisation}` : ""].join("");
  return {
    paragraphs: [
      name ? `Hello ${name},` : "Hello,",
      invitedBy ? `${invitedBy} invites you to join ${network}${as}.` : `You are invited to join ${network}${as}.`,
      "Choose a password on the page behind this link, and you are in.",
    ],
    action: { label: "Accept the invitation", url: link(path) },
    notes: [
      days ? `The link works once, for ${days} ${days === 1 ? "day" : "days"}.` : "The link works once, and for a limited time.",
      "If you did not expect this, you can leave it: without the link no account is made.",
    ],
  };
}
