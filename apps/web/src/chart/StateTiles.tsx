import type { KeyboardEvent } from "react";
import { tilesFor } from "./stateGrid";
import { stateWords, type StatesDrawing } from "./stateMark";
import { moveStateStop, walkStates } from "./stateMoves";
import classes from "./StateChart.module.css";

/** The states as tiles of one size: none is lost for being small, and none speaks louder for being large. */
export function StateTiles({ marks, shades, onOpen, onRead }: StatesDrawing) {
  const spots = tilesFor([...marks.keys()]);
  const first = [...spots.keys()].find((code) => marks.has(code));
  const walk = (event: KeyboardEvent) => walkStates(event, spots);
  return (
    <div className={classes["tiles"]} data-states>
      {[...spots].map(([code, [x, y]]) => {
        const mark = marks.get(code);
        const place = { gridColumn: x + 1, gridRow: y + 1 };
        if (mark === undefined) {
          return (
            <span key={code} className={classes["tile"]} data-shade="none" style={place} aria-hidden>
              <span>{code}</span>
            </span>
          );
        }
        return (
          <button
            key={code}
            type="button"
            className={classes["tile"]}
            style={place}
            data-code={code}
            data-shade={shades.get(code)}
            data-marked={mark.marked}
            tabIndex={code === first ? 0 : -1}
            aria-haspopup="menu"
            aria-label={stateWords(mark)}
            onKeyDown={walk}
            onFocus={(event) => {
              moveStateStop(event);
              onRead(mark);
            }}
            onBlur={() => onRead(null)}
            onMouseEnter={() => onRead(mark)}
            onMouseLeave={() => onRead(null)}
            onClick={({ currentTarget }) => onOpen(mark, currentTarget)}
          >
            <span>{code}</span> {mark.label !== undefined && <span className={classes["number"]}>{mark.label}</span>}
          </button>
        );
      })}
    </div>
  );
}
