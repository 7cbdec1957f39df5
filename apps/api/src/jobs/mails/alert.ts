import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

const payload = z.object({ sentence: z.string(), scope: z.string(), link: z.string() });

/** Tells who asked for it that a figure has crossed their threshold, with the part of the network that it is about. */
export function alert(said: unknown, { network, link }: Letterhead): Letter {
  const { sentence, scope, link: path } = payload.parse(said);
  return {
    paragraphs: ["Hello,", `A figure that you watch at ${network} has crossed your threshold.`, sentence, `It is of ${scope}.`],
    action: { label: "See the figure and its rows", url: link(path) },
    notes: ["You will hear of it again only after it has gone back and crossed once more.", "You asked for this alert; remove it on the page Your alerts."],
  };
}
