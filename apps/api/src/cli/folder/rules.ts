/** What the cells of a file are read against: the network's own words, and the moment of reading. */
export interface Rules {
  readonly now: Date;
  /** Topic codes by their upper-case form; a domain's code is no topic's. */
  readonly topics: ReadonlyMap<string, string>;
  /** Postal codes by upper-case postal code and upper-case full name. */
  readonly states: ReadonlyMap<string, string>;
  /** Postal codes by the two digits with which a state's leaids begin. */
  readonly statesByFips: ReadonlyMap<string, string>;
  /** Whether leaids are looked up; where no directory is loaded, a well-formed one is taken as it is. */
  readonly directoryLoaded: boolean;
}

export interface NamedState {
  readonly code: string;
  readonly fips: string;
  readonly name: string;
}

/** Rules for reading at `now`, made from the codes that may be used as tags, each with the topic it stands for, and the states there are. */
export function makeRules(
  now: Date,
  topicCodes: readonly (readonly [code: string, topic: string])[],
  states: readonly NamedState[],
  directoryLoaded: boolean,
): Rules {
  return {
    now,
    topics: new Map(topicCodes.map(([code, topic]) => [code.toUpperCase(), topic])),
    states: new Map(states.flatMap(({ code, name }) => [[code, code] as const, [name.toUpperCase(), code] as const])),
    statesByFips: new Map(states.map(({ code, fips }) => [fips, code])),
    directoryLoaded,
  };
}
