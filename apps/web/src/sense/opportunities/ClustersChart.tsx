import { use, useState } from "react";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { aroundOne } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { StateChart } from "../../chart/StateChart";
import type { StateMark } from "../../chart/stateMark";
import { count, counted, intervalText, lower, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { FigureMenuContext } from "../figure/menuContext";
import { topicPath } from "../scope/topicPath";
import { clusterTarget, isSure, placeOf, qText, shownClusters, type Cluster, type Opportunities } from "./cluster";
import classes from "./opportunities.module.css";
import { groupsTitle, nearestSentence } from "./opportunityFinding";
import { distanceWords } from "./opportunityView";

/** A circle that was chosen for its numbers has no ratio of its own until more than chance is behind it. */
const NOT_TOLD = "cannot be told from chance";
const riskEnd = (end: "low" | "high") => (cluster: Cluster) => {
  const value = cluster.relativeRisk[end];
  return isSure(cluster) && value !== null ? Number(value.toPrecision(3)) : null;
};
const RISKS = aroundOne([50], 50);

const COLUMNS: readonly Column<Cluster>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Around", value: placeOf },
  { header: "Radius, km", value: ({ radiusKm }) => Math.round(radiusKm), numeric: true },
  { header: "States", value: ({ states }) => states.join(" ") },
  { header: "Systems", value: ({ systems }) => written(systems), cell: (cluster) => <FigureValue {...clusterTarget(cluster, "systems")} />, numeric: true },
  { header: "Systems in the circle", value: ({ systems }) => systems.n, numeric: true },
  { header: "Expected", value: ({ expected }) => expected, cell: ({ expected }) => expected.toFixed(1), numeric: true },
  { header: "Times as often", value: (cluster) => (isSure(cluster) ? written(cluster.relativeRisk) : NOT_TOLD), cell: (cluster) => (isSure(cluster) ? <FigureValue {...clusterTarget(cluster, "relativeRisk")} /> : NOT_TOLD), numeric: true },
  { header: "Interval low", value: riskEnd("low"), numeric: true },
  { header: "Interval high", value: riskEnd("high"), numeric: true },
  { header: "Students", value: ({ students }) => written(students), cell: (cluster) => <FigureValue {...clusterTarget(cluster, "students")} />, numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
];

const SCALE = { kind: "count" } as const;

/** The states of the chosen cluster, by its systems in each. */
function marksOf({ members, topic, states }: Cluster, names: ReadonlyMap<string, string>): readonly StateMark[] {
  return states.map((code) => {
    const here = members.filter(({ state }) => state === code).length;
    return { code, name: names.get(code) ?? code, value: here, label: `${code} ${here}`, text: `${counted(here, "system")} of the group asked for ${topic.label}` };
  });
}

interface CardProps {
  readonly cluster: Cluster;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Line({ cluster, chosen, onChoose }: CardProps) {
  const { topic, radiusKm, states, systems, expected, relativeRisk, qValue } = cluster;
  const sure = isSure(cluster);
  return (
    <li className={classes["cluster"]} data-chosen={chosen} data-sure={sure}>
      <button type="button" className={classes["choose"]} aria-pressed={chosen} onClick={onChoose}>
        <span className={classes["unseen"]}>Show on the map: </span>
        {topic.label}
      </button>
      <p>
        Within {distanceWords(radiusKm)} of {placeOf(cluster)}; {states.join(", ")}
      </p>
      <p>
        <FigureValue {...clusterTarget(cluster, "systems")} /> of {count(systems.n ?? 0)} systems there asked, where {expected.toFixed(1)} would by chance; <FigureValue {...clusterTarget(cluster, "students")} />{" "}
        students
      </p>
      {sure && <IntervalStrip {...relativeRisk} domain={RISKS} scale="log" reference={1} tone="alert" />}
      <p>
        {sure && (
          <>
            <FigureValue {...clusterTarget(cluster, "relativeRisk")} /> as often as elsewhere ({intervalText(relativeRisk, "ratio") ?? "no interval"}),{" "}
          </>
        )}
        q {qText(qValue)}
        {" · "}<a href={topicPath(topic.code)}>all about the topic</a>
      </p>
    </li>
  );
}

interface Props {
  readonly opportunities: Opportunities;
  readonly stateNames: ReadonlyMap<string, string>;
  readonly basis: string;
}

/** Where neighbours ask for the same: those beyond chance, and the nearest to it in grey. */
export function ClustersChart({ opportunities, stateNames, basis }: Props) {
  const openMenu = use(FigureMenuContext);
  const { clusters, places, tested, maxKm, permutations, located, requesting } = opportunities;
  const shown = shownClusters(clusters);
  const [code, setCode] = useState<string | null>(null);
  const chosen = shown.find(({ topic }) => topic.code === code) ?? shown[0];
  const marks = chosen === undefined ? [] : marksOf(chosen, stateNames);
  const members = chosen?.members ?? [];
  const dots = [
    ...places.map(({ lat, lon }, index) => ({ id: `place ${index}`, lat, lon, strong: false })),
    ...members.map(({ id, lat, lon }) => ({ id, lat, lon, strong: true })),
  ];
  const rings = shown
    .filter((cluster) => isSure(cluster) || cluster === chosen)
    .map((cluster) => ({ id: cluster.topic.code, lat: cluster.centre.lat, lon: cluster.centre.lon, km: cluster.radiusKm, sure: isSure(cluster) }));
  const sure = clusters.filter(isSure).length;
  const nearest = nearestSentence(clusters);
  return (
    <ChartFigure
      title={groupsTitle(clusters)}
      subtitle={`For each of ${tested} topics the circle of at most ${maxKm} km in which systems asked for it most beyond the rest (spatial scan). n ${count(located.value ?? 0)} of ${count(requesting.value ?? 0)} requesting systems, those whose place is known; q from up to ${count(permutations)} random arrangements, over all topics tested. ${basis}`}
      rows={clusters}
      columns={COLUMNS}
    >
      <div className={classes["board"]}>
        {sure === 0 && nearest !== null && <p className={classes["nearest"]}>{nearest}</p>}
        <div className={classes["map"]}>
          <StateChart
            states={marks}
            scale={SCALE}
            unit={chosen === undefined ? "" : `Systems that asked for ${lower(chosen.topic.label)}`}
            format={count}
            dots={dots}
            rings={rings}
            onOpen={({ code: state }, element) => chosen && openMenu({ ...clusterTarget(chosen, "systems"), filter: { states: [state], topics: [chosen.topic.code] } }, element)}
          />
        </div>
        <ul className={classes["clusters"]}>
          {shown.map((cluster) => (
            <Line key={cluster.topic.code} cluster={cluster} chosen={cluster === chosen} onChoose={() => setCode(cluster.topic.code)} />
          ))}
        </ul>
        {clusters.length > shown.length && <p className={classes["small"]}>The other {clusters.length - shown.length} are in the table.</p>}
      </div>
    </ChartFigure>
  );
}
