import type { LeaderAskKind } from "../leaderPage/ask.table";

/** Whom a mail comes from in name, and whom an answer to it reaches. */
interface Person {
  readonly name: string;
  readonly email: string;
}

/** The part of a mail's payload that says which request it is about, and who is answered. */
const about = (requestId: string, { name, email }: Person) => ({ requestId, replyTo: { name, address: email } });

const ASKED: Readonly<Record<LeaderAskKind, string>> = {
  more: "You asked for more support.",
  another_call: "You asked for another call.",
  colleague: "You asked us to bring in a colleague.",
  correction: "You told us what we had understood wrongly.",
  stop: "You asked us to stop.",
  message: "You wrote to us.",
};

/** To a leader who asked something. */
export function answeredMail(requestId: string, { kind, answer, from }: { readonly kind: LeaderAskKind; readonly answer: string; readonly from: Person }) {
  return {
    ...about(requestId, from),
    paragraphs: [ASKED[kind], ...paragraphsOf(answer), from.name],
    action: "See your request",
    linkTo: { kind: "request", subjectId: requestId },
    notes: [`Answer this mail to reach ${from.name}.`],
  };
}

export const WITHDRAW_REASONS = ["no_longer_needed", "no_response", "not_ours", "not_a_request", "other"] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

const ENDED: Readonly<Record<WithdrawReason, string>> = {
  no_longer_needed: "As you no longer need it, we have closed your request for coaching.",
  no_response: "We have not heard from you for a while, so we have closed your request for coaching.",
  not_ours: "What you ask for is not something that this network's coaches can help with, so we have closed your request.",
  not_a_request: "We have closed your request for coaching.",
  other: "We have closed your request for coaching.",
};

/** To a leader whose request ends without coaches. */
export function withdrawnMail(requestId: string, { reason, from }: { readonly reason: WithdrawReason; readonly from: Person }) {
  return {
    ...about(requestId, from),
    paragraphs: [ENDED[reason], "If that is not right, answer this mail, and we take it up again where it was.", from.name],
    action: "See your request",
    linkTo: { kind: "request", subjectId: requestId },
  };
}

/** To a colleague who is given a request. */
export function assignedMail(requestId: string, { systemName, from }: { readonly systemName: string; readonly from: Person }) {
  return {
    ...about(requestId, from),
    paragraphs: [`${from.name} has asked you to look after the request of ${systemName}.`],
    action: "Open it",
    link: `/desk/${encodeURIComponent(requestId)}`,
  };
}

/** A line of what waits for somebody. */
export interface DigestLine {
  readonly systemName: string;
  readonly step: string;
  /** Whole days past the date; 0 = less than one. */
  readonly overdueDays: number;
}

const MOST_LINES = 10;

/** To somebody some of whose requests are overdue, in the morning. */
export function digestMail(lines: readonly DigestLine[]) {
  const due = (days: number) => (days === 0 ? "by less than a day" : days === 1 ? "by a day" : `by ${days} days`);
  const more = lines.length - MOST_LINES;
  return {
    paragraphs: [
      lines.length === 1 ? "One of your requests is overdue." : `${lines.length} of your requests are overdue.`,
      ...lines.slice(0, MOST_LINES).map(({ systemName, step, overdueDays }) => `${systemName}: ${step} (overdue ${due(overdueDays)}).`),
      ...(more > 0 ? [`And ${more} more.`] : []),
    ],
    action: "Open your desk",
    link: "/desk",
  };
}

const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== "");
