import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

const payload = z.object({ link: z.string(), minutes: z.number().int().positive() });

/** Signs somebody in without a password. */
export function magicLink(said: unknown, { network, link }: Letterhead): Letter {
  const { link: path, minutes } = payload.parse(said);
  return {
    paragraphs: ["Hello,", `Here is the link to sign in to ${network} that was asked for with your address.`],
    action: { label: "Sign in", url: link(path) },
    notes: [`The link works once, for ${minutes} minutes.`, "If you did not ask for it, nothing needs doing. Do not pass it on: who has it can sign in as you."],
  };
}
