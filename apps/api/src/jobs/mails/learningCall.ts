import { z } from "zod";
import type { Letter, Letterhead } from "./letter";

const payload = z.object({
  week: z.string(),
  edition: z.number().int().positive(),
  link: z.string(),
  sentences: z.array(z.object({ section: z.string(), text: z.string() })),
});

const MONDAY = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** Brings coaches and leads what staff published of a week's call. */
export function learningCall(said: unknown, { network, link }: Letterhead): Letter {
  const { week, edition, link: path, sentences } = payload.parse(said);
  const monday = MONDAY.format(new Date(`${week}T00:00:00Z`));
  const told = (isNote: boolean) => sentences.filter(({ section }) => (section === "notes") === isNote).map(({ text }) => text);
  const notes = told(true);
  return {
    paragraphs: [
      "Hello,",
      edition === 1 ? `This is what ${network} brings to the learning call of the week of ${monday}.` : `This is edition ${edition} of what ${network} brings to the learning call of the week of ${monday}. It takes the place of the one before.`,
      ...told(false),
      ...(notes.length > 0 ? ["From the network's staff:", ...notes] : []),
    ],
    action: { label: "Open the call", url: link(path) },
    notes: ["Figures are protected: each has a little noise, and what rests on few is left out.", "On the page of the learning calls you can say that you want no more of these mails."],
  };
}
