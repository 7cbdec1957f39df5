import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { aroundOne } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { graphql } from "../../gql";
import type { PairsChart_HurdleFragment as Hurdle } from "../../gql/graphql";
import { bare, counted, listed, valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { topicPath } from "../scope/topicPath";
import classes from "./topics.module.css";

graphql(`
  fragment PairsChart_hurdle on Hurdle {
    topics {
      id
      code
      label
    }
    systems {
      ...FigureValue_figure @unmask
    }
    lift {
      ...FigureValue_figure @unmask
    }
    qValue
  }
`);

/** Pairs that chance makes too are shown up to here. */
const NEAREST = 5;

interface Pair extends Hurdle {
  readonly other: { readonly code: string; readonly label: string };
}

const isSure = ({ qValue }: Pair) => qValue !== null && qValue < 0.05;

const qText = (q: number | null) => (q === null ? "" : q < 0.001 ? "< 0.001" : q.toFixed(3));

const COLUMNS: readonly Column<Pair>[] = [
  { header: "Asked for as well", value: ({ other }) => other.label },
  { header: "Systems that asked for both", value: ({ systems }) => written(systems), numeric: true },
  { header: "Lift", value: ({ lift }) => written(lift), cell: ({ lift }) => valueText(lift, "ratio"), numeric: true },
  { header: "Interval low", value: ({ lift: { low } }) => low, cell: ({ lift: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
  { header: "Interval high", value: ({ lift: { high } }) => high, cell: ({ lift: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
];

function pairsOf(hurdles: readonly Hurdle[], code: string): readonly Pair[] {
  return hurdles.flatMap((hurdle) => {
    const other = hurdle.topics.find((topic) => topic.code !== code);
    const isPair = hurdle.topics.length === 2 && hurdle.topics.some((topic) => topic.code === code);
    return isPair && other !== undefined && hurdle.systems.value !== null ? [{ ...hurdle, other }] : [];
  });
}

function sentence(pairs: readonly Pair[]): string {
  const sure = pairs.filter(isSure).map(({ other }) => other.label);
  if (sure.length === 0) return "It comes with no other topic more than chance would have it";
  return `Who asks for it asks more than by chance for ${listed(sure)} too`;
}

/** Which topics are asked for together with this one. */
export function PairsChart({ code, hurdles, basis }: { readonly code: string; readonly hurdles: readonly Hurdle[]; readonly basis: string }) {
  const pairs = pairsOf(hurdles, code);
  if (pairs.length === 0) return null;
  const shown = [...pairs.filter(isSure), ...pairs.filter((pair) => !isSure(pair)).slice(0, NEAREST)];
  const domain = aroundOne(shown.flatMap(({ lift: { low, high } }) => [low ?? 1, high ?? 1]), 12);
  return (
    <ChartFigure
      title={sentence(pairs)}
      subtitle={`Systems that asked for both topics over what independence would give (lift), with 95% interval, on a log scale; q corrects for all pairs of the network. Grey where chance makes as much. ${basis}`}
      rows={pairs}
      columns={COLUMNS}
    >
      <ul className={classes["groups"]} data-long>
        <li aria-hidden>
          <span>Asked for as well</span>
          <AxisStrip domain={domain} marks={[0.5, 1, 2, 5].filter((mark) => mark > domain.low && mark < domain.high)} format={(mark) => (mark === 1 ? "chance" : `×${mark}`)} scale="log" />
          <span>Systems</span>
        </li>
        {shown.map((pair) => (
          <li key={pair.other.code}>
            <a href={topicPath(pair.other.code)}>{pair.other.label}</a>
            <IntervalStrip {...pair.lift} domain={domain} scale="log" reference={1} tone={isSure(pair) ? "accent" : "noise"} />
            <FigureValue label={`Systems that asked for both, ${pair.other.label}`} metric="systems_requesting" figure={pair.systems} />
          </li>
        ))}
      </ul>
      {pairs.length > shown.length && <p className={classes["quiet"]}>{counted(pairs.length - shown.length, "more pair")} that chance makes too, in the table.</p>}
    </ChartFigure>
  );
}
