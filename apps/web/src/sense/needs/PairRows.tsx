import { AxisStrip } from "../../chart/AxisStrip";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { FigureValue } from "../figure/FigureValue";
import { isBeyondChance, pairName, qText, type Pair } from "./pairFinding";
import { pairTarget } from "./pairTargets";
import classes from "./pairs.module.css";

interface Props {
  readonly pairs: readonly (Pair & { readonly systemIds?: readonly string[] })[];
  /** Shown on a phone alone, in the place of a map. */
  readonly isForPhone?: boolean;
}

/** Few enough for their words to stand apart on a phone. */
const marksUpTo = (high: number): readonly number[] => (high > 6 ? [0.25, 1, 4, 16] : [0.5, 1, 2, 4]);

/** The span of lifts on a log scale, 1 always in it. */
export function liftDomain(lifts: readonly { readonly low: number | null; readonly high: number | null }[]) {
  const ends = lifts.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null && end > 0);
  return { low: Math.max(0.25, Math.min(0.8, ...ends.map(Number))), high: Math.min(40, Math.max(2, ...ends.map(Number))) };
}

export const liftMarks = ({ low, high }: { readonly low: number; readonly high: number }) => marksUpTo(high).filter((mark) => mark >= low && mark <= high);

/** Pairs one below the other, each with its lift and the room for doubt. */
export function PairRows({ pairs, isForPhone = false }: Props) {
  const domain = liftDomain(pairs.map(({ lift }) => lift));
  return (
    <ul className={classes["pairs"]} data-phone={isForPhone}>
      <li className={classes["head"]} aria-hidden>
        <span>Asked for together</span>
        <span>Systems</span>
        <AxisStrip domain={domain} marks={liftMarks(domain)} format={(mark) => (mark === 1 ? "chance" : `${mark}×`)} scale="log" />
        <span>Lift</span>
        <span>q</span>
      </li>
      {pairs.map((pair) => (
        <li key={pairName(pair)} data-strong={isBeyondChance(pair)}>
          <span className={classes["name"]}>{pairName(pair)}</span>
          <FigureValue {...pairTarget(pair, "systems")} />
          <IntervalStrip {...pair.lift} domain={domain} scale="log" reference={1} tone={isBeyondChance(pair) ? "accent" : "noise"} />
          <FigureValue {...pairTarget(pair, "lift")} />
          <span className={classes["q"]}>{qText(pair.qValue)}</span>
        </li>
      ))}
    </ul>
  );
}
