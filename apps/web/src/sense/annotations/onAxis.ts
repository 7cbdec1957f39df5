import type { Annotation } from "./annotationsQuery";

/** A mark on a time axis of months: its number in the key below, and where it stands, 0 = the first month's start. */
export interface AxisMark {
  readonly number: number;
  readonly x: number;
}

export interface KeyedAnnotation {
  readonly number: number;
  /** Where it stands on the axis: at its end, if it is of the last month. */
  readonly x: number;
  readonly annotation: Annotation;
}

/** Where a day falls on an axis whose marks are months, the first of them at 0; in fractions of the month's days. */
export function monthsInto(firstMonth: string, day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [firstYear = 0, first = 1] = firstMonth.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (year - firstYear) * 12 + (month - first) + (date - 1) / days;
}

/**
 * The annotations that fall on an axis of months, numbered in the order of time.
 * @param months first days of the months shown, in order.
 * @param code the topic that the axis is of; annotations of other topics are left out. Null = those of everything.
 */
export function onMonths(annotations: readonly Annotation[], months: readonly string[], codes: ReadonlySet<string>): KeyedAnnotation[] {
  const [first] = months;
  if (first === undefined) return [];
  const fits = ({ onDay, topic }: Annotation) => {
    const x = monthsInto(first, onDay);
    return x >= 0 && x < months.length && (topic === null || codes.has(topic.code));
  };
  return annotations.filter(fits).map((annotation, at) => ({ number: at + 1, x: Math.min(monthsInto(first, annotation.onDay), months.length - 1), annotation }));
}

/** The marks of one panel: those of everything, and those of its own topic. */
export function marksOf(keyed: readonly KeyedAnnotation[], code: string): AxisMark[] {
  return keyed.filter(({ annotation: { topic } }) => topic === null || topic.code === code).map(({ number, x }) => ({ number, x }));
}
