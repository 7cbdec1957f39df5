import type { Database } from "../db/client";
import { learningCalls, learningCommitments, learningEditions, learningNotes } from "../network/learning/learning.table";
import { dayOf, instant } from "./calendar";

/** Who of the hub wrote things down. No account has this id: the records are older than any. */
const BY = { addedBy: "demo", addedByName: "Demo staff" } as const;

const noonOf = (day: string): Date => instant(dayOf(day), 12 * 60);

interface InventedCommitment {
  readonly week: string;
  readonly providerId: string;
  readonly who: string | null;
  readonly what: string;
  readonly due: string;
  /** The day on which it was kept or dropped; null = open. */
  readonly settled: readonly ["kept" | "dropped", string] | null;
}

const COMMITMENTS: readonly InventedCommitment[] = [
  { week: "2021-01-11", providerId: "org-02", who: null, what: "Draft a one-page guide to what relief funds may pay for, and share it with all coaches", due: "2021-01-22", settled: ["kept", "2021-01-21"] },
  { week: "2021-01-11", providerId: "org-07", who: null, what: "Collect three ways of reaching families who do not answer e-mail", due: "2021-01-29", settled: null },
  { week: "2021-01-18", providerId: "org-06", who: null, what: "Let a second organisation sit in on mastery grading calls, so that the topic does not rest on one", due: "2021-02-12", settled: null },
  { week: "2021-01-18", providerId: "org-09", who: null, what: "Compare the wording of two attendance forms with the data studio's own", due: "2021-01-25", settled: ["dropped", "2021-01-25"] },
  { week: "2021-01-25", providerId: "org-03", who: "Demo coach", what: "Bring a short list of what helped staff whose wellbeing came up in calls", due: "2021-02-01", settled: null },
  { week: "2021-01-25", providerId: "org-01", who: null, what: "Ask two districts whether their schedules may go onto the shelf as examples", due: "2021-02-05", settled: null },
  { week: "2021-01-25", providerId: "org-00", who: null, what: "Match requests on relief funds within two days, or say in the call why not", due: "2021-01-29", settled: ["kept", "2021-01-29"] },
];

const NOTES = [
  { week: "2021-01-18", text: "Bring one example of a call that did not help. What would have?" },
  { week: "2021-01-25", text: "Two organisations asked who may answer questions on relief funds when the one that usually does is full. Let us settle it in the call." },
] as const;

/** As it was published before the call of 25 January, in words that were weighed then. */
const EDITION = [
  { id: "rest:trends", section: "moving", text: "Most topics cannot be told from noise. Relief funds, family engagement and staff wellbeing grow as shares of what is coached; getting online shrinks." },
  { id: "short:FIN-REL", section: "capacity", text: "Relief funds are asked about more than specialists have hours for." },
  { id: "single:gaps", section: "capacity", text: "Mastery grading rests on the specialists of one organisation." },
  { id: "missing:CUL-WEL", section: "resources", text: "Staff wellbeing is coached often, and the shelf has nothing current on it." },
  { id: "note:demo", section: "notes", text: NOTES[1].text },
] as const;

/** What the demo network said in the calls of three weeks of January 2021. All of it is invented. */
export async function loadLearning(db: Database): Promise<void> {
  const weeks = [...new Set(COMMITMENTS.map(({ week }) => week))];
  await db.insert(learningCalls).values(weeks.map((week) => ({ week })));
  await db.insert(learningCommitments).values(
    COMMITMENTS.map(({ settled, ...commitment }) => ({
      ...commitment,
      ...BY,
      addedAt: noonOf(commitment.week),
      state: settled?.[0] ?? ("open" as const),
      settledAt: settled ? noonOf(settled[1]) : null,
      settledByName: settled ? BY.addedByName : null,
    })),
  );
  await db.insert(learningNotes).values(NOTES.map((note) => ({ ...note, ...BY, addedAt: noonOf(note.week) })));
  await db.insert(learningEditions).values({
    week: "2021-01-25",
    number: 1,
    asOf: "2021-01-01",
    sentences: [...EDITION],
    publishedBy: BY.addedBy,
    publishedByName: BY.addedByName,
    publishedAt: noonOf("2021-01-25"),
  });
}
