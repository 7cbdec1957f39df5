import { memo, useId, type KeyboardEvent } from "react";
import { stateWords, type Spot, type StateMark, type StatesDrawing } from "./stateMark";
import { moveStateStop, walkStates } from "./stateMoves";
import { MAP_SIZE, OUTLINES, ringOf, spotOf } from "./stateOutline";
import classes from "./StateChart.module.css";

/** A place on the map. */
export interface MapDot {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  /** A dot of what is spoken of, or one of the others. */
  readonly strong: boolean;
}

/** A circle on the map, in kilometres. */
export interface MapRing {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly km: number;
  /** Beyond chance, or not to be told from it. */
  readonly sure: boolean;
}

interface Props extends StatesDrawing {
  readonly dots?: readonly MapDot[];
  readonly rings?: readonly MapRing[];
}

/** States too small for their code and a finger stand again beside the coast, from north to south. */
const ASIDE = ["VT", "NH", "MA", "RI", "CT", "NJ", "DE", "MD", "DC"];
const asideSpot = (index: number): Spot => [946, 170 + index * 31];
const BOX = 28;
/** Square units an outline must have for its code to fit in. */
const ROOM = 2200;

interface ShapeProps extends StatesDrawing {
  readonly code: string;
  readonly mark: StateMark;
  readonly isStop: boolean;
  readonly walk: (event: KeyboardEvent) => void;
  readonly children: React.ReactNode;
}

/** One state that can be pointed at, reached by keys and opened. */
function Shape({ code, mark, shades, isStop, walk, onOpen, onRead, children }: ShapeProps) {
  return (
    <g
      // SVG has no buttons of its own.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="button"
      className={classes["shape"]}
      data-code={code}
      data-shade={shades.get(code)}
      data-marked={mark.marked}
      tabIndex={isStop ? 0 : -1}
      aria-haspopup="menu"
      aria-label={stateWords(mark)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return walk(event);
        event.preventDefault();
        // What opens must not hear of the key that opened it, or it closes again.
        event.stopPropagation();
        onOpen(mark, event.currentTarget);
      }}
      onFocus={(event) => {
        moveStateStop(event);
        onRead(mark);
      }}
      onBlur={() => onRead(null)}
      onMouseEnter={() => onRead(mark)}
      onMouseLeave={() => onRead(null)}
      onClick={({ currentTarget }) => onOpen(mark, currentTarget)}
    >
      {children}
    </g>
  );
}

/** Each state once as a stop of the keyboard: the small ones by their box beside the coast. */
const SPOTS: ReadonlyMap<string, Spot> = new Map(OUTLINES.map(({ code, middle }) => [code, ASIDE.includes(code) ? asideSpot(ASIDE.indexOf(code)) : middle]));

function othersOf(marks: StatesDrawing["marks"]): ReadonlyMap<string, Spot> {
  const others = [...marks.keys()].filter((code) => !SPOTS.has(code)).sort();
  return new Map(others.map((code, index) => [code, [948 - (index % 5) * 27, 470 + Math.floor(index / 5) * 27] as const]));
}

/** The states in their outlines, with places and circles on them. */
export const StateMap = memo(function StateMap({ dots = [], rings = [], ...drawing }: Props) {
  const hatch = useId();
  const { marks, shades } = drawing;
  const others = othersOf(marks);
  const spots = new Map([...SPOTS, ...others]);
  const first = [...spots.keys()].find((code) => marks.has(code));
  const walk = (event: KeyboardEvent) => walkStates(event, spots);
  const boxes = [...ASIDE.map((code) => [code, SPOTS.get(code) ?? asideSpot(0)] as const), ...others];
  const paint = (code: string) => (shades.get(code) === "withheld" ? { fill: `url(#${hatch})` } : {});
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className={classes["map"]} viewBox={`-58 8 ${MAP_SIZE.width + 60} ${MAP_SIZE.height - 8}`} data-states role="group" aria-label="Map of the states">
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className={classes["hatchGround"]} />
          <rect width="7" height="1.2" className={classes["hatchLine"]} />
        </pattern>
      </defs>
      {OUTLINES.map(({ code, path, middle, area }) => {
        const mark = marks.get(code);
        const outline = <path d={path} {...paint(code)} />;
        if (mark === undefined || ASIDE.includes(code)) {
          return (
            <g key={code} className={classes["shape"]} data-shade={mark === undefined ? "none" : shades.get(code)} data-marked={mark?.marked} aria-hidden>
              {outline}
            </g>
          );
        }
        return (
          <Shape key={code} code={code} mark={mark} isStop={code === first} walk={walk} {...drawing}>
            {outline}
            {area >= ROOM && (
              <text x={middle[0]} y={middle[1] + 6} textAnchor="middle">
                {mark.label ?? code}
              </text>
            )}
          </Shape>
        );
      })}
      {boxes.flatMap(([code, [x, y]]) => {
        const mark = marks.get(code);
        if (mark === undefined) return [];
        return [
          <Shape key={`box-${code}`} code={code} mark={mark} isStop={code === first} walk={walk} {...drawing}>
            <rect x={x - BOX / 2} y={y - BOX / 2} width={BOX} height={BOX} rx="4" {...paint(code)} />
            <text x={x} y={y + 5} textAnchor="middle" className={classes["boxed"]}>
              {code}
            </text>
          </Shape>,
        ];
      })}
      <g aria-hidden className={classes["over"]}>
        {rings.map(({ id, lon, lat, km, sure }) => {
          const ring = ringOf(lon, lat, Math.max(km, 25));
          return ring === null ? null : <path key={id} d={ring} className={classes["ring"]} data-sure={sure} />;
        })}
        {dots.map(({ id, lon, lat, strong }) => {
          const spot = spotOf(lon, lat);
          return spot === null ? null : <circle key={id} cx={spot[0]} cy={spot[1]} r={strong ? 5 : 2.5} className={classes["dot"]} data-strong={strong} />;
        })}
      </g>
    </svg>
  );
});
