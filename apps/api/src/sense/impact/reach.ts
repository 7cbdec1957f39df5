import { wilson } from "@arl/analysis/proportion";
import { LOCALES, type Locale } from "@arl/schema/enums";
import { estimate, exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Cell } from "../figure/key.type";
import { alsoWithheld, maybeShown, TOO_FEW, type Protection } from "../figure/protection";
import { LOCALE_LABELS } from "../scope/labels";
import type { KeyedFacts } from "../scope/facts.queries";
import type { Denominator, ReachShare } from "./impact.type";
import type { LocaleReach, NationalLocale } from "./reach.queries";

const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);

/** The shares of locales in the nation, beside which `served` puts those of the network. */
function besideNation(by: Denominator, nation: readonly NationalLocale[], served: (locale: Locale) => Figure): ReachShare[] {
  const counted = (row: NationalLocale) => (by === "SYSTEMS" ? row.districts : row.students);
  const all = sumOf(nation, counted);
  return LOCALES.map((locale) => {
    const row = nation.find((each) => each.locale === locale);
    return { key: { key: locale, label: LOCALE_LABELS[locale] }, served: served(locale), nation: row && all > 0 ? counted(row) / all : 0 };
  });
}

/** Reach by locale counted by systems: the locale mix, with every locale in it. */
export function reachBySystems(mix: readonly Cell[], nation: readonly NationalLocale[]): ReachShare[] {
  const n = mix[0]?.share.n ?? 0;
  return besideNation("SYSTEMS", nation, (locale) => mix.find(({ row }) => row?.key === locale)?.share ?? estimate(wilson(0, n)));
}

/** Reach by locale counted by students, exactly. They are all counted, so their share has no interval. */
export function exactReachByStudents(rows: readonly LocaleReach[], nation: readonly NationalLocale[]): ReachShare[] {
  const [students, known] = [sumOf(rows, (row) => row.students), sumOf(rows, (row) => row.studentsKnown)];
  return besideNation("STUDENTS", nation, (locale) => {
    const row = rows.find((each) => each.locale === locale);
    return students === 0 ? withheld("NO_DATA", known) : exact((row?.students ?? 0) / students, known);
  });
}

/** The same in protected form: a locale that the mix withholds is withheld here, too. */
export function protectedReachByStudents(facts: readonly KeyedFacts[] | null, mix: readonly Cell[], nation: readonly NationalLocale[], protection: Protection): ReachShare[] {
  const whole = facts?.find(({ column }) => column === "all");
  const inMix = (locale: string) => mix.some(({ row, share }) => row?.key === locale && share.value !== null);
  const line = (facts ?? []).filter(({ column }) => column !== "all").map((cell) => ({ locale: cell.column, facts: cell, shown: inMix(cell.column) && maybeShown(cell) }));
  const also = new Set(alsoWithheld(line, true).map(({ locale }) => locale));
  return besideNation("STUDENTS", nation, (locale) => {
    const cell = line.find((each) => each.locale === locale);
    if (!cell?.shown || also.has(locale) || !whole || !maybeShown(whole)) return TOO_FEW;
    return protection.ratioFigure(cell.facts, whole, "students");
  });
}
