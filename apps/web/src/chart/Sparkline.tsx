import classes from "./chart.module.css";

const WIDTH = 100;
const HEIGHT = 28;

interface Props {
  /** In order of time; null where nothing is known. */
  readonly values: readonly (number | null)[];
  readonly max: number;
}

/** The points of a line, broken where a value is missing. */
export function sparkPath(values: readonly (number | null)[], max: number): string {
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  let pen = "M";
  return values
    .map((value, index) => {
      if (value === null) {
        pen = "M";
        return "";
      }
      const y = HEIGHT - 2 - (max > 0 ? value / max : 0) * (HEIGHT - 4);
      const point = `${pen}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
      pen = "L";
      return point;
    })
    .join("");
}

/** A line the size of a word, grey: it shows a course, not a finding. */
export function Sparkline({ values, max }: Props) {
  return (
    <svg className={classes["spark"]} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path d={sparkPath(values, max)} fill="none" stroke="var(--noise)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
