import type { OwnModel } from "../../gql/graphql";

export const MODEL_NAMES: Readonly<Record<OwnModel, string>> = { PLUS_TEAM: "Plus team", PEER: "Peers" };

const monthYear = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });
const dayMonthYear = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** `Sep 2020`, of any day of it. */
export const monthText = (day: string): string => monthYear.format(new Date(`${day}T00:00:00Z`));
/** `Sep 14, 2020`. */
export const dayText = (day: string): string => dayMonthYear.format(new Date(`${day}T00:00:00Z`));

interface Offer {
  readonly activeFrom: string;
  readonly activeTo?: string | null;
  readonly uses: readonly { readonly month: string; readonly days: number }[];
}

const nextMonth = (month: string): string => {
  const day = new Date(`${month}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1);
  return day.toISOString().slice(0, 10);
};

/** The first days of the months in which days were offered up to today, the latest first. */
export function monthsOf({ activeFrom, activeTo }: Omit<Offer, "uses">, today: string): readonly string[] {
  const months: string[] = [];
  for (let month = `${activeFrom.slice(0, 7)}-01`; month <= today && (activeTo == null || month < activeTo); month = nextMonth(month)) months.push(month);
  return months.toReversed();
}

/** Months that are over, and of which nothing was reported; the latest first. */
export function missingMonths(offer: Offer, today: string): readonly string[] {
  const reported = new Set(offer.uses.map(({ month }) => month));
  return monthsOf(offer, today).filter((month) => nextMonth(month) <= today && !reported.has(month));
}

const tenth = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
export const daysText = (days: number): string => `${tenth.format(days)} ${days === 1 ? "day" : "days"}`;

/** What was reported last, and what is missing. */
export function reportedText(offer: Offer, today: string): { readonly text: string; readonly isMissing: boolean } {
  const missing = missingMonths(offer, today);
  const last = offer.uses.at(-1);
  const said = last === undefined ? null : `${daysText(last.days)} in ${monthText(last.month)}`;
  if (missing.length === 0) return { text: said ?? "Has just begun", isMissing: false };
  const [latest = ""] = missing;
  const lacking = missing.length === 1 ? monthText(latest) : `${missing.length} months`;
  return { text: said === null ? `${lacking} not reported` : `${said}; ${lacking} missing`, isMissing: true };
}

/** A number as typed; NaN where it is none. */
export const numberOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text.trim().replaceAll(",", "")));

const MOST_IN_A_TEAM = 8;
const DAYS_OF_A_MONTH = 31;

export interface Stated {
  readonly systemId: string | null;
  readonly model: OwnModel;
  readonly schools: number;
  readonly people: number;
  /** NaN = not known. */
  readonly teachers: number;
  readonly daysPerMonth: number;
  readonly activeFrom: string;
  readonly activeTo: string;
}

const isWhole = (number: number): boolean => Number.isInteger(number) && number >= 1;

/** What is wrong with what was filled in, by field; the API asks the same. */
export function statedFaults(stated: Stated): Readonly<Record<string, string>> {
  const { systemId, model, schools, people, teachers, daysPerMonth, activeFrom, activeTo } = stated;
  return {
    ...(systemId === null && { systemId: "Choose a system." }),
    ...(!isWhole(schools) && { schools: "Give a number from 1." }),
    ...(!isWhole(people) ? { people: "Give a number from 1." } : model === "PLUS_TEAM" && people > MOST_IN_A_TEAM * schools && { people: "A Plus team has up to eight teachers a school." }),
    ...(!Number.isNaN(teachers) && !isWhole(teachers) && { teachers: "Give a number from 1, or nothing." }),
    ...(!(daysPerMonth >= 0) ? { daysPerMonth: "Give a number of days." } : daysPerMonth > people * DAYS_OF_A_MONTH && { daysPerMonth: "That is more days than a month has for them." }),
    ...(activeFrom === "" && { activeFrom: "Give the first day." }),
    ...(activeTo !== "" && activeTo <= activeFrom && { activeTo: "The last day comes after the first." }),
  };
}
