import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { Fold } from "../../chart/Fold";
import { ticks, zeroBased } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { percentMark, valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { topicPath } from "../scope/topicPath";
import { qText, regionTarget, type RegionNeed } from "./cluster";
import classes from "./opportunities.module.css";
import { differs, regionsSentence } from "./opportunityFinding";

const COLUMNS: readonly Column<RegionNeed>[] = [
  { header: "Region", value: ({ region }) => region.label },
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Systems", value: ({ systems }) => written(systems), cell: (need) => <FigureValue {...regionTarget(need, "systems")} />, numeric: true },
  { header: "Share of the region's", value: ({ share }) => written(share), cell: (need) => <FigureValue {...regionTarget(need, "share")} />, numeric: true },
  { header: "Interval low", value: ({ share }) => share.low, numeric: true },
  { header: "Interval high", value: ({ share }) => share.high, numeric: true },
  { header: "Share of the nation's", value: ({ nationShare }) => written(nationShare), cell: ({ nationShare }) => valueText(nationShare, "share"), numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => (qValue === null ? "" : qText(qValue)), numeric: true },
];

interface Props {
  /** Those that are drawn. */
  readonly shown: readonly RegionNeed[];
  /** All of them, for the table. */
  readonly all: readonly RegionNeed[];
  readonly basis: string;
}

/** What each census region's systems ask for, against the nation. */
export function RegionsChart({ shown, all, basis }: Props) {
  const domain = zeroBased(shown.flatMap(({ share, nationShare }) => [share.high ?? share.value ?? 0, nationShare.value ?? 0]), 4);
  const tested = all.some(({ qValue }) => qValue !== null);
  const groups = [...Map.groupBy(shown, ({ region }) => region.label)];
  return (
    <ChartFigure
      title={regionsSentence(shown)}
      subtitle={`Share of a census region's requesting systems that asked for the topic, with 95% interval; the tick is the nation's share. ${tested ? "Drawn where five systems or more asked; grey where the region cannot be told from the others (q over all places, 0.05). " : "Regions are not tested against each other in protected form, so all are grey. "}${basis}`}
      rows={all}
      columns={COLUMNS}
    >
      {groups.length > 0 && (
        <Fold what={`all ${shown.length} needs by region`}>
          <ul className={classes["regions"]}>
            <li className={classes["regionsHead"]} aria-hidden>
              <span />
              <AxisStrip domain={domain} marks={ticks(domain, 4)} format={percentMark} />
              <span>Share</span>
              <span>Systems</span>
            </li>
            {groups.map(([region, needs]) => (
              <li key={region} className={classes["region"]}>
                <h3>{region}</h3>
                <ul>
                  {needs.map((need) => (
                    <li key={need.topic.code}>
                      <a href={topicPath(need.topic.code)}>{need.topic.label}</a>
                      <IntervalStrip value={need.share.value} low={need.share.low} high={need.share.high} domain={domain} tone={differs(need) ? "accent" : "noise"} {...(need.nationShare.value !== null && { beside: need.nationShare.value })} />
                      <FigureValue {...regionTarget(need, "share")} />
                      <FigureValue {...regionTarget(need, "systems")} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </ChartFigure>
  );
}
