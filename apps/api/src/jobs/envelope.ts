import { z } from "zod";

/** What goes along with a mail, besides what its letter says. Part of its payload. */
export const envelopePayload = z.object({
  /** Its button leads to a private link to this, which is made each time the mail is sent. */
  linkTo: z.object({ kind: z.enum(["request", "rating", "offer", "referral"]), subjectId: z.string().min(1) }).nullish(),
  /** The person whom an answer reaches. */
  replyTo: z.object({ name: z.string(), address: z.email() }).nullish(),
  /** An invitation for the calendar, as RFC 5545 has it. */
  calendar: z.object({ method: z.enum(["REQUEST", "CANCEL"]), ics: z.string() }).nullish(),
  /** Mail that one can do without: it bears a link that ends it. */
  canStop: z.boolean().default(false),
});

export type Envelope = z.infer<typeof envelopePayload>;
