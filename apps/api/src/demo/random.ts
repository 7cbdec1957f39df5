/** The one seed from which the whole invented network grows. */
const SEED = 0x41524c31;

/** Numbers that look random and are the same in every build. */
export interface Random {
  /** 0 to 1, the upper end excluded. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Standard normal (Box and Muller, 1958). */
  normal(): number;
  /** A new, shuffled list (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/** The item at `index`. @throws RangeError when there is none. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${String(index)} in a list of ${String(items.length)}`);
  return item;
}

function hash(name: string): number {
  let value = 0x811c9dc5 ^ SEED;
  for (const character of name) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** A stream of its own for each name, so that a change in one part of the network leaves the others as they are. */
export function randomStream(name: string): Random {
  let state = hash(name);
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, whole(0, items.length - 1)),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle(items) {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [shuffled[last], shuffled[other]] = [at(shuffled, other), at(shuffled, last)];
      }
      return shuffled;
    },
  };
}

/** The golden-ratio sequence: successive indices fill 0 to 1 evenly, however early one stops. */
export function spread(index: number, phase = 0): number {
  const value = phase + index * 0.6180339887498949;
  return value - Math.floor(value);
}

/** An id such as `req-0001`. */
export function idOf(prefix: string, ordinal: number, digits = 4): string {
  return `${prefix}-${String(ordinal).padStart(digits, "0")}`;
}
