import type { IntakeField } from "../../gql/graphql";
import { count, counted, percent, type FigureFields } from "../figure/format";

export interface FieldFlow {
  readonly field: IntakeField;
  readonly reached: FigureFields;
  readonly left: FigureFields;
  readonly ofLeavers: FigureFields;
  readonly seconds: FigureFields;
}

export interface Visits {
  readonly opened: FigureFields;
  readonly submittedShare: FigureFields;
  readonly leftBeforeAny: FigureFields;
  readonly fields: readonly FieldFlow[];
}

export interface Times {
  readonly medianSeconds: FigureFields;
  readonly ninetiethSeconds: FigureFields;
}

/** What the form asks, shortly. */
export const FIELD_WORDS: Record<IntakeField, string> = {
  DISTRICT: "District",
  SYSTEM: "Name, if not listed",
  STATE: "State, if not listed",
  NARRATIVE: "What is on your mind",
  URGENCY: "How soon",
  EMAIL: "E-mail",
};

const QUOTED: Record<IntakeField, string> = {
  DISTRICT: "“Your district or school”",
  SYSTEM: "“Name of your district or school”",
  STATE: "“State”",
  NARRATIVE: "“What is on your mind?”",
  URGENCY: "“How soon?”",
  EMAIL: "“Your e-mail”",
};

/** From so many on "of 100" says no more than was counted. */
const LEAST_OF_HUNDRED = 50;

/** `41 seconds`, `2 minutes 5 seconds`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (whole < 120) return counted(whole, "second");
  return rest === 0 ? counted(minutes, "minute") : `${counted(minutes, "minute")} ${counted(rest, "second")}`;
}

function timeClause({ medianSeconds: { value } }: Times): string | null {
  return value === null ? null : `Half of those who send the form are through in ${duration(value)}`;
}

function sentClause({ opened, submittedShare: { value } }: Visits): string | null {
  if (value === null || opened.value === null) return null;
  if (opened.value >= LEAST_OF_HUNDRED) return `of 100 who open it, ${count(value * 100)} send it`;
  return `of ${count(opened.value)} who opened it, ${count(value * opened.value)} sent it`;
}

/** The page's sentence: how long it takes, how many come through, and where the others leave, as far as each can be told. */
export function intakeSentence(visits: Visits, times: Times): string {
  const [time, sent] = [timeClause(times), sentClause(visits)];
  const first = [time, sent].filter((part) => part !== null).join("; ");
  const where = leavingSentence(visits);
  if (first === "") return "How people ask cannot be told yet.";
  const begun = `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
  return where === null ? begun : `${begun} ${where}.`;
}

interface Place {
  readonly of: string;
  readonly share: FigureFields;
}

/** Where those who leave do so, said no more surely than it is known; null where nobody left. */
export function leavingSentence({ leftBeforeAny, fields }: Pick<Visits, "leftBeforeAny" | "fields">): string | null {
  const places: Place[] = [{ of: "before the first field", share: leftBeforeAny }, ...fields.map(({ field, ofLeavers }) => ({ of: `at ${QUOTED[field]}`, share: ofLeavers }))];
  const [most, second] = places.filter(({ share }) => share.value !== null).toSorted((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  if (most === undefined || second === undefined) return null;
  const low = most.share.low ?? 0;
  if (low > 0.5) return `Most who leave, leave ${most.of}`;
  if (low > (second.share.high ?? 1)) return `More leave ${most.of} than anywhere else`;
  return "Where those who leave do so cannot be told apart";
}

/** What the picture of times shows, as a sentence. */
export function timesSentence({ medianSeconds, ninetiethSeconds }: Times): string {
  if (medianSeconds.value === null || ninetiethSeconds.value === null) return "How long the form takes cannot be told";
  return `Half are through in ${duration(medianSeconds.value)}, nine in ten in ${duration(ninetiethSeconds.value)}`;
}

/** What the picture of visits shows, as a sentence. */
export function flowSentence(visits: Visits): string {
  const sent = visits.submittedShare.value === null ? null : `${percent(visits.submittedShare.value)} of those who open the form send it`;
  const where = leavingSentence(visits);
  if (sent === null) return "How far people come in the form";
  return where === null ? sent : `${sent}. ${where}`;
}
