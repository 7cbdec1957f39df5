/** Parts of a day as people say them, in minutes after midnight. */
export const DAY_PARTS = [
  { value: "early", label: "Before school", from: 420, to: 540 },
  { value: "morning", label: "Mornings", from: 540, to: 720 },
  { value: "midday", label: "Midday", from: 720, to: 840 },
  { value: "afternoon", label: "Afternoons", from: 840, to: 960 },
  { value: "late", label: "After school", from: 960, to: 1080 },
] as const;
export type DayPart = (typeof DAY_PARTS)[number]["value"];

export const DAYS = [
  { value: "1", label: "Mon" },
  { value: "2", label: "Tue" },
  { value: "3", label: "Wed" },
  { value: "4", label: "Thu" },
  { value: "5", label: "Fri" },
] as const;
export type Day = (typeof DAYS)[number]["value"];

interface Window {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** The stretches that the chosen parts of the chosen days make; no day chosen = all of them, no part = none. */
export function windowsOf(days: readonly Day[], parts: readonly DayPart[]): Window[] {
  const chosen = days.length === 0 ? DAYS.map(({ value }) => value) : days;
  return chosen.flatMap((day) => DAY_PARTS.filter(({ value }) => parts.includes(value)).map(({ from, to }) => ({ day: Number(day), from, to })));
}

/** What was chosen, from the stretches that it made. */
export function chosenIn(windows: readonly Window[]): { readonly days: readonly Day[]; readonly parts: readonly DayPart[] } {
  const days = DAYS.map(({ value }) => value).filter((value) => windows.some(({ day }) => day === Number(value)));
  return { days: days.length === DAYS.length ? [] : days, parts: DAY_PARTS.filter(({ from }) => windows.some((window) => window.from === from)).map(({ value }) => value) };
}
