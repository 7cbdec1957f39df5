import { cellOf, cellsAround, dimensionOf, idOf, keyOf, type Cell } from "./cell";
import type { Fact } from "./facts";
import type { Harvest } from "./harvest";
import type { Claim } from "./score";
import { difference, isThin, type Truth } from "./truth";

/** How many systems a harvest says asked, of these or others. */
function told(harvest: Harvest, cell: Cell): number | null {
  const own = harvest.value(cell, "systems");
  if (own !== null || cell.conditions.some((condition) => dimensionOf(condition) === "PAIR")) return own;
  return harvest.value(cellOf("REQUESTS", cell.conditions), "systems");
}

/** More systems are hardly ever of too few organisations; leaving them aside saves most of the time. */
const MOST_SYSTEMS = 60;

interface Rest {
  readonly facts: readonly Fact[];
  readonly estimate: number;
  /** Answers that it takes. */
  readonly answers: number;
  readonly name: string;
}

/**
 * What is left of topics, of all who asked, and of the same pair in wider scopes without the systems that asked for two: the one without the
 * other, and neither.
 */
function restsOf(harvest: Harvest, truth: Truth, pair: Cell, both: number): Rest[] {
  const inside = truth.places(pair);
  const few = (places: Uint32Array): Fact[] => (places.length > MOST_SYSTEMS ? [] : truth.factsAt("ASKERS", places));
  const without = cellsAround(pair).flatMap((outer): Rest[] => {
    const whole = told(harvest, outer);
    if (whole === null) return [];
    return [{ facts: few(difference(truth.places(outer), inside)), estimate: whole - both, answers: 2, name: idOf(outer) }];
  });
  const scope = pair.conditions.filter((condition) => dimensionOf(condition) !== "PAIR");
  const topics = pair.conditions.flatMap((condition) => (dimensionOf(condition) === "PAIR" ? keyOf(condition).split("+") : []));
  const cells = topics.map((topic) => cellOf("ASKERS", [...scope, `TOPIC=${topic}`]));
  const all = cellOf("ASKERS", scope);
  const counts = [told(harvest, all), ...cells.map((cell) => told(harvest, cell))];
  if (counts.includes(null)) return without;
  const neither = cells.reduce((places, cell) => difference(places, truth.places(cell)), truth.places(all));
  const [whole = 0, one = 0, other = 0] = counts.map((count) => count ?? 0);
  return [...without, { facts: few(neither), estimate: whole - one - other + both, answers: 4, name: `neither in ${idOf(all)}` }];
}

/** Subtracts shown pairs from whatever holds them; where the same systems are left several times over, the surest is taken. */
export function pairDifferencing(harvest: Harvest, truth: Truth, noise: number): Claim[] {
  const claims = new Map<string, Claim>();
  for (const { cell, measure, value } of harvest.shown()) {
    if (measure !== "systems" || cell.population !== "ASKERS") continue;
    for (const { facts, estimate, answers, name } of restsOf(harvest, truth, cell, value)) {
      if (!isThin(facts, truth.facts.hubs)) continue;
      const id = facts.map((fact) => fact.id).join(" ");
      const deviation = noise * Math.sqrt(answers);
      const before = claims.get(id);
      if (!before || before.deviation > deviation) claims.set(id, { cell: `${name} without ${idOf(cell)}`, estimate, deviation, truth: facts.length });
    }
  }
  return [...claims.values()];
}

/** Multiplies lift with what independence leads to expect, and so gets the systems that it is of. */
export function liftsTimesMargins(harvest: Harvest, truth: Truth, noise: number): Claim[] {
  return harvest.lifts.flatMap(({ conditions, topics, lift }): Claim[] => {
    const pair = cellOf("ASKERS", [...conditions, `PAIR=${topics.join("+")}`]);
    const margins = [[], ...topics.map((topic) => [`TOPIC=${topic}`])].map((more) => told(harvest, cellOf("ASKERS", [...conditions, ...more])));
    const [all, one, other] = margins;
    if (!all || !one || !other || !truth.isThin(pair)) return [];
    return [{ cell: `${idOf(pair)} by lift`, estimate: (lift * one * other) / all, deviation: noise, truth: truth.value(pair, "systems") }];
  });
}
