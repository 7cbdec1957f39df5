import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./framework.module.css";
import type { Reliability } from "./frameworkFinding";

type Row = Reliability["confusions"][number];

const COLUMNS: readonly Column<Row>[] = [
  { header: "One topic", value: ({ topics }) => topics[0]?.label ?? null },
  { header: "The other", value: ({ topics }) => topics[1]?.label ?? null },
  { header: "Requests", value: ({ requests }) => requests, numeric: true },
  { header: "Share", value: ({ share }) => written(share), cell: ({ share }) => valueText(share, "share"), numeric: true },
  { header: "Share, low", value: ({ share }) => share.low, cell: ({ share }) => share.low !== null && valueText({ ...share, value: share.low }, "share"), numeric: true },
  { header: "Share, high", value: ({ share }) => share.high, cell: ({ share }) => share.high !== null && valueText({ ...share, value: share.high }, "share"), numeric: true },
];

/** Topics that one reader gave where another gave the other. */
export function ConfusionsChart({ reliability }: { readonly reliability: Reliability }) {
  const { confusions, requests } = reliability;
  if (confusions.length === 0) {
    return (
      <section className={classes["nothing"]}>
        <h2>No two topics were given in each other's place more than once.</h2>
      </section>
    );
  }
  const [first] = confusions;
  const pair = first ? first.topics.map(({ label }) => `“${label}”`).join(" and ") : "";
  return (
    <ChartFigure
      title={`${confusions.length === 1 ? "One pair of topics was" : `${confusions.length} pairs of topics were`} given in each other's place more than once, such as ${pair}.`}
      subtitle={`Share of the requests given either topic on which one reader gave the one and another the other instead, with 95% intervals; of ${requests} requests read twice. Most intervals overlap: the order says little.`}
      rows={confusions}
      columns={COLUMNS}
    >
      <ul className={classes["confusions"]}>
        {confusions.map(({ topics, requestIds, share }) => {
          const name = topics.map(({ label }) => label).join(" or ");
          return (
            <li key={topics.map(({ code }) => code).join()}>
              <span>{topics.map(({ label }) => label).join(" · ")}</span>
              <IntervalStrip value={share.value} low={share.low} high={share.high} domain={{ low: 0, high: 1 }} tone="noise" />
              <FigureValue label={`Given in each other's place: ${name}`} metric="topic_confusion" figure={share} records={{ kind: "requests", ids: requestIds }} />
            </li>
          );
        })}
      </ul>
    </ChartFigure>
  );
}
