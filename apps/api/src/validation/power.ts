import type { Power } from "./tally";

const pct = (share: number): string => `${Math.round(100 * share)}%`;

/** Sizes in the order of tables. */
const SIZES = ["170 systems, 12 months", "510 systems, 12 months", "510 systems, 36 months"] as const;

/** Effects down, sizes of network across: how often each was found, and between what that lies by chance. */
export function powerTable(power: readonly Power[]): string {
  const effects = [...new Set(power.map(({ effect }) => effect))].toSorted();
  const cell = (effect: string, size: string) => {
    const found = power.find((each) => each.effect === effect && each.size === size)?.found;
    return found ? `${pct(found.of)} (${pct(found.low)} to ${pct(found.high)}; ${found.n})` : "";
  };
  const rows = effects.map((effect) => `| ${[effect, ...SIZES.map((size) => cell(effect, size))].join(" | ")} |`);
  return [`| planted | ${SIZES.join(" | ")} |`, `| --- |${SIZES.map(() => " --- |").join("")}`, ...rows].join("\n");
}
