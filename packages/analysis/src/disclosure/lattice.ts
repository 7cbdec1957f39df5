import { contributorsOf, holdingOf, restOf, thickOrNothing, type HeldRecord, type Holding } from "./holding";
import { HoldingBySystem } from "./holdingBySystem";
import { isThick } from "./thickness";

/** One request, session or relationship, as far as it matters who stands behind a cell. */
export interface LatticeRecord extends HeldRecord {
  /** Every condition that holds for it, such as `STATE=NY` and, wider, `REGION=NORTHEAST`. */
  readonly conditions: readonly string[];
}

/** What is known of conditions beside the records that they hold for. */
export interface LatticeShape {
  /** Organisations that are no cover for others: the hub. */
  readonly hubs: ReadonlySet<number>;
  /** The viewer's own organisation, whose records are no cover either; null for who has none. */
  readonly own: number | null;
  /** The wider conditions that follow from one. */
  readonly widerOf: (condition: string) => readonly string[];
  /** Dimensions of which a record has one value. */
  readonly partitions: ReadonlySet<string>;
  /** Dimensions of whose cells records are counted, and never systems. */
  readonly ofRecords: ReadonlySet<string>;
}

/** The same twice: all of them, and those the viewer's own organisation had no part in (null for who has none). */
interface Cell {
  /** Places of the records, ascending. */
  readonly indexes: readonly number[];
  readonly all: Holding;
  readonly others: Holding | null;
}

const dimensionOf = (condition: string): string => condition.slice(0, condition.indexOf("="));
const idOf = (conditions: readonly string[]): string => conditions.join("\n");

/**
 * Which cells of a population may be shown, so that no two that are shown, wherever they stand, can be subtracted to be
 * left with a thin rest. A cell is the records for which some conditions hold, whichever scope or table it is asked for in.
 *
 * A cell may be shown when it is thick; when what every wider cell has beyond it is thick or nothing, counted by records and
 * by the systems that only the wider one has; and when, along every dimension that splits a wider cell into parts, the
 * parts that may not be shown are thick together or nothing.
 *
 * @see Cox (1980), Suppression methodology and statistical disclosure control, J. Am. Stat. Assoc. 75(370), 377–385;
 *   Denning & Schlörer (1983), Inference controls for statistical databases, IEEE Computer 16(7), 69–82, for trackers.
 */
export class Lattice {
  readonly #shape: LatticeShape;
  readonly #records: readonly LatticeRecord[];
  readonly #holders: ReadonlyMap<string, readonly number[]>;
  /** The same records as they are seen by who has no organisation. */
  readonly #like: Lattice | null;
  readonly #cells = new Map<string, Cell>();
  readonly #standing = new Map<string, boolean>();
  readonly #settled = new Map<string, ReadonlySet<string>>();
  /** Of cells, as far as it was asked for. */
  readonly #bySystem = new WeakMap<Holding, HoldingBySystem>();
  /** By record, as far as it was asked for. */
  readonly #byDimension: (ReadonlyMap<string, readonly string[]> | undefined)[] = [];

  /** @param like over the same records, for who has no organisation: what was worked out for it is not worked out again. */
  constructor(records: readonly LatticeRecord[], shape: LatticeShape, like?: Lattice) {
    this.#records = records;
    this.#shape = shape;
    this.#like = like ?? null;
    this.#holders = like === undefined ? holdersOf(records) : like.#holders;
  }

  /** The same records, as somebody of an organisation sees them. Only of a lattice for who has none. */
  seenBy(own: number): Lattice {
    if (this.#shape.own !== null) throw new RangeError("This is seen by an organisation already.");
    return new Lattice(this.#records, { ...this.#shape, own }, this);
  }

  /** Whether the cell of all these conditions together may be shown. */
  mayShow(conditions: readonly string[]): boolean {
    const own = this.#written(conditions);
    const dimensions = [...new Set(own.map(dimensionOf))];
    // Two values of one dimension hold together only where records have several; their table is not looked at.
    if (dimensions.length < own.length) return false;
    return this.#shownAmong(dimensions, own.filter((condition) => !this.#shape.partitions.has(dimensionOf(condition)))).has(idOf(own));
  }

  /** Whether what the wider cell has beyond the narrower is thick, or nothing. */
  leavesNoThinRest(wider: readonly string[], narrower: readonly string[]): boolean {
    return this.#isSafeRest(this.#cell(this.#written(wider)), this.#cell(this.#written(narrower)), this.#countsSystems(narrower));
  }

  /** Sorted, each once, and without what follows from another. */
  #written(conditions: readonly string[]): string[] {
    const implied = new Set(conditions.flatMap((condition) => this.#shape.widerOf(condition)));
    return [...new Set(conditions)].filter((condition) => !implied.has(condition)).sort();
  }

  #cell(conditions: readonly string[]): Cell {
    const id = idOf(conditions);
    const known = this.#cells.get(id);
    if (known) return known;
    const cell = this.#like === null ? this.#counted(this.#indexesOf(conditions)) : this.#withOthers(this.#like.#cell(conditions));
    this.#cells.set(id, cell);
    return cell;
  }

  #indexesOf(conditions: readonly string[]): readonly number[] {
    const lists = conditions.map((condition) => this.#holders.get(condition) ?? []).sort((a, b) => a.length - b.length);
    const [fewest, ...more] = lists;
    if (!fewest) return this.#records.map((_, index) => index);
    return more.reduce<readonly number[]>((indexes, list) => common(indexes, list), fewest);
  }

  #counted(indexes: readonly number[]): Cell {
    return this.#withOthers({ indexes, all: holdingOf(this.#recordsAt(indexes)) });
  }

  #withOthers({ indexes, all }: Pick<Cell, "indexes" | "all">): Cell {
    return { indexes, all, others: this.#shape.own === null ? null : holdingOf(this.#recordsOfOthers(indexes)) };
  }

  #recordsAt(indexes: readonly number[]): LatticeRecord[] {
    return indexes.flatMap((index) => this.#records[index] ?? []);
  }

  /** Those that the viewer's own organisation had no part in. */
  #recordsOfOthers(indexes: readonly number[]): LatticeRecord[] {
    const { own } = this.#shape;
    return this.#recordsAt(indexes).filter(({ organisations }) => own === null || !organisations.includes(own));
  }

  /**
   * The cells of a table over these dimensions that may be shown, as far as these conditions hold in them. Lines run along
   * partitions alone, so cells that differ in another condition decide nothing for each other.
   */
  #shownAmong(dimensions: readonly string[], fixed: readonly string[]): ReadonlySet<string> {
    const name = idOf([dimensions.toSorted().join(" "), ...fixed]);
    const known = this.#settled.get(name);
    if (known) return known;
    const shown = this.#settle(dimensions, fixed);
    this.#settled.set(name, shown);
    return shown;
  }

  #settle(dimensions: readonly string[], fixed: readonly string[]): ReadonlySet<string> {
    const cells = this.#cellsOver(dimensions, fixed);
    const shown = new Set([...cells].filter(([, conditions]) => this.#standsAlone(conditions)).map(([id]) => id));
    const lines = dimensions.filter((dimension) => this.#shape.partitions.has(dimension)).flatMap((dimension) => this.#linesAlong(cells, dimension));
    for (let before = -1; before !== shown.size; ) {
      before = shown.size;
      for (const line of lines) this.#completeLine(line, shown);
    }
    return shown;
  }

  /** Every cell with records over some dimensions in which some conditions hold, by id. */
  #cellsOver(dimensions: readonly string[], fixed: readonly string[]): Map<string, readonly string[]> {
    const cells = new Map<string, readonly string[]>();
    const open = dimensions.filter((dimension) => !fixed.some((condition) => dimensionOf(condition) === dimension));
    for (const index of this.#indexesOf(fixed)) {
      const choices = open.reduce<readonly (readonly string[])[]>(
        (chosen, dimension) => chosen.flatMap((before) => this.#valuesOf(index, dimension).map((condition) => [...before, condition])),
        [fixed],
      );
      for (const choice of choices) {
        const own = this.#written(choice);
        if (own.length === dimensions.length) cells.set(idOf(own), own);
      }
    }
    return cells;
  }

  /** What holds for a record of one dimension. */
  #valuesOf(index: number, dimension: string): readonly string[] {
    if (this.#like !== null) return this.#like.#valuesOf(index, dimension);
    const known = this.#byDimension[index] ?? Map.groupBy(this.#records[index]?.conditions ?? [], dimensionOf);
    this.#byDimension[index] = known;
    return known.get(dimension) ?? [];
  }

  /** Thick, and with no thin rest in any cell around it. What does not for who has no organisation does for nobody. */
  #standsAlone(conditions: readonly string[]): boolean {
    const id = idOf(conditions);
    const known = this.#standing.get(id);
    if (known !== undefined) return known;
    const stands = (this.#like === null || this.#like.#standsAlone(conditions)) && this.#isSafeAmong(conditions);
    this.#standing.set(id, stands);
    return stands;
  }

  #isSafeAmong(conditions: readonly string[]): boolean {
    const { hubs, own } = this.#shape;
    const cell = this.#cell(conditions);
    if (!isThick(contributorsOf(cell.all, hubs)) || (own !== null && cell.others && !isThick(contributorsOf(cell.others, hubs)))) return false;
    return this.#around(conditions).every((wider) => this.#isSafeRest(this.#cell(wider), cell, this.#countsSystems(conditions)));
  }

  /**
   * Whether what a wider cell has beyond another is thick, or nothing: its further records, and all records there of the
   * systems that only it has, since distinct systems are counted, too.
   */
  #isSafeRest(wider: Cell, cell: Cell, countsSystems: boolean): boolean {
    if (wider.all.records === cell.all.records) return true;
    const { hubs } = this.#shape;
    const areFurtherSafe = (whole: Holding, part: Holding) => whole.records === part.records || isThick(restOf(whole, part, hubs));
    if (!areFurtherSafe(wider.all, cell.all) || (wider.others && cell.others && !areFurtherSafe(wider.others, cell.others))) return false;
    if (!countsSystems || wider.all.systems.size === cell.all.systems.size) return true;
    // Where each system has one record, what the wider cell has beyond the other was judged just now.
    if (wider.all.systems.size === wider.all.records) return true;
    const isRestSafe = (whole: HoldingBySystem) => {
      const rest = whole.without(cell.all.systems, hubs);
      return rest.records === 0 || isThick(rest);
    };
    return isRestSafe(this.#allBySystem(wider)) && (wider.others === null || isRestSafe(this.#othersBySystem(wider, wider.others)));
  }

  #allBySystem(cell: Cell): HoldingBySystem {
    if (this.#like !== null) return this.#like.#allBySystem(cell);
    const known = this.#bySystem.get(cell.all) ?? new HoldingBySystem(this.#recordsAt(cell.indexes));
    this.#bySystem.set(cell.all, known);
    return known;
  }

  #othersBySystem({ indexes }: Cell, others: Holding): HoldingBySystem {
    const known = this.#bySystem.get(others) ?? new HoldingBySystem(this.#recordsOfOthers(indexes));
    this.#bySystem.set(others, known);
    return known;
  }

  #countsSystems(conditions: readonly string[]): boolean {
    return !conditions.some((condition) => this.#shape.ofRecords.has(dimensionOf(condition)));
  }

  /** Every cell that this one lies in: conditions left out or widened, one or several. */
  #around(conditions: readonly string[]): string[][] {
    const choices = conditions.reduce<readonly (readonly string[])[]>(
      (chosen, condition) => chosen.flatMap((others) => [others, [...others, condition], ...this.#shape.widerOf(condition).map((wider) => [...others, wider])]),
      [[]],
    );
    const cells = new Map(choices.map((choice) => this.#written(choice)).map((written) => [idOf(written), written]));
    cells.delete(idOf(conditions));
    return [...cells.values()];
  }

  /** Cells that differ in one dimension alone, within all and within each wider condition of it. */
  #linesAlong(cells: ReadonlyMap<string, readonly string[]>, dimension: string): (readonly (readonly string[])[])[] {
    const lines = new Map<string, (readonly string[])[]>();
    for (const conditions of cells.values()) {
      const along = conditions.find((condition) => dimensionOf(condition) === dimension);
      if (along === undefined) continue;
      const others = conditions.filter((condition) => condition !== along);
      for (const container of ["", ...this.#shape.widerOf(along)]) {
        const key = idOf([...others, container]);
        const line = lines.get(key);
        if (line) line.push(conditions);
        else lines.set(key, [conditions]);
      }
    }
    return [...lines.values()];
  }

  /** Withholds the smallest cells of a line until what is withheld in it is thick together, or nothing. */
  #completeLine(line: readonly (readonly string[])[], shown: Set<string>): void {
    const { hubs } = this.#shape;
    let hidden = line.filter((conditions) => !shown.has(idOf(conditions)));
    const smallestFirst = line.filter((conditions) => shown.has(idOf(conditions))).toSorted((a, b) => this.#cell(a).all.records - this.#cell(b).all.records);
    for (const conditions of smallestFirst) {
      if (hidden.length === 0 || isSafe(this.#counted(hidden.flatMap((each) => this.#indexesOf(each))), hubs)) return;
      shown.delete(idOf(conditions));
      hidden = [...hidden, conditions];
    }
  }
}

/** Places of the records that each condition holds for, ascending. */
function holdersOf(records: readonly LatticeRecord[]): ReadonlyMap<string, readonly number[]> {
  const held = new Map<string, number[]>();
  records.forEach(({ conditions }, index) => {
    for (const condition of new Set(conditions)) {
      const holders = held.get(condition);
      if (holders) holders.push(index);
      else held.set(condition, [index]);
    }
  });
  return held;
}

/** Both lists ascend. */
function common(one: readonly number[], other: readonly number[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const index of one) {
    while (at < other.length && (other[at] ?? 0) < index) at += 1;
    if (other[at] === index) found.push(index);
  }
  return found;
}

const isSafe = ({ all, others }: Cell, hubs: ReadonlySet<number>): boolean => thickOrNothing(all, hubs) && (others === null || thickOrNothing(others, hubs));
