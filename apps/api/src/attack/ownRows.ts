import type { Published } from "./answer";
import type { Facts } from "./facts";
import { Harvest } from "./harvest";
import { Truth } from "./truth";

/** What is left to find out for somebody who knows all rows that an organisation worked on. */
export interface Others {
  readonly truth: Truth;
  readonly harvest: Harvest;
}

function factsWithout({ of, ...facts }: Facts, organisation: string): Facts {
  const others = (population: keyof typeof of) => of[population].filter(({ organisations }) => !organisations.includes(organisation));
  return { ...facts, of: { REQUESTS: others("REQUESTS"), SESSIONS: others("SESSIONS"), RELATIONSHIPS: others("RELATIONSHIPS"), ASKERS: others("ASKERS") } };
}

/**
 * Takes an organisation's own rows out of everything that was told. The attacker is helped: it also knows which of its systems
 * others worked with.
 */
export function withoutOwnRows(harvest: Harvest, truth: Truth, organisation: string): Others {
  const others = new Truth(factsWithout(truth.facts, organisation));
  const left = new Harvest();
  for (const { cell, measure, value, ...answer } of harvest.cells().flat()) {
    const own = truth.value(cell, measure) - others.value(cell, measure);
    left.put({ ...answer, cell, measure, value: value === null ? null : value - own } satisfies Published);
  }
  return { truth: others, harvest: left };
}
