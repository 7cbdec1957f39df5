/** A dot of a map, with its name, in pixels. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: string;
  /** The higher, the sooner its label finds a place. */
  readonly weight: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a label stands. */
export interface LabelPlace {
  readonly lines: readonly string[];
  readonly anchor: "start" | "middle" | "end";
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  /** Whether it stands free of dots and of the labels that were placed before it. */
  readonly isFree: boolean;
}

const LABEL_FONT = 12;
export const LABEL_LINE = 14;
const LETTER = LABEL_FONT * 0.56;
const LETTERS_A_LINE = 20;
const GAP = 4;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Dots moved as little as need be so that each two stand apart, all within the frame. The same every time. */
export function spread<Kind extends { readonly x: number; readonly y: number }>(dots: readonly Kind[], apart: number, { width, height }: Size): Kind[] {
  const moved = dots.map((dot) => ({ ...dot }));
  for (let round = 0; round < 120; round += 1) {
    let isStill = true;
    moved.forEach((one, index) => {
      for (const other of moved.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        isStill = false;
        // Dots in one place go apart in a direction of their own.
        const [ux, uy] = distance > 0.01 ? [dx / distance, dy / distance] : [Math.cos(index), Math.sin(index)];
        const half = (apart - distance) / 2;
        Object.assign(one, within({ x: one.x - ux * half, y: one.y - uy * half }, width, height));
        Object.assign(other, within({ x: other.x + ux * half, y: other.y + uy * half }, width, height));
      }
    });
    if (isStill) break;
  }
  return moved;
}

const within = ({ x, y }: { x: number; y: number }, width: number, height: number) => ({ x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) });

/** A name in as few lines as it needs, none much longer than twenty letters. */
export function broken(label: string): string[] {
  const lines = [""];
  for (const word of label.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length + 1 > LETTERS_A_LINE) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

/**
 * A place for every dot's label: beside it, where there is one that nothing else takes; where there is none, the least bad.
 * @param lines that no label is to lie on.
 */
export function labelPlaces(dots: readonly Dot[], frame: Size, lines: readonly (readonly [Spot, Spot])[] = []): LabelPlace[] {
  const taken = [...dots.map(({ x, y, radius }) => around({ x, y }, radius + 2)), ...lines.flatMap(([from, to]) => stepsAlong(from, to).map((spot) => around(spot, 4)))];
  const places = new Map<number, LabelPlace>();
  const order = dots.map((dot, index) => ({ dot, index })).sort((a, b) => b.dot.weight - a.dot.weight || a.index - b.index);
  for (const { dot, index } of order) {
    const options = candidates(dot).map((place) => {
      const box = boxOf(place);
      const own = taken.reduce((sum, other, at) => sum + (at === index ? 0 : overlap(box, other)), 0);
      return { place, box, cost: own + 4 * outside(box, frame) };
    });
    const best = options.reduce((least, option) => (option.cost < least.cost ? option : least));
    if (best.cost === 0) taken.push(best.box);
    places.set(index, { ...best.place, isFree: best.cost === 0 });
  }
  return dots.flatMap((_, index) => places.get(index) ?? []);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

const around = ({ x, y }: Spot, reach: number): Box => ({ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach });

const STEP = 8;

function stepsAlong(from: Spot, to: Spot): Spot[] {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP);
  return Array.from({ length: steps }, (_, step) => ({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps }));
}

type Candidate = Omit<LabelPlace, "isFree">;

function candidates({ x, y, radius, label }: Dot): Candidate[] {
  const lines = broken(label);
  const tall = (lines.length - 1) * LABEL_LINE;
  const middle = y + LABEL_FONT * 0.35 - tall / 2;
  const [above, below] = [y - radius - GAP - tall, y + radius + GAP + LABEL_FONT * 0.8];
  const [right, left] = [x + radius + GAP, x - radius - GAP];
  return [
    { lines, anchor: "start", x: right, y: middle },
    { lines, anchor: "end", x: left, y: middle },
    { lines, anchor: "middle", x, y: below },
    { lines, anchor: "middle", x, y: above },
    { lines, anchor: "start", x: right - 3, y: below - 4 },
    { lines, anchor: "end", x: left + 3, y: below - 4 },
    { lines, anchor: "start", x: right - 3, y: above + 4 },
    { lines, anchor: "end", x: left + 3, y: above + 4 },
  ];
}

function boxOf({ lines, anchor, x, y }: Candidate): Box {
  const width = Math.max(...lines.map(({ length }) => length)) * LETTER;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  const top = y - LABEL_FONT * 0.85;
  return { left, top, right: left + width, bottom: top + lines.length * LABEL_LINE };
}

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) * Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

function outside({ left, top, right, bottom }: Box, { width, height }: Size): number {
  const [across, down] = [Math.max(0, -left) + Math.max(0, right - width), Math.max(0, -top) + Math.max(0, bottom - height)];
  return across * (bottom - top) + down * (right - left);
}
