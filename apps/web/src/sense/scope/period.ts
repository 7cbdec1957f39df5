/** Calendar arithmetic on plain dates (`2020-05-01`), which have no time zone. */

/** A span of days: `from` inclusive, `to` exclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const utc = (date: string) => new Date(`${date}T00:00:00Z`);
const plain = (date: Date) => date.toISOString().slice(0, 10);

/** Whether `text` is a day of the calendar, written `2020-05-01`. */
export function isCalendarDate(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = utc(text);
  return !Number.isNaN(date.getTime()) && plain(date) === text;
}

/** The date `days` later; negative is earlier. */
export function addDays(date: string, days: number): string {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return plain(moved);
}

/** The first of the month that is `months` after the one `date` lies in. */
export function monthStart(date: string, months = 0): string {
  const day = utc(date);
  return plain(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)));
}

/** Monday of an ISO week (`2020-W19`): week 1 holds 4 January. */
function weekStart(year: number, week: number): string {
  const fourth = utc(`${year}-01-04`);
  const weekday = (fourth.getUTCDay() + 6) % 7;
  return addDays(plain(fourth), (week - 1) * 7 - weekday);
}

/** The days a time key covers: `2020-05`, `2020-Q2` or `2020-W19`; null for any other text. */
export function periodOfKey(key: string): Period | null {
  const [, year, kind, digits] = /^(\d{4})-(Q|W)?(\d{1,2})$/.exec(key) ?? [];
  if (year === undefined || digits === undefined) return null;
  const number = Number(digits);
  if (kind === "W") {
    const from = weekStart(Number(year), number);
    return { from, to: addDays(from, 7) };
  }
  const month = kind === "Q" ? number * 3 - 2 : number;
  if (month < 1 || month > 12) return null;
  const from = `${year}-${String(month).padStart(2, "0")}-01`;
  return { from, to: monthStart(from, kind === "Q" ? 3 : 1) };
}

export interface Preset extends Period {
  readonly label: string;
}

/** School years run from 1 July, the date on which districts' own years turn. */
function schoolYear(firstYear: number): Preset {
  const label = `School year ${firstYear}–${String(firstYear + 1).slice(2)}`;
  return { label, from: `${firstYear}-07-01`, to: `${firstYear + 1}-07-01` };
}

/** Periods worth one click on a given day: the latest first. */
export function presets(today: string): readonly Preset[] {
  const year = Number(today.slice(0, 4));
  const firstYear = today.slice(5) >= "07-01" ? year : year - 1;
  const tomorrow = addDays(today, 1);
  return [
    { label: "Last 4 weeks", from: addDays(tomorrow, -28), to: tomorrow },
    { label: "Last full month", from: monthStart(today, -1), to: monthStart(today) },
    { label: "Last 3 full months", from: monthStart(today, -3), to: monthStart(today) },
    { label: `Fall ${firstYear} (Aug–Dec)`, from: `${firstYear}-08-01`, to: `${firstYear + 1}-01-01` },
    { label: `Spring ${firstYear + 1} (Jan–May)`, from: `${firstYear + 1}-01-01`, to: `${firstYear + 1}-06-01` },
    schoolYear(firstYear),
    schoolYear(firstYear - 1),
  ].filter(({ from }) => from <= today);
}

const monthYear = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });
const dayMonthYear = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** `Sep 2020`. */
export const monthName = (date: string) => monthYear.format(utc(date));

/** `Sep 14, 2020`. */
export const dayName = (date: string) => dayMonthYear.format(utc(date));

const isMonthStart = (date: string) => date.endsWith("-01");

/** A period in words, whole months where it can: `Aug 2020 – Dec 2020`, `from Sep 14, 2020`. */
export function periodName({ from, to }: { readonly from?: string; readonly to?: string }): string | null {
  const last = to === undefined ? null : addDays(to, -1);
  const months = (from === undefined || isMonthStart(from)) && (to === undefined || isMonthStart(to));
  const name = months ? monthName : dayName;
  if (from === undefined) return last === null ? null : `until ${name(last)}`;
  if (last === null) return `since ${name(from)}`;
  return name(from) === name(last) ? name(from) : `${name(from)} – ${name(last)}`;
}
