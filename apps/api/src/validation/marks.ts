/** A figure as the API gives it. */
export interface Given {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Whether one interval held the truth, and if not on which side it lay. */
type Mark = "held" | "too low" | "too high" | "not given";

/** What one network says of one kind of interval. */
export interface Marked {
  readonly estimate: string;
  readonly network: number;
  readonly mark: Mark;
}

/** What one network found in a family of tests. */
export interface Found {
  readonly family: string;
  readonly network: number;
  readonly isNull: boolean;
  readonly discoveries: number;
  readonly isFalse: number;
}

/** Whether something planted was found. */
export interface Sought {
  readonly effect: string;
  readonly size: string;
  readonly isFound: boolean;
}

/** Whether a single test rejected where nothing was there. */
export interface Tested {
  readonly test: string;
  readonly network: number;
  readonly isRejected: boolean;
}

/** All that networks have said so far. */
export class Marks {
  readonly marked: Marked[] = [];
  readonly found: Found[] = [];
  readonly sought: Sought[] = [];
  readonly tested: Tested[] = [];

  /** Takes in what another process noted. */
  add({ marked, found, sought, tested }: Pick<Marks, "marked" | "found" | "sought" | "tested">): void {
    for (const each of marked) this.marked.push(each);
    for (const each of found) this.found.push(each);
    for (const each of sought) this.sought.push(each);
    for (const each of tested) this.tested.push(each);
  }

  cover(estimate: string, network: number, truth: number, given: Given | null | undefined): void {
    this.marked.push({ estimate, network, mark: markOf(truth, given) });
  }
}

export function markOf(truth: number, given: Given | null | undefined): Mark {
  if (!given || (given.low === null && given.high === null)) return "not given";
  // An end that is null is open: a median whose upper end was not reached.
  if (given.low !== null && truth < given.low) return "too high";
  return given.high !== null && truth > given.high ? "too low" : "held";
}
