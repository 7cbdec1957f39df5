import type { CaseloadEngagement } from "./caseloadQuery";
import { timeOf } from "./words";

type Engagement = CaseloadEngagement;
type PlannedCall = Engagement["plannedCalls"][number];
type Step = Engagement["steps"][number];

export interface CallOf {
  readonly call: PlannedCall;
  readonly engagement: Engagement;
}

const callsOf = (engagements: readonly Engagement[]): CallOf[] => engagements.flatMap((engagement) => engagement.plannedCalls.map((call) => ({ call, engagement })));

/** A call that has begun by `now` was to be logged. */
const isBehind = ({ call }: CallOf, now: string): boolean => Date.parse(call.startsAt) <= Date.parse(now);
const byTime = (a: CallOf, b: CallOf): number => Date.parse(a.call.startsAt) - Date.parse(b.call.startsAt);

/** Calls ahead, the next first. */
export const callsAhead = (engagements: readonly Engagement[], now: string): CallOf[] => callsOf(engagements).filter((each) => !isBehind(each, now)).toSorted(byTime);

/** Calls whose time has come and that nobody logged, the oldest first. */
export const callsToLog = (engagements: readonly Engagement[], now: string): CallOf[] => callsOf(engagements).filter((each) => isBehind(each, now)).toSorted(byTime);

/** What is open, what is due first before what has no day. */
export const openSteps = ({ steps }: Pick<Engagement, "steps">): Step[] =>
  steps.filter(({ doneAt }) => doneAt === null).toSorted((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));

/** Where an engagement is, in a line. */
export function leftOff({ lastSession, steps }: Pick<Engagement, "lastSession" | "steps">): string {
  const [step] = openSteps({ steps });
  if (step) return step.who === "COACH" ? `Next, you: ${step.text}` : `Next: ${step.text}`;
  if (!lastSession) return "No call yet.";
  return lastSession.topics.length === 0 ? "No next step agreed." : `Last about ${lastSession.topics.map(({ label }) => label).join(", ")}.`;
}

const counted = (count: number, one: string, many: string): string => (count === 1 ? `One ${one}` : `${count} ${many}`);

/** What the caseload says, in a sentence or two. */
export function caseloadFinding(engagements: readonly Engagement[], now: string, timeZone?: string): string {
  if (engagements.length === 0) return "You coach nobody just now.";
  const toLog = callsToLog(engagements, now).filter(({ engagement }) => engagement.mayLog).length;
  const asks = engagements.reduce((sum, { leaderAsks }) => sum + leaderAsks.length, 0);
  const [next] = callsAhead(engagements, now);
  const waits = [
    toLog > 0 ? `${counted(toLog, "call waits", "calls wait")} to be logged.` : null,
    asks > 0 ? `${counted(asks, "leader asks", "leaders ask")} for something.` : null,
  ].filter((each) => each !== null);
  const ahead = next ? `Next call: ${timeOf(next.call.startsAt, timeZone)}, ${next.engagement.request.system.name}.` : "No call is planned.";
  return [...waits, ahead].join(" ");
}
