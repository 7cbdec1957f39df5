import { SegmentedControl } from "@mantine/core";
import { lazy, Suspense, useCallback, useId, useMemo, useState } from "react";
import classes from "./StateChart.module.css";
import { StateLegend } from "./StateLegend";
import type { MapDot, MapRing } from "./StateMap";
import type { StateMark, StateScale, StatesDrawing } from "./stateMark";
import { shadesOf } from "./stateShade";
import { StateTiles } from "./StateTiles";

// The outlines weigh more than all other drawings together: they come when somebody asks for them.
const StateMap = lazy(async () => ({ default: (await import("./StateMap")).StateMap }));

interface Props {
  /** Those that are spoken of; the others are drawn as empty frames. */
  readonly states: readonly StateMark[];
  readonly scale: StateScale;
  /** What the shades count, with its unit: `Requests waiting`. */
  readonly unit: string;
  /** A value as the legend writes it. */
  readonly format: (value: number) => string;
  /** What a click, a tap or Enter on a state does; the element is where a menu opens. */
  readonly onOpen: (mark: StateMark, element: Element) => void;
  /** What an outlined state is, for the legend. */
  readonly markedWord?: string;
  /** Places and circles, which only the map can show. With them it is what opens first. */
  readonly dots?: readonly MapDot[];
  readonly rings?: readonly MapRing[];
}

/**
 * The states of the country, as tiles of one size or in their outlines, the darker the more. It goes into a ChartFigure,
 * whose table says the same.
 */
export function StateChart({ states, scale, unit, format, onOpen, markedWord, dots, rings }: Props) {
  const [drawn, setDrawn] = useState<"tiles" | "map">(dots === undefined ? "tiles" : "map");
  const [read, setRead] = useState<StateMark | null>(null);
  const switchId = useId();
  const onRead = useCallback((mark: StateMark | null) => setRead(mark), []);
  const drawing = useMemo(
    (): StatesDrawing => ({ marks: new Map(states.map((mark) => [mark.code, mark])), shades: shadesOf(states, scale), onOpen, onRead }),
    [states, scale, onOpen, onRead],
  );
  const tiles = <StateTiles {...drawing} />;
  return (
    <div className={classes["chart"]}>
      <div className={classes["bar"]}>
        <StateLegend marks={states} scale={scale} unit={unit} format={format} markedWord={markedWord} />
        <span className={classes["unseen"]} id={switchId}>
          How the states are drawn
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby={switchId}
          className={classes["switch"] ?? ""}
          value={drawn}
          onChange={(value) => setDrawn(value as "tiles" | "map")}
          data={[
            { value: "tiles", label: "Tiles" },
            { value: "map", label: "Map" },
          ]}
        />
      </div>
      {drawn === "tiles" ? (
        tiles
      ) : (
        <Suspense fallback={<div className={classes["coming"]} aria-busy />}>
          <StateMap {...drawing} {...(dots && { dots })} {...(rings && { rings })} />
        </Suspense>
      )}
      <p className={classes["reading"]} aria-hidden>
        {read === null ? "Point at a state, or touch it, to read it; arrow keys move between states." : `${read.name}: ${read.text}`}
      </p>
    </div>
  );
}
