/** One state as a drawing of the states shows it. */
export interface StateMark {
  /** Postal code. */
  readonly code: string;
  readonly name: string;
  /** Null where it is not given: see `withheld`. */
  readonly value: number | null;
  /** The value in words, with what it is of: `12 requests, 3 of them waiting`. */
  readonly text: string;
  /** What stands in the tile, where there is room: `12`. */
  readonly label?: string;
  /** There is a value, and it may not be shown. */
  readonly withheld?: boolean;
  /** The value cannot be told from what it is read against: drawn grey. */
  readonly unsure?: boolean;
  /** Singled out by an outline, whatever its value. */
  readonly marked?: boolean;
}

/** `AK 3, Alaska: 3 requests`. What is drawn comes first, so that whoever speaks to the machine can say what they see. */
export const stateWords = ({ code, label, name, text }: StateMark): string => `${label === undefined ? code : `${code} ${label}`}, ${name}: ${text}`;

/** How values become shades. */
export type StateScale =
  /** Whole counts: lightest for one, darkest for the largest, even on the square root. */
  | { readonly kind: "count" }
  /** Quantities and shares: even from zero to the largest. */
  | { readonly kind: "amount" }
  /** Ratios: one hue under 1, another above, pale near it. */
  | { readonly kind: "ratio" };

/** Where a state stands on a drawing, in its own units, x to the right and y down. */
export type Spot = readonly [x: number, y: number];

/** What both drawings of the states are given. */
export interface StatesDrawing {
  readonly marks: ReadonlyMap<string, StateMark>;
  /** The shade of each state by code, as the style sheet names it. */
  readonly shades: ReadonlyMap<string, string>;
  readonly onOpen: (mark: StateMark, element: Element) => void;
  /** A state is pointed at or has the focus; null where none is any longer. */
  readonly onRead: (mark: StateMark | null) => void;
}
