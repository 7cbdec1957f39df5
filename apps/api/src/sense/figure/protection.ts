import { createHash } from "node:crypto";
import type { Outcome } from "@arl/analysis/estimate";
import { protectedNumber, published, type ProtectedNumber } from "@arl/analysis/disclosure/protectedCount";
import { protectedMean } from "@arl/analysis/disclosure/protectedMean";
import { protectedRatio } from "@arl/analysis/disclosure/protectedRatio";
import { protectedShare } from "@arl/analysis/disclosure/protectedShare";
import { isThick, NOBODY, THRESHOLDS, type Contributors } from "@arl/analysis/disclosure/thickness";
import { estimate, withheld } from "./figure";
import type { Figure } from "./figure.type";

/** Who stands behind a cell, and the keys from which its noise comes. */
export interface CellFacts {
  readonly all: Contributors;
  /** The same without every record that the viewer's own organisation worked on; null for who has none. */
  readonly others: Contributors | null;
  /** Sum of the keys of the records, and of the systems, modulo 2³². */
  readonly recordKey: number;
  readonly systemKey: number;
  /** Sum of the weights of the records, and the largest sum that one system has, without its sign. */
  readonly sum: number;
  readonly largest: number;
}

/** A cell with nothing in it. */
export const nothing = (hasOwnProvider: boolean): CellFacts => ({
  all: NOBODY,
  others: hasOwnProvider ? NOBODY : null,
  recordKey: 0,
  systemKey: 0,
  sum: 0,
  largest: 0,
});

/** What a count counts: noise belongs to the records and to what is counted of them. */
export type RecordKind = "requests" | "sessions" | "relationships";

export const TOO_FEW: Figure = withheld("TOO_FEW", null);

/** Whether a cell may be shown: it rests on enough, also for who can take the own rows out of it. */
export const maybeShown = ({ all, others }: CellFacts): boolean => isThick(all) && (others === null || isThick(others));

/** Figures of cells, with noise that depends on the records in them alone. A figure of a cell that may not be shown is never asked for. */
export class Protection {
  readonly #salt: number;

  /** @param secret from which record keys are made as well. */
  constructor(secret: string) {
    this.#salt = createHash("sha256").update(`${secret}:salt`).digest().readUInt32BE(0);
  }

  /** How many records there are, with noise: for further computing. */
  records({ all, recordKey }: CellFacts, kind: RecordKind): ProtectedNumber {
    return protectedNumber(all.records, all.largestSystem, { cellKey: recordKey, measure: kind, salt: this.#salt });
  }

  /** How many systems there are, with noise. */
  systems({ all, systemKey }: CellFacts): ProtectedNumber {
    return protectedNumber(all.systems, 1, { cellKey: systemKey, measure: "systems", salt: this.#salt });
  }

  /** A number to which each system adds one at most, with noise. */
  distinct(value: number, { systemKey }: CellFacts, measure: string): ProtectedNumber {
    return protectedNumber(value, 1, { cellKey: systemKey, measure, salt: this.#salt });
  }

  /** The sum of the weights, with noise. `measure` names what is summed, of records or of systems. */
  sum({ sum, largest, recordKey, systemKey }: CellFacts, measure: string, over: "records" | "systems"): ProtectedNumber {
    return protectedNumber(sum, largest, { cellKey: over === "records" ? recordKey : systemKey, measure, salt: this.#salt });
  }

  countFigure(facts: CellFacts, kind: RecordKind): Figure {
    return { ...published(this.records(facts, kind), THRESHOLDS.systems), n: this.#n(facts), withheld: null };
  }

  systemsFigure(facts: CellFacts): Figure {
    return { ...published(this.systems(facts), THRESHOLDS.systems), n: this.#n(facts), withheld: null };
  }

  /** @param most of them that there are. */
  distinctFigure(value: number, facts: CellFacts, measure: string, [least, most]: readonly [number, number]): Figure {
    return { ...published(this.distinct(value, facts, measure), least, most), n: this.#n(facts), withheld: null };
  }

  /** A sum over systems; withheld where one of them has too large a part of it. */
  sumFigure(facts: CellFacts, measure: string): Figure {
    if (facts.largest >= THRESHOLDS.dominance * facts.sum) return TOO_FEW;
    return { ...published(this.sum(facts, measure, "systems"), 0), n: this.#n(facts), withheld: null };
  }

  shareFigure(part: CellFacts, whole: CellFacts, kind: RecordKind | "systems"): Figure {
    const of = (facts: CellFacts) => (kind === "systems" ? this.systems(facts) : this.records(facts, kind));
    return protectedEstimate(protectedShare(of(part), of(whole), THRESHOLDS.systems));
  }

  /** @param sum,squares weighted by the distance from the middle of the scale, and by its square. */
  meanFigure(sum: CellFacts, squares: CellFacts, measure: string, kind: RecordKind, [min, max]: readonly [number, number]): Figure {
    const count = this.records(sum, kind);
    const [first, second] = [this.sum(sum, measure, "records"), this.sum(squares, `${measure} squared`, "records")];
    // Records that noise adds or takes are average ones, so that noise in the count does not move the mean.
    const extra = (count.raw - sum.all.records) / Math.max(1, sum.all.records);
    const stretched = (part: ProtectedNumber, of: CellFacts) => ({ ...part, raw: part.raw + of.sum * extra });
    return protectedEstimate(protectedMean({ count, sum: stretched(first, sum), squares: stretched(second, squares), min, max, least: THRESHOLDS.systems }));
  }

  /** The part of a sum over systems that some of them make up; withheld where one of them makes up too much of it. */
  ratioFigure(part: CellFacts, whole: CellFacts, measure: string): Figure {
    if (part.largest >= THRESHOLDS.dominance * part.sum || whole.largest >= THRESHOLDS.dominance * whole.sum) return TOO_FEW;
    return protectedEstimate(protectedRatio(this.sum(part, measure, "systems"), this.sum(whole, measure, "systems"), this.#n(whole)));
  }

  /** Systems that a figure rests on, as they are published. */
  #n(facts: CellFacts): number {
    return published(this.systems(facts), THRESHOLDS.systems).value;
  }
}

/** An estimate from protected numbers; the reason alone where there is none. */
export const protectedEstimate = (outcome: Outcome): Figure => ("withheld" in outcome ? withheld(outcome.withheld, null) : estimate(outcome));
