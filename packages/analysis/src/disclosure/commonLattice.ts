import { Lattice, type LatticeRecord, type LatticeShape } from "./lattice";

/**
 * Which cells may be shown to every organisation at once: those that each of them might see, whichever of them takes its own
 * records away. What is sent to all in one text is judged by it.
 */
export class CommonLattice extends Lattice {
  readonly #seen: readonly Lattice[];

  constructor(records: readonly LatticeRecord[], shape: LatticeShape) {
    super(records, shape);
    const organisations = new Set(records.flatMap(({ organisations: worked }) => worked));
    this.#seen = [...organisations].sort((a, b) => a - b).map((own) => this.seenBy(own));
  }

  override mayShow(conditions: readonly string[]): boolean {
    return super.mayShow(conditions) && this.#seen.every((lattice) => lattice.mayShow(conditions));
  }

  override leavesNoThinRest(wider: readonly string[], narrower: readonly string[]): boolean {
    return super.leavesNoThinRest(wider, narrower) && this.#seen.every((lattice) => lattice.leavesNoThinRest(wider, narrower));
  }
}
