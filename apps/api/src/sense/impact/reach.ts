import { wilson } from "@arl/analysis/proportion";
import { LOCALES, type Locale } from "@arl/schema/enums";
import { estimate, exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Cell } from "../figure/key.type";
import { maybeShown, TOO_FEW, type Protection } from "../figure/protection";
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
export function protectedReachByStudents(
  facts: readonly KeyedFacts[],
  mayShow: (locale: Locale) => boolean,
  mix: readonly Cell[],
  nation: readonly NationalLocale[],
  protection: Protection,
): ReachShare[] {
  const whole = facts.find(({ column }) => column === "all");
  return besideNation("STUDENTS", nation, (locale) => {
    const cell = facts.find(({ column }) => column === locale);
    const isInMix = mix.some(({ row, share }) => row?.key === locale && share.value !== null);
    if (!cell || !whole || !isInMix || !mayShow(locale) || !maybeShown(cell) || !maybeShown(whole)) return TOO_FEW;
    return protection.ratioFigure(cell, whole, "students");
  });
}
