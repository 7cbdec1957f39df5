import { ENROLLMENT_BANDS, GOVERNANCES, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";
import type { Key } from "../figure/key.type";
import {
  CHALLENGE_LABELS,
  ENROLLMENT_LABELS,
  GOVERNANCE_LABELS,
  LOCALE_LABELS,
  POVERTY_LABELS,
  REGION_LABELS,
  TITLE_I_LABELS,
  UNKNOWN_LABEL,
} from "./labels";
import { dayBefore, firstDayOf, periodKey, periodLabel, periodsBetween, startOfPeriod, type Period } from "./period";
import type { Dimension } from "./scope.type";
import type { NamedThings } from "./vocabulary.queries";

/** What one dimension's keys are called, from the keys as the database gives them. */
export interface Headings {
  /** In the order in which they are shown. */
  readonly keys: readonly Key[];
  /** The heading of a key as the database gives it. */
  of(databaseKey: string): Key;
}

/** Whether a dimension cuts time. */
const isPeriod = (dimension: Dimension): dimension is Period =>
  dimension === "WEEK" || dimension === "MONTH" || dimension === "QUARTER";

/** Dimensions whose keys are steps of a scale: between the first and the last that occur, none is left out. */
const SCALES: ReadonlySet<Dimension> = new Set(["POVERTY_BAND", "ENROLLMENT_BAND", "CHALLENGE_LEVEL"]);

/**
 * Headings for the keys that occur, in the order of their own list, what is not known last. Periods and the steps of a
 * scale are listed without gaps between the first and the last; everything else as far as it occurs.
 */
export function headingsFor(dimension: Dimension, occurring: readonly string[], names: NamedThings): Headings {
  if (isPeriod(dimension)) {
    const days = periodsBetween(dimension, occurring);
    const byDay = new Map(days.map((day) => [day, { key: periodKey(dimension, day), label: periodLabel(dimension, day) }]));
    return headings(byDay, (key) => key.slice(0, 10));
  }
  const listed = listedKeys(vocabularyOf(dimension, names), new Set(occurring), SCALES.has(dimension));
  return headings(new Map(listed.map(([key, label]) => [key, { key, label }])), (key) => key);
}

function listedKeys(vocabulary: readonly Named[], occurring: ReadonlySet<string>, isScale: boolean): readonly Named[] {
  const steps = vocabulary.filter(([key]) => key !== "UNKNOWN");
  const first = steps.findIndex(([key]) => occurring.has(key));
  const last = steps.findLastIndex(([key]) => occurring.has(key));
  return vocabulary.filter(([key], at) => occurring.has(key) || (isScale && first !== -1 && at > first && at < last));
}

function headings(byKey: ReadonlyMap<string, Key>, normalise: (key: string) => string): Headings {
  return {
    keys: [...byKey.values()],
    of: (databaseKey) => {
      const heading = byKey.get(normalise(databaseKey));
      if (!heading) throw new Error(`The key ${databaseKey} is in no list of headings.`);
      return heading;
    },
  };
}

type Named = readonly [key: string, label: string];

function vocabularyOf(dimension: Exclude<Dimension, Period>, names: NamedThings): readonly Named[] {
  const unknown: Named = ["UNKNOWN", UNKNOWN_LABEL];
  switch (dimension) {
    case "TOPIC":
    case "DOMAIN":
      return names.topicRows.map(({ code, label }) => [code, label]);
    case "STATE":
      return [...names.stateNames];
    case "PROVIDER":
      return [...names.providerNames];
    case "REGION":
      return REGIONS.map((key) => [key, REGION_LABELS[key]]);
    case "LOCALE":
      return [...LOCALES.map((key): Named => [key, LOCALE_LABELS[key]]), unknown];
    case "TITLE_I":
      return [...Object.entries(TITLE_I_LABELS), unknown];
    case "POVERTY_BAND":
      return POVERTY_BANDS.map((key) => [key, POVERTY_LABELS[key]]);
    case "ENROLLMENT_BAND":
      return ENROLLMENT_BANDS.map((key) => [key, ENROLLMENT_LABELS[key]]);
    case "GOVERNANCE":
      return [...GOVERNANCES.map((key): Named => [key, GOVERNANCE_LABELS[key]]), unknown];
    case "CHALLENGE_LEVEL":
      return [...Object.entries(CHALLENGE_LABELS), unknown];
  }
}

/** Every key that a dimension has, as the database gives it; of periods, those that a span of days touches. */
export function everyKey(dimension: Dimension, names: NamedThings, { from, to }: Span): string[] {
  if (isPeriod(dimension)) return periodsBetween(dimension, [startOfPeriod(dimension, from), startOfPeriod(dimension, dayBefore(to, from))]).map((day) => `${day} 00:00:00`);
  if (dimension !== "TOPIC" && dimension !== "DOMAIN") return vocabularyOf(dimension, names).map(([key]) => key);
  const other = dimension === "TOPIC" ? "domain" : "topic";
  return names.topicRows.filter(({ kind }) => kind !== other).map(({ code }) => code);
}

/** Days from the first to before the last. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A heading's key as the database gives it: a period by the timestamp of its first day. A key that names nothing stays as it is. */
export function databaseKey(dimension: Dimension, key: string): string {
  if (!isPeriod(dimension)) return key;
  const firstDay = firstDayOf(dimension, key);
  return firstDay === null ? key : `${firstDay} 00:00:00`;
}
