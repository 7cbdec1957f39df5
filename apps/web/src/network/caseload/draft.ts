import type { SessionMode, StepOwner } from "../../gql/graphql";
import type { CaseloadEngagement } from "./caseloadQuery";

/** A resource as it is chosen. */
export interface ChosenResource {
  readonly id: string;
  readonly title: string;
}

/** What is said of a call before it is sent. */
export interface CallDraft {
  /** The session's id from the first letter on: what is sent twice is logged once. */
  readonly id: string;
  readonly plannedCallId: string | null;
  /** When that call was to begin: it is planned no more once it is logged, and what is sent twice says the same. */
  readonly plannedStart: string | null;
  /** As datetime-local has it; empty = just now, or when it was planned. */
  readonly heldAt: string;
  readonly topics: readonly string[];
  readonly level: number | null;
  readonly minutes: number | null;
  readonly mode: SessionMode | null;
  readonly note: string;
  readonly step: string;
  readonly stepWho: StepOwner;
  /** A day; empty = not said. */
  readonly stepDue: string;
  /** Steps beyond the first, of a call that is changed. */
  readonly moreSteps: readonly { readonly text: string; readonly who: StepOwner; readonly due: string | null }[];
  readonly coachIds: readonly string[];
  readonly resources: readonly ChosenResource[];
}

const USUAL_MINUTES = 45;

/** What a form begins with: the topics of last time, else of the request; the length that was planned, else of last time. */
export function freshDraft(engagement: Pick<CaseloadEngagement, "lastSession" | "request" | "plannedCalls">, plannedCallId: string | null, newId: string): CallDraft {
  const { lastSession, request, plannedCalls } = engagement;
  const planned = plannedCalls.find(({ id }) => id === plannedCallId);
  const topics = lastSession && lastSession.topics.length > 0 ? lastSession.topics : request.topics;
  return {
    id: newId,
    plannedCallId,
    plannedStart: planned?.startsAt ?? null,
    heldAt: "",
    topics: topics.map(({ id }) => id),
    level: null,
    minutes: planned?.minutes ?? lastSession?.minutes ?? USUAL_MINUTES,
    mode: planned?.mode ?? "VIDEO",
    note: "",
    step: "",
    stepWho: "LEADER",
    stepDue: "",
    moreSteps: [],
    coachIds: [],
    resources: [],
  };
}

/**
 * What was begun and not sent goes on, unless another planned call is to be logged. A call that is planned no more, since
 * it was called off or its logging had no answer, is not named again; when it was to begin stays.
 */
export function begunDraft(engagement: Parameters<typeof freshDraft>[0], plannedCallId: string | null, kept: CallDraft | null, newId: string): CallDraft {
  if (kept === null || (plannedCallId !== null && kept.plannedCallId !== plannedCallId)) return freshDraft(engagement, plannedCallId, newId);
  const isPlanned = engagement.plannedCalls.some(({ id }) => id === kept.plannedCallId);
  return { ...kept, plannedCallId: isPlanned ? kept.plannedCallId : null };
}

/** The draft as the API takes it. */
export function inputOf(draft: CallDraft, engagementId: string) {
  const { id, plannedCallId, plannedStart, heldAt, topics, level, minutes, mode, note, step, stepWho, stepDue, moreSteps, coachIds, resources } = draft;
  const first = step.trim() === "" ? [] : [{ text: step.trim(), who: stepWho, due: stepDue === "" ? null : stepDue }];
  return {
    id,
    engagementId,
    plannedCallId,
    heldAt: heldAt === "" ? plannedStart : new Date(heldAt).toISOString(),
    topics: [...topics],
    challengeLevel: level,
    minutes,
    mode,
    note: note.trim() === "" ? null : note.trim(),
    steps: [...first, ...moreSteps],
    coachIds: [...coachIds],
    resourceIds: resources.map((each) => each.id),
  };
}

const KEPT_MS = 86_400_000;

interface Kept {
  readonly at: number;
  readonly draft: CallDraft;
}

/** A draft belongs to the relationship of a new call, or to the call that is changed. */
const keyOf = (accountId: string, subjectId: string): string => `call-draft ${accountId} ${subjectId}`;

/** A draft of the last day that was not sent; null where there is none. A window without storage has none. */
export function keptDraft(accountId: string, subjectId: string, storage: Storage | null, now: number): CallDraft | null {
  try {
    const kept = JSON.parse(storage?.getItem(keyOf(accountId, subjectId)) ?? "null") as Kept | null;
    return kept !== null && now - kept.at < KEPT_MS ? kept.draft : null;
  } catch {
    return null;
  }
}

/** Keeps a draft on this device, or forgets it. */
export function keepDraft(accountId: string, subjectId: string, storage: Storage | null, draft: CallDraft | null, now: number): void {
  try {
    if (draft === null) storage?.removeItem(keyOf(accountId, subjectId));
    else storage?.setItem(keyOf(accountId, subjectId), JSON.stringify({ at: now, draft } satisfies Kept));
  } catch {
    // A full or forbidden storage keeps nothing; the form still holds it.
  }
}
