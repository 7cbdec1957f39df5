import { counted, lower, spoken, type FigureFields } from "../figure/format";

export interface ForecastFields {
  readonly capacityHours: FigureFields;
  readonly places: FigureFields;
  readonly utilisation: FigureFields;
  readonly growth: FigureFields;
  readonly medianWait: FigureFields;
  readonly longWait: FigureFields;
  readonly late: FigureFields;
  readonly queue: FigureFields;
}

export interface Change {
  readonly added: number;
  /** Name of the organisation that is lost. */
  readonly lost: string | null;
}

/** Where a queue is going, as far as its load can be told. */
export type Course = "grows" | "mayGrow" | "keepsUp";

export function courseOf({ utilisation }: ForecastFields): Course {
  if (utilisation.value === null || (utilisation.low ?? 0) >= 1) return "grows";
  return utilisation.value >= 1 ? "mayGrow" : "keepsUp";
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const inWords = (number: number): string => NUMBERS[number] ?? String(number);

/** `two more specialists`, `the loss of Lantern`, or both. */
export function changeWords({ added, lost }: Change): string {
  const more = added === 0 ? null : `${inWords(added)} more ${added === 1 ? "specialist" : "specialists"}`;
  const loss = lost === null ? null : `the loss of ${lost}`;
  return [more, loss].filter((part) => part !== null).join(" and ");
}

/** A number of days as one says it: whole, to ten from 100 on. */
const days = (value: number): string => spoken(value >= 100 ? Math.round(value / 10) * 10 : Math.round(value));

/** A number of days for a table: tenths under ten, whole from there, three figures at most. */
export const tableDays = (value: number): string => spoken(value < 9.95 ? Math.round(value * 10) / 10 : value < 100 ? Math.round(value) : value);
/** To a tenth; no minus before a zero. */
const rounded = (value: number): string => spoken(Math.round(value * 10) / 10 || 0).replace("-", "−");

const within = ({ low, high }: FigureFields, say: (value: number) => string): string => {
  if (low === null) return "";
  return high === null ? ` (${say(low)} or longer)` : ` (${say(low)} to ${say(high)})`;
};

const isNoWait = ({ medianWait }: ForecastFields): boolean => medianWait.value !== null && medianWait.value < 1;
const dayWord = (value: number): string => (days(value) === "1" ? "day" : "days");

function nowWords(now: ForecastFields, label: string): string {
  const { growth, medianWait, late } = now;
  const course = courseOf(now);
  if (course !== "keepsUp") return `the queue for ${lower(label)} ${course === "grows" ? "grows" : "may well grow"} by ${rounded(growth.value ?? 0)} requests a week${within(growth, rounded)}`;
  if (isNoWait(now)) return `most who ask about ${lower(label)} will find a specialist with room at once; ${lateWords(late)} will wait longer than two days`;
  return `half of those who ask about ${lower(label)} will wait ${days(medianWait.value ?? 0)} ${dayWord(medianWait.value ?? 0)} at most${within(medianWait, days)}`;
}

/** Some may always wait: none in the futures drawn is hardly anybody. */
const lateWords = (late: FigureFields): string => ((late.high ?? late.value ?? 0) < 0.005 ? "hardly anybody" : percentOf(late));

const percentOf = ({ value, low, high }: FigureFields): string => {
  const whole = (share: number) => String(Math.round(share * 100));
  return `${whole(value ?? 0)}%${low === null || high === null ? "" : ` (${whole(low)} to ${whole(high)})`}`;
};

function changedWords(now: ForecastFields, changed: ForecastFields, change: Change): string {
  const words = changeWords(change);
  const { growth, medianWait } = changed;
  if (changed.capacityHours.value === 0) return `after ${words} no specialist would be left`;
  if (courseOf(changed) !== "keepsUp") {
    const verb = (growth.value ?? 0) < (now.growth.value ?? 0) ? "slow that to" : "make that";
    const same = courseOf(now) !== "keepsUp";
    return same ? `${words} would ${verb} ${rounded(growth.value ?? 0)}${within(growth, rounded)}` : `${words} would make the queue grow by ${rounded(growth.value ?? 0)} a week${within(growth, rounded)}`;
  }
  if (isNoWait(changed)) return isNoWait(now) && courseOf(now) === "keepsUp" ? `${words} would change little` : `with ${words} most would find room at once`;
  const half = courseOf(now) === "keepsUp" && !isNoWait(now) ? "would make it" : "would let half wait no longer than";
  return `${words} ${half} ${days(medianWait.value ?? 0)} ${dayWord(medianWait.value ?? 0)}${within(medianWait, days)}`;
}

/** The page's sentence: what waits if things go on, and what the change would make of it. */
export function outlookSentence(label: string, arrivals: FigureFields, now: ForecastFields, changed: ForecastFields | null, change: Change): string {
  const hours = now.capacityHours.value ?? 0;
  const first = `At ${rounded(arrivals.value ?? 0)} requests a month and ${spoken(hours)} specialist ${hours === 1 ? "hour" : "hours"}, ${nowWords(now, label)}`;
  return `${first}${changed === null ? "" : `; ${changedWords(now, changed, change)}`}.`;
}

/** The finding of the picture over the weeks: what a change does to somebody who asks at the end. */
export function weeksSentence(last: { readonly now: FigureFields; readonly changed: FigureFields | null }, weeks: number): string {
  const said = (figure: FigureFields) => (figure.value === null ? "without end" : figure.value < 0.5 ? "not at all" : `${days(figure.value)} ${dayWord(figure.value)}`);
  const sure = (figure: FigureFields) => (figure.value === null || figure.value < 0.5 ? said(figure) : `${said(figure)}${within(figure, days)}`);
  const first = `Whoever asks in ${counted(weeks, "week")} will wait ${sure(last.now)}`;
  if (last.changed === null) return first;
  return said(last.changed) === said(last.now) ? `${first}, with the change and without it` : `${first}, and ${sure(last.changed)} after the change`;
}

/** Of the distribution: how many wait longer than the target, and whether the change can be told from none. */
export function lateSentence(now: ForecastFields, changed: ForecastFields | null, difference: FigureFields | null): string {
  const said = lateWords(now.late);
  const first = `${said.charAt(0).toUpperCase()}${said.slice(1)} will wait longer than two days`;
  if (changed === null || difference === null) return first;
  const isTold = (difference.low ?? 0) > 0 || (difference.high ?? 0) < 0;
  return `${first}, ${lateWords(changed.late)} after the change${isTold ? "" : ": no difference that can be told"}`;
}
