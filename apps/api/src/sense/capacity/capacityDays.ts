import { exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import { COACHING_MODELS, type CapacityDays, type CapacityModel, type CapacityMonth, type CoachingModel } from "./capacityDays.type";
import type { MonthOfDays } from "./capacity.queries";

/** Coaching days by model, from what each organisation and each model has in each month. */
export function capacityDays(rows: readonly MonthOfDays[]): CapacityDays {
  const byModel = Map.groupBy(rows, ({ model }) => model);
  return { models: COACHING_MODELS.flatMap((model) => modelOf(model, byModel.get(model) ?? [])) };
}

function modelOf(model: CoachingModel, rows: readonly MonthOfDays[]): CapacityModel[] {
  if (rows.length === 0) return [];
  const byMonth = [...Map.groupBy(rows, ({ month }) => month)].sort(([one], [other]) => (one < other ? -1 : 1));
  const months = byMonth.map(([month, of]): CapacityMonth => ({ month, offered: exact(sum(of, "offered"), sum(of, "people")), used: exact(sum(of, "used"), sum(of, "uses")) }));
  // Who coaches in two months is one person: the month with most of them tells how many there are.
  const people = Math.max(...months.map(({ offered }) => offered.n ?? 0));
  return [{ model, months, offered: exact(sum(rows, "offered"), people), used: exact(sum(rows, "used"), sum(rows, "uses")), perTeacher: perTeacher(byMonth.map(([, of]) => of)) }];
}

/** Days of the period for each teacher; the month in which most are coached says how many teachers there are. */
function perTeacher(months: readonly (readonly MonthOfDays[])[]): Figure {
  const teachers = Math.max(0, ...months.map((rows) => sum(rows, "teachers")));
  return teachers === 0 ? withheld("NO_DATA", 0) : exact(sum(months.flat(), "offeredWithTeachers") / teachers, teachers);
}

const sum = (rows: readonly MonthOfDays[], what: "offered" | "people" | "used" | "uses" | "teachers" | "offeredWithTeachers"): number => rows.reduce((total, row) => total + (row[what] ?? 0), 0);
