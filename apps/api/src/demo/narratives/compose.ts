import type { Random } from "../random";
import { DISTANCE } from "./distance";
import { INSTRUCTION } from "./instruction";
import { ORGANISATION } from "./organisation";
import { PEOPLE } from "./people";

const SENTENCES: Readonly<Record<string, readonly string[]>> = { ...INSTRUCTION, ...DISTANCE, ...PEOPLE, ...ORGANISATION };

const OPENINGS = [
  "", "", "", "",
  "Thank you for offering this.",
  "A colleague in a neighbouring system told me about you.",
  "I will be brief.",
  "We are a small team and cannot do this alone.",
  "I have been in this role for {n} years and have not met a year like it.",
  "Writing on behalf of our leadership team.",
] as const;

const CLOSINGS = [
  "", "", "",
  "Any afternoon works for a call.",
  "An hour with someone who has been through it would do.",
  "We have to decide {when}.",
  "I would rather hear what did not work elsewhere than another success story.",
  "Happy to bring {who} along.",
  "Could we speak this week?",
  "A second pair of eyes would already help.",
  "Early mornings are best for me.",
] as const;

const GRADES = ["elementary", "middle-grades", "high school", "primary", "upper elementary", "secondary"] as const;
const PEOPLE_AROUND = [
  "our principals", "my cabinet", "our teacher leaders", "the leadership team", "our department heads", "my assistant principals",
] as const;
const NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "twelve", "fifteen"] as const;

/** What a leader works towards, by month from May 2020. */
const HORIZONS: readonly (readonly string[])[] = [
  ["before summer begins", "before the year ends"],
  ["over the summer", "before the board meets in July"],
  ["before we reopen", "by the middle of August"],
  ["before the first day of school", "by the end of the month"],
  ["before the first marking period ends", "by October"],
  ["before winter", "by the end of the quarter"],
  ["before the winter break", "by the December board meeting"],
  ["before the second semester", "by the end of January"],
  ["before spring planning starts", "by the end of February"],
];

function fill(sentence: string, month: number, random: Random): string {
  const who = random.pick(PEOPLE_AROUND);
  return sentence
    .replaceAll("{grades}", random.pick(GRADES))
    .replaceAll("{who}", who)
    .replaceAll("{Who}", who.charAt(0).toUpperCase() + who.slice(1))
    .replaceAll("{n}", random.pick(NUMBERS))
    .replaceAll("{when}", random.pick(HORIZONS[month] ?? ["soon"]));
}

/** Deals a topic's sentences in turn, so that a sentence comes back only when all have been used. */
export class Narrator {
  readonly #turns = new Map<string, number>();

  /**
   * A request in the leader's own words: something on each topic, sometimes a greeting and a closing line.
   *
   * @param month 0 = May 2020
   */
  narrate(topics: readonly string[], month: number, random: Random): string {
    const body = topics.map((topic) => {
      const sentences = SENTENCES[topic] ?? [];
      const turn = this.#turns.get(topic) ?? 0;
      this.#turns.set(topic, turn + 1);
      return sentences[turn % sentences.length] ?? "";
    });
    const parts = [month === 0 ? "" : random.pick(OPENINGS), ...body, random.pick(CLOSINGS)];
    return parts.filter((part) => part !== "").map((part) => fill(part, month, random)).join(" ");
  }
}
