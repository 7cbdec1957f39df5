import { heatLegend } from "./heatScale";
import type { StateMark, StateScale } from "./stateMark";
import { largest } from "./stateShade";
import classes from "./StateChart.module.css";

interface Props {
  readonly marks: readonly StateMark[];
  readonly scale: StateScale;
  /** What the shades count: `Requests waiting`. */
  readonly unit: string;
  readonly format: (value: number) => string;
  /** What an outlined state is; left out where none is. */
  readonly markedWord?: string | undefined;
}

function Key({ shade, children, marked }: { readonly shade: string; readonly children: React.ReactNode; readonly marked?: boolean }) {
  return (
    <span className={classes["key"]}>
      <span className={classes["swatch"]} data-shade={shade} data-marked={marked} />
      {children}
    </span>
  );
}

const RATIO_KEYS = [
  ["under-3", "under 0.4"],
  ["under-2", "0.4–0.67"],
  ["under-1", "0.67–0.9"],
  ["even", "about 1"],
  ["over-1", "1.1–1.5"],
  ["over-2", "1.5–2.5"],
  ["over-3", "over 2.5"],
] as const;

function shadeKeys(marks: readonly StateMark[], { kind }: StateScale, format: Props["format"]): readonly (readonly [shade: string, words: string])[] {
  const max = largest(marks);
  if (kind === "ratio") return RATIO_KEYS;
  if (kind === "count") return heatLegend(max).map(({ step, from, to }) => [String(step), from === to ? format(from) : `${format(from)}–${format(to)}`]);
  return [1, 3, 5, 7].map((step) => [String(step), `to ${format((max * step) / 7)}`]);
}

/** What each shade of the states stands for. */
export function StateLegend({ marks, scale, unit, format, markedWord }: Props) {
  const has = (test: (mark: StateMark) => boolean) => marks.some(test);
  return (
    <p className={classes["legend"]}>
      <span>{unit}</span>
      {scale.kind !== "ratio" && has(({ value }) => value === 0) && <Key shade="0">none</Key>}
      {largest(marks) > 0 && shadeKeys(marks, scale, format).map(([shade, words]) => (
        <Key key={shade} shade={shade}>
          {words}
        </Key>
      ))}
      {has(({ unsure }) => unsure === true) && <Key shade="unsure">cannot be told from noise</Key>}
      {has(({ withheld }) => withheld === true) && <Key shade="withheld">too few to show</Key>}
      {markedWord !== undefined && has(({ marked }) => marked === true) && (
        <Key shade="0" marked>
          {markedWord}
        </Key>
      )}
    </p>
  );
}
