import { cellOf, idOf, type Cell } from "./cell";
import type { Harvest } from "./harvest";
import type { Claim } from "./score";
import type { Truth } from "./truth";

/**
 * Subtracts the systems served from the systems that asked, in every scope of which both are told. Where several scopes leave the same
 * systems, their estimates are averaged.
 */
export function askedWithoutServed(harvest: Harvest, truth: Truth, noise: number): Claim[] {
  const left = new Map<string, { readonly estimates: number[]; readonly truth: number; readonly cell: Cell }>();
  for (const { cell, measure, value } of harvest.shown()) {
    if (measure !== "systems" || cell.population !== "REQUESTS") continue;
    const served = cellOf("SESSIONS", cell.conditions);
    const count = harvest.value(served, "systems");
    if (count === null) continue;
    const [asking, helped] = [cell, served].map((one) => new Set(truth.factsAt(one.population, truth.places(one)).map(({ system }) => system.key)));
    const rest = [...(asking ?? [])].filter((key) => !helped?.has(key)).sort();
    const isWithin = [...(helped ?? [])].every((key) => asking?.has(key));
    if (!isWithin || rest.length === 0 || rest.length >= 10) continue;
    const before = left.get(rest.join(" "));
    if (before) before.estimates.push(value - count);
    else left.set(rest.join(" "), { estimates: [value - count], truth: rest.length, cell });
  }
  return [...left.values()].map(({ estimates, ...claim }) => ({
    cell: `${idOf(claim.cell)} asked and not served`,
    truth: claim.truth,
    estimate: estimates.reduce((sum, one) => sum + one, 0) / estimates.length,
    deviation: (noise * Math.SQRT2) / Math.sqrt(estimates.length),
  }));
}
