import type { ReferralOutcome } from "@arl/schema/enums";
import type { ReferralRecord } from "@arl/schema/records";
import { PILOT_END } from "./calendar";
import type { Match } from "./engagements";
import { idOf, randomStream } from "./random";
import type { Ask } from "./timeline";

const DESTINATION = "Trellis Consultant Marketplace";

const REASONS = [
  "Needs hands-on project work over several months.",
  "Asks for an evaluation with data collection.",
  "Needs a full budget rebuild, not advice.",
  "Wants a facilitated community process.",
  "Curriculum writing at a scale beyond coaching.",
  "Technology rollout that needs a project manager.",
] as const;

/** What became of those sent out, in turn; not known yet of about four in ten. */
const OUTCOMES: readonly (ReferralOutcome | null)[] = [
  "started", null, "started", "not_started", "started", null, "started", "declined", null, "started",
];

interface Sent {
  readonly request: number;
  readonly sentAt: Date;
}

/** Requests sent on without coaching go out some days after they came in; the others when their coaching closes. */
function sentOut(asks: readonly Ask[], matches: readonly Match[]): Sent[] {
  const random = randomStream("sent out");
  const direct = asks.flatMap((ask, request) =>
    ask.fate === "REFERRED"
      ? [{ request, sentAt: new Date(ask.submittedAt.getTime() + random.whole(20, 110) * 3_600_000) }]
      : [],
  );
  const coached = matches.flatMap(({ record, course }) =>
    record.closeReason === "referred_out" && record.closedAt !== null ? [{ request: course.ask, sentAt: record.closedAt }] : [],
  );
  return [...direct, ...coached].toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
}

/** Referrals in the order in which they were sent. */
export function buildReferrals(asks: readonly Ask[], matches: readonly Match[]): ReferralRecord[] {
  const random = randomStream("referrals");
  return sentOut(asks, matches).map(({ request, sentAt }, index) => {
    const known = OUTCOMES[index % OUTCOMES.length] ?? null;
    const outcomeAt = new Date(sentAt.getTime() + random.whole(9, 34) * 86_400_000);
    const outcome = outcomeAt < PILOT_END ? known : null;
    return {
      id: idOf("ref", index + 1),
      requestId: idOf("req", request + 1),
      sentAt,
      destination: DESTINATION,
      reason: random.pick(REASONS),
      outcome,
      outcomeAt: outcome === null ? null : outcomeAt,
    };
  });
}
