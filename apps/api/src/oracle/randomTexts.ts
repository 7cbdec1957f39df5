import type { Rng } from "./random";

const TEXTS = [
  "We need a plan for the autumn, and soon.",
  'Families say "what about us?", and they are right.',
  "First line\nsecond line\n\nfourth line",
  "=SUM(A1:A9) is how our budget begins",
  "+1 on grading; we want mastery",
  "-40% of attendance since March",
  "@home learners first",
  "'tis the season of quarantine",
  "Kinder, élèves, niños: 学習, 🙂",
  "semi;colon, comma and\ttab",
  "null",
  "0",
  "N/A",
  "\\N \\n %s <b>not bold</b>",
  "A single \" quotation mark",
] as const;

/** A free text, some of which a careless reader or writer would change. */
export function text(rng: Rng): string {
  return rng.pick(TEXTS);
}
