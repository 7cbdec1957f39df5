import type { Database } from "../db/client";
import { dueAfter, type CaseState } from "../network/referrals/case";
import { referralCases, referralEvents } from "../network/referrals/case.table";

/** As in the records: the hub's own consultant marketplace, under an address that nobody has. */
const TO = { destination: "Trellis Consultant Marketplace", destinationEmail: "requests@trellis.example", draftedByName: "Demo staff" } as const;

interface InventedCase {
  readonly id: string;
  readonly requestId: string;
  readonly reason: string;
  readonly summary: string;
  /** What was done, in order; the last is where it stands. */
  readonly steps: readonly (readonly [action: string, to: CaseState, at: string, byName: string, word: string | null])[];
}

const STAFF = "Demo staff";

/** None has been sent: a referral that was is a row of the records. */
const CASES: readonly InventedCase[] = [
  {
    id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f0258",
    requestId: "req-0258",
    reason: "They need somebody to build the model with them, over weeks.",
    summary: "A unified school district in California has to show its board what three years look like if enrolment keeps falling. It asks for a financial model of its own: enrolment, staffing and buildings, in scenarios that its finance office can go on using.",
    steps: [["draft", "drafted", "2021-01-28T17:20:00Z", STAFF, null]],
  },
  {
    id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f0255",
    requestId: "req-0255",
    reason: "New staffing roles with contracts to negotiate go beyond what calls can carry.",
    summary: "A public school district in Michigan wants to share the job of one teacher for twenty-five children among a team. It asks for help with designing the roles, what they cost, and how they fit the agreement with its teachers.",
    steps: [
      ["draft", "drafted", "2021-01-27T15:05:00Z", STAFF, null],
      ["ask_consent", "consent_asked", "2021-01-29T19:40:00Z", STAFF, null],
    ],
  },
  {
    id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f0251",
    requestId: "req-0251",
    reason: "A spending plan for the federal funds has to be written, not only talked through.",
    summary: "A county school system in Georgia has to file a plan for its federal relief funds before spring planning starts. It asks for somebody to write it with them, from a list of wishes to a plan with costs over two years.\n\nWrite to Lucius Tallchief-Moran, Assistant Superintendent, by way of the network.",
    steps: [
      ["draft", "drafted", "2021-01-26T14:30:00Z", STAFF, null],
      ["ask_consent", "consent_asked", "2021-01-26T14:50:00Z", STAFF, null],
      ["agree", "consented", "2021-01-31T22:10:00Z", "the leader", "Yes please, and soon: the plan is due in March."],
    ],
  },
];

/** Three requests that are about to be sent on, in three states. */
export async function loadReferralCases(db: Database): Promise<void> {
  for (const { id, requestId, reason, summary, steps } of CASES) {
    const [first, last] = [steps[0], steps.at(-1)];
    if (!first || !last) continue;
    await db.insert(referralCases).values({ id, requestId, reason, summary, ...TO, state: last[1], dueAt: dueAfter(last[1], new Date(last[2])), draftedAt: new Date(first[2]) });
    await db.insert(referralEvents).values(steps.map(([action, , at, byName, word]) => ({ caseId: id, action, at: new Date(at), byName, word })));
  }
}
