import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

const payload = z.object({ name: z.string().nullish(), expiresAt: z.string().nullish(), link: z.string().nullish() });

/** Tells somebody that an API key was made in their name. The key itself is never in a mail. */
export function keyMade(said: unknown, { network, link }: Letterhead): Letter {
  const { name, expiresAt, link: path } = payload.parse(said);
  const called = name ? `An API key called "${name}"` : "An API key";
  const until = expiresAt ? ` It works until ${expiresAt.slice(0, 10)}.` : "";
  return {
    paragraphs: ["Hello,", `${called} was made for your account at ${network}.${until}`, "If that was you, nothing needs doing."],
    ...(path ? { action: { label: "See your keys", url: link(path) } } : {}),
    notes: ["If it was not you, revoke it and tell the network's staff."],
  };
}
