import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

const payload = z.object({ link: z.string(), minutes: z.number().int().positive() });

/** Lets somebody who forgot their password set a new one. */
export function passwordReset(said: unknown, { network, link }: Letterhead): Letter {
  const { link: path, minutes } = payload.parse(said);
  return {
    paragraphs: ["Hello,", `Somebody, most likely you, asked to set a new password for your account at ${network}.`],
    action: { label: "Set a new password", url: link(path) },
    notes: [
      `The link works once, for ${minutes} minutes. A new password signs you out everywhere.`,
      "If it was not you, nothing needs doing: your password stays as it is.",
    ],
  };
}
