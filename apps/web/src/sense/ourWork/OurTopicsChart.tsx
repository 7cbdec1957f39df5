import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { PairStrip } from "../../chart/PairStrip";
import { percent, percentMark, valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./ourWork.module.css";
import { topicsSentence, type TopicShare } from "./ourWorkFinding";

const COLUMNS: readonly Column<TopicShare>[] = [
  { header: "Topic", value: ({ label }) => label },
  { header: "Ours", value: ({ own }) => written(own), cell: ({ own }) => valueText(own, "share"), numeric: true },
  { header: "Ours, low", value: ({ own }) => own.low, cell: ({ own }) => own.low !== null && percent(own.low), numeric: true },
  { header: "Ours, high", value: ({ own }) => own.high, cell: ({ own }) => own.high !== null && percent(own.high), numeric: true },
  { header: "Network", value: ({ network }) => written(network), cell: ({ network }) => valueText(network, "share"), numeric: true },
  { header: "Network, low", value: ({ network }) => network.low, cell: ({ network }) => network.low !== null && percent(network.low), numeric: true },
  { header: "Network, high", value: ({ network }) => network.high, cell: ({ network }) => network.high !== null && percent(network.high), numeric: true },
];

/** What one's coaches talk about, beside what the network talks about. */
export function OurTopicsChart({ shares, asOf }: { readonly shares: readonly TopicShare[]; readonly asOf: string }) {
  const domain = zeroBased(shares.flatMap(({ own, network }) => [own.high ?? own.value ?? 0, network.high ?? network.value ?? 0]));
  return (
    <ChartFigure
      title={topicsSentence(shares)}
      subtitle={`Share of coached sessions on each of our twelve most coached topics, with 95% intervals; the network's as of ${asOf}, protected.`}
      rows={shares}
      columns={COLUMNS}
    >
      <ul className={classes["topics"]}>
        <li className={classes["axis"]} aria-hidden>
          <span />
          <AxisStrip domain={domain} marks={ticks(domain)} format={percentMark} />
          <span>ours</span>
          <span>network</span>
        </li>
        {shares.map(({ key, label, own, network }) => (
          <li key={key}>
            <span>{label}</span>
            <PairStrip own={own} other={network} domain={domain} />
            <FigureValue label={`${label}, share of our sessions`} metric="need_share" figure={own} />
            <FigureValue label={`${label}, share of the network's sessions`} metric="need_share" figure={network} />
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
