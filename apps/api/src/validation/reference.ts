import type { Locale } from "@arl/schema/enums";
import type { Coaching } from "./coaching";
import type { District } from "./country";
import { LOCALE_NAMES, MINUTES, NEEDS } from "./model";
import { drawNetwork, type Network } from "./network";
import { monthsOf, variantOf, type Plan } from "./plan";

/** Steps of the way from asking to coaching. */
type Step = "askedToTagged" | "taggedToCoached" | "askedToCoached";

/** Where closed forms are long, the truth is the mean of very many networks, counted in what was drawn, not in what was loaded. */
export interface Reference {
  readonly rating: number;
  readonly ratingIfAll: number;
  readonly response: number;
  readonly returned: number;
  readonly daysToMatch: number;
  readonly daysToFirstSession: number;
  readonly lengthMonths: number;
  readonly sustained: number;
  /** Months that relationships last, referral included: a draw from this is a draw from the process. */
  readonly lasts: readonly number[];
  readonly meanMonths: number;
  /** Hours of sessions of a whole relationship for each of its months. */
  readonly hoursPerMonth: number;
  /** By place in NEEDS, the part that a topic has of the tags of a request with it. */
  readonly parts: readonly number[];
  readonly byLocale: Readonly<Record<Locale, LocaleReference>>;
  /** By place in NEEDS. */
  readonly kept: Readonly<Record<Step, readonly number[]>>;
}

interface LocaleReference {
  /** Of all requests, and of all sessions held by as of. */
  readonly requestShare: number;
  readonly sessionShare: number;
  readonly servedShare: number;
  readonly studentShare: number;
  readonly rating: number;
  readonly ratingIfAll: number;
  readonly sustained: number;
  readonly lengthMonths: number;
  readonly closed: number;
  readonly referred: number;
}

/** Networks behind one reference, each of 510 systems. */
const NETWORKS = 80;
const OTHER_SEED = 1_000_003;
const FOUR_MONTHS = 4;

class Mean {
  #sum = 0;
  #n = 0;
  add(value: number): void {
    this.#sum += value;
    this.#n += 1;
  }
  get value(): number {
    return this.#sum / this.#n;
  }
}

function median(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

class LocaleTotals {
  requests = 0;
  sessions = 0;
  served = 0;
  students = 0;
  readonly rating = new Mean();
  readonly ratingIfAll = new Mean();
  readonly sustained = new Mean();
  readonly closed = new Mean();
  readonly referred = new Mean();
  readonly lengths: number[] = [];

  reference(all: Iterable<LocaleTotals>): LocaleReference {
    const locales = [...all];
    const shareOf = (of: (totals: LocaleTotals) => number) => of(this) / locales.reduce((sum, each) => sum + of(each), 0);
    return {
      requestShare: shareOf(({ requests }) => requests),
      sessionShare: shareOf(({ sessions }) => sessions),
      servedShare: shareOf(({ served }) => served),
      studentShare: shareOf(({ students }) => students),
      rating: this.rating.value,
      ratingIfAll: this.ratingIfAll.value,
      sustained: this.sustained.value,
      lengthMonths: median(this.lengths),
      closed: this.closed.value,
      referred: this.referred.value,
    };
  }
}

class Totals {
  readonly rating = new Mean();
  readonly ratingIfAll = new Mean();
  readonly response = new Mean();
  readonly returned = new Mean();
  readonly toMatch: number[] = [];
  readonly toFirst: number[] = [];
  readonly lasts: number[] = [];
  callsInAll = 0;
  readonly parts = NEEDS.map(() => new Mean());
  readonly locales: ReadonlyMap<Locale, LocaleTotals> = new Map(LOCALE_NAMES.map((locale) => [locale, new LocaleTotals()] as const));
  readonly kept: Record<Step, Mean[]> = { askedToTagged: NEEDS.map(() => new Mean()), taggedToCoached: NEEDS.map(() => new Mean()), askedToCoached: NEEDS.map(() => new Mean()) };

  of(locale: Locale): LocaleTotals {
    const own = this.locales.get(locale);
    if (!own) throw new RangeError(locale);
    return own;
  }

  add({ asked, coached, judged }: Network): void {
    for (const { matched, firstCall } of coached.waiting) {
      this.toMatch.push(matched);
      this.toFirst.push(firstCall);
    }
    const given = new Map(judged.filter(({ call }) => call.call === 1).map((each) => [each.coaching, each.isGiven && each.wantsMore]));
    const relationships = coached.engagements.filter(({ calls }) => calls.length > 0);
    for (const each of relationships) this.#relationship(each, given.get(each) === true);
    for (const district of new Set(relationships.map(({ asking }) => asking.system))) {
      this.of(district.locale).served += 1;
      this.of(district.locale).students += district.students;
    }
    for (const { coaching, rating, isGiven } of judged) {
      const own = this.of(coaching.asking.system.locale);
      own.sessions += 1;
      for (const mean of [this.ratingIfAll, own.ratingIfAll]) mean.add(rating);
      if (isGiven) for (const mean of [this.rating, own.rating]) mean.add(rating);
      this.response.add(Number(isGiven));
    }
    const coachings = new Map(relationships.map((each) => [each.asking, each]));
    for (const request of asked.requests) {
      this.of(request.system.locale).requests += 1;
      for (const need of request.tagged) this.parts[need]?.add(1 / request.tagged.length);
      const topics = coachings.get(request)?.calls.flatMap((call) => call.topics) ?? null;
      for (const need of request.asked) {
        this.kept.askedToTagged[need]?.add(Number(request.tagged.includes(need)));
        if (topics) this.kept.askedToCoached[need]?.add(Number(topics.includes(need)));
      }
      if (topics) for (const need of request.tagged) this.kept.taggedToCoached[need]?.add(Number(topics.includes(need)));
    }
  }

  #relationship({ asking, length, referral, calls, callsInAll }: Coaching, askedForMore: boolean): void {
    this.lasts.push(Math.min(length, referral));
    this.callsInAll += callsInAll;
    this.returned.add(Number(calls.length > 1 || askedForMore));
    const own = this.of(asking.system.locale);
    own.sustained.add(Number(length > FOUR_MONTHS));
    own.closed.add(Number(length <= FOUR_MONTHS && length <= referral));
    own.referred.add(Number(referral <= FOUR_MONTHS && referral < length));
    own.lengths.push(length);
  }

  reference(): Reference {
    const locales = [...this.locales.values()];
    const lengths = locales.flatMap((each) => each.lengths);
    const months = this.lasts.reduce((sum, each) => sum + each, 0);
    return {
      rating: this.rating.value,
      ratingIfAll: this.ratingIfAll.value,
      response: this.response.value,
      returned: this.returned.value,
      daysToMatch: median(this.toMatch),
      daysToFirstSession: median(this.toFirst),
      lengthMonths: median(lengths),
      sustained: lengths.filter((length) => length > FOUR_MONTHS).length / lengths.length,
      lasts: this.lasts,
      meanMonths: months / this.lasts.length,
      hoursPerMonth: (this.callsInAll * MINUTES) / 60 / months,
      parts: this.parts.map(({ value }) => value),
      byLocale: Object.fromEntries([...this.locales].map(([locale, each]) => [locale, each.reference(locales)])) as Record<Locale, LocaleReference>,
      kept: { askedToTagged: this.kept.askedToTagged.map(({ value }) => value), taggedToCoached: this.kept.taggedToCoached.map(({ value }) => value), askedToCoached: this.kept.askedToCoached.map(({ value }) => value) },
    };
  }
}

/** The references of variants, each made when it is first wanted. */
export function references(country: readonly District[], networks = NETWORKS): (plan: Plan) => Reference {
  const made = new Map<string, Reference>();
  return (plan) => {
    const variant = variantOf(plan);
    const there = made.get(variant);
    if (there) return there;
    const totals = new Totals();
    for (let number = 0; number < networks; number += 1) {
      totals.add(drawNetwork({ ...plan, size: monthsOf(plan) === 12 ? "three times" : "three years", seed: plan.seed + OTHER_SEED, number }, country));
    }
    const reference = totals.reference();
    made.set(variant, reference);
    return reference;
  };
}
