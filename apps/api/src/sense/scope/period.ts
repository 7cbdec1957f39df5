/** Calendar periods, known by their first day (`2020-05-01`; a week by its Monday). Days are plain dates, without a zone. */
export type Period = "WEEK" | "MONTH" | "QUARTER";

const DAY_MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const toUtc = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);
const toDay = (date: Date): string => date.toISOString().slice(0, 10);

/** First day of the next period. */
function nextPeriod(period: Period, firstDay: string): string {
  const date = toUtc(firstDay);
  if (period === "WEEK") return toDay(new Date(date.getTime() + 7 * DAY_MS));
  return toDay(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (period === "MONTH" ? 1 : 3), 1)));
}

/** Every period from the first to the last of those given, in order and without gaps. */
export function periodsBetween(period: Period, firstDays: readonly string[]): string[] {
  const sorted = firstDays.map((day) => day.slice(0, 10)).sort();
  const last = sorted.at(-1);
  const periods: string[] = [];
  for (let day = sorted[0]; day !== undefined && last !== undefined && day <= last; day = nextPeriod(period, day)) periods.push(day);
  return periods;
}

/** The day before, but not before the first. */
export function dayBefore(day: string, first: string): string {
  const before = toDay(new Date(toUtc(day).getTime() - DAY_MS));
  return before < first ? first : before;
}

/** First day of the period in which a day lies. */
export function startOfPeriod(period: Period, day: string): string {
  const date = toUtc(day);
  if (period === "WEEK") return toDay(new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS));
  const month = date.getUTCMonth();
  return toDay(new Date(Date.UTC(date.getUTCFullYear(), period === "MONTH" ? month : month - (month % 3), 1)));
}

/** Whether a period, its last day exclusive, is one calendar month, quarter or year. */
export function isCalendarPeriod(from: string, to: string): boolean {
  const months = from.endsWith("-01") && to.endsWith("-01") ? monthsFrom(from, to) : 0;
  return (months === 1 || months === 3 || months === 12) && (Number(from.slice(5, 7)) - 1) % months === 0;
}

/** `2020-W19`, `2020-05` or `2020-Q2`. A week belongs to the year of its Thursday (ISO 8601). */
export function periodKey(period: Period, firstDay: string): string {
  const date = toUtc(firstDay);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  if (period === "MONTH") return `${year}-${pad(month)}`;
  if (period === "QUARTER") return `${year}-Q${Math.ceil(month / 3)}`;
  const thursday = new Date(date.getTime() + 3 * DAY_MS);
  const weekYear = thursday.getUTCFullYear();
  const dayOfYear = (thursday.getTime() - Date.UTC(weekYear, 0, 1)) / DAY_MS;
  return `${weekYear}-W${pad(Math.floor(dayOfYear / 7) + 1)}`;
}

/** "Week of 4 May 2020", "May 2020" or "Q2 2020". */
export function periodLabel(period: Period, firstDay: string): string {
  const date = toUtc(firstDay);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (period === "MONTH") return `${MONTHS[month]} ${year}`;
  if (period === "QUARTER") return `Q${Math.floor(month / 3) + 1} ${year}`;
  return `Week of ${date.getUTCDate()} ${MONTHS[month]} ${year}`;
}

/** Whole calendar months from one month's first day to another's. */
export function monthsFrom(firstDay: string, day: string): number {
  const [from, to] = [toUtc(firstDay), toUtc(day)];
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
}

const pad = (number: number): string => String(number).padStart(2, "0");

/** The first day of the period that a key names; null when it names none. */
export function firstDayOf(period: Period, key: string): string | null {
  const [, year, unit] = /^(\d{4})-(W\d{2}|Q[1-4]|\d{2})$/.exec(key) ?? [];
  if (year === undefined || unit === undefined) return null;
  const firstDay = toDay(startOf(Number(year), unit));
  return periodKey(period, firstDay) === key ? firstDay : null;
}

function startOf(year: number, unit: string): Date {
  if (unit.startsWith("Q")) return new Date(Date.UTC(year, (Number(unit.slice(1)) - 1) * 3, 1));
  if (!unit.startsWith("W")) return new Date(Date.UTC(year, Number(unit) - 1, 1));
  // The week with 4 January is the first of its year.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
  return new Date(monday + (Number(unit.slice(1)) - 1) * 7 * DAY_MS);
}
