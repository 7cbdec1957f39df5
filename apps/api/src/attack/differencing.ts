import { cellsAround, idOf, type Cell, type Measure } from "./cell";
import type { Fact } from "./facts";
import type { Harvest } from "./harvest";
import type { Claim } from "./score";
import { difference, isThin, sizeOf, type Truth } from "./truth";

/** What is left of one cell without another that lies in it. */
interface Remainder {
  readonly outer: Cell;
  readonly inner: Cell;
  readonly measure: Measure;
  readonly estimate: number;
}

function* remainders(harvest: Harvest): Generator<Remainder> {
  for (const { cell: inner, measure, value } of harvest.shown()) {
    for (const outer of cellsAround(inner)) {
      const whole = harvest.value(outer, measure);
      if (whole !== null) yield { outer, inner, measure, estimate: whole - value };
    }
  }
}

/** The facts of a remainder; where systems are counted, those of systems that are in the outer cell alone. */
function factsLeft(truth: Truth, { outer, inner, measure }: Remainder) {
  const { population } = outer;
  const [outside, inside] = [truth.places(outer), truth.places(inner)];
  if (measure === "records") return truth.factsAt(population, difference(outside, inside));
  const systems = new Set(truth.factsAt(population, inside).map(({ system }) => system.key));
  return truth.factsAt(population, outside).filter(({ system }) => !systems.has(system.key));
}

/**
 * Subtracts every shown cell from every shown cell around it. Where the same few rows are left by several pairs, whichever they
 * are, the estimates are averaged, so that noise which differs from pair to pair wears off.
 */
export function differencing(harvest: Harvest, truth: Truth, noise: number): Claim[] {
  const left = new Map<string, { readonly claim: Pick<Claim, "cell" | "truth">; readonly estimates: Map<string, Estimate> }>();
  for (const remainder of remainders(harvest)) {
    const most = truth.places(remainder.outer).length - truth.places(remainder.inner).length;
    if (most === 0 || (remainder.measure === "records" && most > MOST_RECORDS)) continue;
    const facts = factsLeft(truth, remainder);
    if (!isThin(facts, truth.facts.hubs)) continue;
    const id = `${remainder.measure} ${facts.map((fact) => fact.id).join(" ")}`;
    const before = left.get(id);
    const { outer, inner, measure, estimate } = remainder;
    const deviation = Math.hypot(harvest.deviation(outer, measure, noise), harvest.deviation(inner, measure, noise));
    // The same two answers under other names, such as a year and its only month, tell nothing more.
    const pair = `${harvest.value(outer, measure) ?? ""} ${harvest.value(inner, measure) ?? ""}`;
    if (before) before.estimates.set(pair, { estimate, deviation });
    else {
      const cell = `${idOf(outer)} without ${inner.conditions.join(" ")} ${measure}`;
      left.set(id, { claim: { cell, truth: leftIn(truth, remainder, facts) }, estimates: new Map([[pair, { estimate, deviation }]]) });
    }
  }
  return [...left.values()].map(({ claim, estimates }) => ({ ...claim, ...averageOf([...estimates.values()]) }));
}

/** States and organisations of the rest may be those of the inner cell, too, and are told by how many more the outer has. */
const leftIn = (truth: Truth, { outer, inner, measure }: Remainder, facts: readonly Fact[]): number =>
  measure === "states" || measure === "organisations" ? truth.value(outer, measure) - truth.value(inner, measure) : sizeOf(facts, measure);

type Estimate = Pick<Claim, "estimate" | "deviation">;

/** Averaged by how sure each is. */
function averageOf(estimates: readonly Estimate[]): Estimate {
  const weights = estimates.map(({ deviation }) => 1 / Math.max(deviation, 1e-3) ** 2);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  return { estimate: estimates.reduce((sum, one, place) => sum + one.estimate * (weights[place] ?? 0), 0) / weight, deviation: 1 / Math.sqrt(weight) };
}

/** More rows are hardly ever of too few systems; leaving them aside saves most of the time. */
const MOST_RECORDS = 200;
