import type { SearchText } from "../scope/scope";

/** Days back in which requests are counted. Half a year lets more topics be told of than the gaps' 90 days. */
export const WINDOWS = [90, 180, 365] as const;
const USUAL_WINDOW = 180;
const USUAL_ADDED = 2;
const MOST_ADDED = 20;
const MOST_HOURS = 200;

/** What an address asks of the outlook. */
export interface OutlookView {
  /** Code of a topic or domain; null = the one that is most short. */
  readonly topic: string | null;
  readonly added: number;
  /** Hours a month of each; null = what the topic's median specialist gives. */
  readonly addedHours: number | null;
  readonly lostProvider: string | null;
  readonly windowDays: number;
}

const ID = /^[\w.:~-]{1,80}$/;

/** The view an address asks for; what it does not understand is the default. */
export function readOutlookView(search: SearchText): OutlookView {
  const added = wholeNumber(search["add"], MOST_ADDED);
  const hours = Number(search["hours"]);
  const windowDays = Number(search["window"]);
  return {
    topic: idOf(search["topic"]),
    added: added ?? USUAL_ADDED,
    addedHours: hours > 0 && hours <= MOST_HOURS ? hours : null,
    lostProvider: idOf(search["lost"]),
    windowDays: WINDOWS.some((days) => days === windowDays) ? windowDays : USUAL_WINDOW,
  };
}

const idOf = (text: string | undefined): string | null => (text !== undefined && ID.test(text) ? text : null);

function wholeNumber(text: string | undefined, most: number): number | null {
  if (text === undefined || !/^\d{1,2}$/.test(text)) return null;
  const number = Number(text);
  return number <= most ? number : null;
}
