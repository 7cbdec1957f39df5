/** Those still followed at one time, and those of them whose following ends at it. */
export interface RiskSet<Spell> {
  readonly time: number;
  /** Spells that last at least to this time: whoever leaves at it still counts. */
  readonly atRisk: number;
  readonly leaving: readonly Spell[];
}

/**
 * Risk sets at each distinct time at which a spell ends, ascending. O(n log n).
 *
 * @param spells in any order; `time` in any unit, finite and ≥ 0.
 * @throws RangeError if a time is negative or not finite.
 */
export function riskSets<Spell extends { readonly time: number }>(spells: readonly Spell[]): RiskSet<Spell>[] {
  const bad = spells.find(({ time }) => !(time >= 0 && time < Infinity));
  if (bad) throw new RangeError(`times must be finite and ≥ 0, got ${bad.time}`);

  const sets: { time: number; atRisk: number; leaving: Spell[] }[] = [];
  let atRisk = spells.length;
  for (const spell of spells.toSorted((a, b) => a.time - b.time)) {
    const last = sets.at(-1);
    if (last && last.time === spell.time) last.leaving.push(spell);
    else sets.push({ time: spell.time, atRisk, leaving: [spell] });
    atRisk -= 1;
  }
  return sets;
}
