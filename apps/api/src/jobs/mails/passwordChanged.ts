import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

const payload = z.object({ link: z.string() });

/** Tells somebody that their password is another one now. */
export function passwordChanged(said: unknown, { network, link }: Letterhead): Letter {
  const { link: path } = payload.parse(said);
  return {
    paragraphs: ["Hello,", `The password of your account at ${network} was changed just now, and every other session was signed out.`, "If that was you, nothing needs doing."],
    action: { label: "If it was not you, set a new one", url: link(path) },
    notes: ["And tell the network's staff, so that they can look into it."],
  };
}
