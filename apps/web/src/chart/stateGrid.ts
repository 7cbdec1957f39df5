import type { Spot } from "./stateMark";

/** The states as tiles, each near where it lies: a row a line, a tile a word, dots where there is none. */
const ROWS = `
AK .  .  .  .  .  .  .  .  .  ME
.  .  .  .  .  WI .  .  .  VT NH
WA ID MT ND MN IL MI .  NY MA .
OR NV WY SD IA IN OH PA NJ CT RI
CA UT CO NE MO KY WV VA MD DE .
.  AZ NM KS AR TN NC SC DC .  .
.  .  .  OK LA MS AL GA .  .  .
HI .  .  TX .  .  .  .  FL .  .`;

/** Columns of the grid. */
const GRID_COLUMNS = 11;

const LINES = ROWS.trim().split("\n").map((line) => line.trim().split(/\s+/));

/** The tile of each of the fifty states and the District of Columbia. */
export const TILES: ReadonlyMap<string, Spot> = new Map(
  LINES.flatMap((words, y) => words.flatMap((code, x) => (code === "." ? [] : [[code, [x, y]] as const]))),
);

/** The tiles of a drawing: everything that is not a state, such as a territory, stands in a row of its own below, and only if it is given. */
export function tilesFor(codes: readonly string[]): ReadonlyMap<string, Spot> {
  const others = codes.filter((code) => !TILES.has(code)).sort();
  const first = GRID_COLUMNS - Math.min(others.length, GRID_COLUMNS);
  const places = others.map((code, index) => [code, [first + (index % GRID_COLUMNS), LINES.length + Math.floor(index / GRID_COLUMNS)] as const] as const);
  return new Map([...TILES, ...places]);
}
