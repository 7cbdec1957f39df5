import { z } from "zod";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";

const MILLISECONDS_PER_DAY = 86_400_000;

/** Writes a day as year-month-day. */
const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: NETWORK_TIME_ZONE, dateStyle: "short" });

/** The network's calendar day at an instant. */
export const dayAt = (instant: Date): string => DAY.format(instant);

/** The day so many days later; earlier for a negative number. */
export const daysLater = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

/** The Monday of the week that holds a day. */
export const mondayOf = (day: string): string => daysLater(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/**
 * Why no call is known by a day; null where one is: a call is known by a Monday that has come.
 * @param today the network's calendar day.
 */
export function weekFault(week: string, today: string): string | null {
  if (!isMonday(week)) return `A learning call is known by the Monday of its week; ${week} is none.`;
  return week > mondayOf(today) ? "The pack of a week is made from what came before its Monday, which is still to come." : null;
}

/** A day as mutations take it. */
export const someDay = z.iso.date("A day is written as year-month-day, such as 2020-05-04.");
