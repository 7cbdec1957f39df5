import { dayOf, instant, MONTH_STARTS, workdayOnOrAfter } from "./calendar";
import { at, randomStream, spread } from "./random";
import type { DemoSystem, Wave } from "./systems";

/**
 * What becomes of a request: a relationship with held sessions; a match that ended without a call; a match whose
 * first call is still to come; a referral without coaching; or nothing yet.
 */
type Fate = "RELATIONSHIP" | "NO_CALL" | "MATCHED" | "REFERRED" | "OPEN";

/** A request before anyone has read it. */
export interface Ask {
  readonly system: DemoSystem;
  readonly day: number;
  readonly submittedAt: Date;
  readonly fate: Fate;
  /** Which of the system's requests this is, from 1. */
  readonly turn: number;
}

/** First requests and repeat requests of each month, May 2020 to January 2021; open ones at the end apart. */
const FIRST_ASKS = [34, 32, 34, 26, 14, 7, 5, 8, 9] as const;
const REPEAT_ASKS = [0, 6, 12, 18, 20, 15, 9, 3, 3] as const;

/** No month's asks come later than these days: what they lead to has to fit into the pilot. */
const LAST_DAYS: Readonly<Record<number, number>> = {
  6: dayOf("2020-11-16"),
  7: dayOf("2020-12-18"),
  8: dayOf("2021-01-15"),
};

/** The queue on the concierge's desk: four past the service target of two days, three fresh. */
const OPEN_ASKS: readonly (readonly [date: string, minute: number, repeat: boolean])[] = [
  ["2021-01-21", 674, false],
  ["2021-01-25", 1002, true],
  ["2021-01-27", 548, false],
  ["2021-01-28", 1240, false],
  ["2021-01-30", 761, false],
  ["2021-01-31", 995, true],
  ["2021-01-31", 1228, false],
];

const MATCHED_DAYS = ["2021-01-21", "2021-01-22", "2021-01-26"].map(dayOf);

/** An evenly filled month: days in order, now and then a weekend, minutes from early morning to late evening. */
function momentsOf(month: number, count: number, label: string): { day: number; minute: number }[] {
  const random = randomStream(`${label} ${String(month)}`);
  const first = at(MONTH_STARTS, month) + (month === 0 ? 3 : month === 8 ? 3 : 0);
  const last = LAST_DAYS[month] ?? at(MONTH_STARTS, month + 1) - 1;
  return Array.from({ length: count }, (_, index) => {
    const raw = first + Math.floor(((index + random.next()) / count) * (last - first + 1));
    const workday = random.chance(0.07) ? raw : workdayOnOrAfter(raw);
    const minute = Math.round(Math.min(1290, Math.max(430, 800 + 190 * random.normal())));
    return { day: workday > last ? last : workday, minute };
  });
}

/** Systems in the order in which they first ask: those never served stand among the early ones. */
function firstAskers(systems: readonly DemoSystem[]): { served: DemoSystem[]; never: DemoSystem[] } {
  const random = randomStream("first askers");
  const of = (wave: Wave): DemoSystem[] => random.shuffle(systems.filter((system) => system.wave === wave));
  const never = of("NEVER");
  const early = [...of("DECEMBER")];
  never.slice(0, 4).forEach((system, index) => early.splice(30 + 28 * index, 0, system));
  return { served: [...early, ...of("JANUARY")], never };
}

function firstAsks(systems: readonly DemoSystem[]): Ask[] {
  const { served, never } = firstAskers(systems);
  const moments = FIRST_ASKS.flatMap((count, month) => momentsOf(month, count, "first"));
  return served.map((system, index): Ask => {
    const { day, minute } = at(moments, index);
    const turn = never.indexOf(system);
    const fate: Fate = turn < 0 ? "RELATIONSHIP" : turn % 2 === 0 ? "REFERRED" : "NO_CALL";
    return { system, day, submittedAt: instant(day, minute), fate, turn: 1 };
  });
}

/** Repeat requests that lead elsewhere than to calls: evenly among the months up to November. */
function repeatFate(index: number): Fate {
  if (index % 16 === 5) return "REFERRED";
  return index % 11 === 8 ? "NO_CALL" : "RELATIONSHIP";
}

/** Systems that come back, at least four weeks later, three times at most. */
class Returning {
  readonly #firsts: readonly Ask[];
  readonly #turns = new Map<number, number>();
  readonly #latest = new Map<number, number>();
  readonly #random = randomStream("returning");

  constructor(firsts: readonly Ask[]) {
    this.#firsts = firsts.filter((ask) => ask.fate === "RELATIONSHIP");
  }

  ask(day: number, minute: number, fate: Fate): Ask {
    const ready = this.#firsts.filter(({ system, day: first }) => {
      const turns = this.#turns.get(system.index) ?? 1;
      return turns < 3 && (this.#latest.get(system.index) ?? first) <= day - 28;
    });
    const fresh = ready.filter(({ system }) => !this.#turns.has(system.index));
    const { system } = this.#random.pick(fresh.length > 0 && this.#random.chance(0.86) ? fresh : ready);
    const turn = (this.#turns.get(system.index) ?? 1) + 1;
    this.#turns.set(system.index, turn);
    this.#latest.set(system.index, day);
    return { system, day, submittedAt: instant(day, minute), fate, turn };
  }
}

function repeatAsks(returning: Returning): Ask[] {
  const moments = REPEAT_ASKS.flatMap((count, month) =>
    month === 8 ? [] : momentsOf(month, count, "repeat"),
  ).toSorted((a, b) => a.day - b.day || a.minute - b.minute);
  const asks = moments.map(({ day, minute }, index) =>
    returning.ask(day, minute, day < dayOf("2020-12-01") ? repeatFate(index) : "RELATIONSHIP"),
  );
  const matched = MATCHED_DAYS.map((day, index) => returning.ask(day, Math.round(600 + 300 * spread(index)), "MATCHED"));
  return [...asks, ...matched];
}

/** All requests of the pilot, in the order of their submission. */
export function buildTimeline(systems: readonly DemoSystem[]): Ask[] {
  const firsts = firstAsks(systems);
  const returning = new Returning(firsts);
  const repeats = repeatAsks(returning);
  const waiting = systems.filter((system) => system.wave === "NEVER" && !firsts.some((ask) => ask.system === system));
  let next = 0;
  const open = OPEN_ASKS.map(([date, minute, repeat]): Ask => {
    const day = dayOf(date);
    if (repeat) return returning.ask(day, minute, "OPEN");
    next += 1;
    return { system: at(waiting, next - 1), day, submittedAt: instant(day, minute), fate: "OPEN", turn: 1 };
  });
  return [...firsts, ...repeats, ...open].toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
}
