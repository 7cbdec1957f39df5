import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { count, counted, intervalText, spoken, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { isSure, placeOf, poolingTarget, shownClusters, type Cluster, type PoolingPart } from "./cluster";
import classes from "./opportunities.module.css";

const named = ({ pooling }: Cluster) => pooling.organisations.map(({ label }) => label).join("; ");

const COLUMNS: readonly Column<Cluster>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Around", value: placeOf },
  { header: "Systems", value: ({ systems }) => written(systems), numeric: true },
  { header: "Beyond chance", value: (cluster) => (isSure(cluster) ? "yes" : "no") },
  { header: "Specialists", value: ({ pooling }) => written(pooling.specialists), numeric: true },
  { header: "Organisations", value: named },
  { header: "Cohorts", value: ({ pooling }) => pooling.cohorts, numeric: true },
  { header: "Hours of a relationship", value: ({ pooling }) => written(pooling.hoursEach), numeric: true },
  { header: "Relationships behind it", value: ({ pooling }) => pooling.hoursEach.n, numeric: true },
  { header: "Hours one by one", value: ({ pooling }) => written(pooling.hoursOneToOne), numeric: true },
  { header: "Interval low", value: ({ pooling }) => pooling.hoursOneToOne.low, numeric: true },
  { header: "Interval high", value: ({ pooling }) => pooling.hoursOneToOne.high, numeric: true },
  { header: "Hours together", value: ({ pooling }) => written(pooling.hoursPooled), numeric: true },
  { header: "Interval low, together", value: ({ pooling }) => pooling.hoursPooled.low, numeric: true },
  { header: "Interval high, together", value: ({ pooling }) => pooling.hoursPooled.high, numeric: true },
];

function Hours({ cluster, part }: { readonly cluster: Cluster; readonly part: PoolingPart }) {
  const interval = intervalText(cluster.pooling[part], "hours");
  return (
    <>
      <FigureValue {...poolingTarget(cluster, part)} />
      {interval !== null && <small>{interval}</small>}
    </>
  );
}

function sentence(clusters: readonly Cluster[]): string {
  if (!clusters.some(isSure)) return "No group stands beyond chance; this is what serving the closest together would take";
  const first = clusters.find(({ pooling }) => pooling.hoursPooled.value !== null);
  if (first === undefined) return "What serving neighbours together would take is not known: too few relationships on these topics have closed";
  const { topic, pooling, members } = first;
  return `Together, ${counted(members.length, "system")} around ${placeOf(first)} could be coached on ${topic.label.toLowerCase()} in ${spoken(pooling.hoursPooled.value ?? 0)} hours in place of ${spoken(pooling.hoursOneToOne.value ?? 0)}`;
}

/** What serving each group together would take, and who could. */
export function PoolingChart({ clusters, cohortSize, basis }: { readonly clusters: readonly Cluster[]; readonly cohortSize: number; readonly basis: string }) {
  const shown = shownClusters(clusters);
  return (
    <ChartFigure
      title={sentence(shown)}
      subtitle={`Coaching hours, with 95% intervals of the mean hours of a closed relationship on the topic; cohorts of at most ${cohortSize} systems, each taken to need as many calls as one relationship does. That is an assumption, not an estimate. ${basis}`}
      rows={shown}
      columns={COLUMNS}
    >
      <table className={classes["pooling"]}>
        <thead>
          <tr>
            <th scope="col">Need</th>
            <th scope="col">Systems</th>
            <th scope="col">Cohorts</th>
            <th scope="col">Hours one by one</th>
            <th scope="col">Hours together</th>
            <th scope="col">Specialists</th>
            <th scope="col">Who could</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((cluster) => (
            <tr key={cluster.topic.code} data-sure={isSure(cluster)}>
              <th scope="row">
                {cluster.topic.label} <small>around {placeOf(cluster)}</small>
              </th>
              <td data-label="Systems">{count(cluster.members.length)}</td>
              <td data-label="Cohorts">{count(cluster.pooling.cohorts)}</td>
              <td data-label="Hours one by one">
                <Hours cluster={cluster} part="hoursOneToOne" />
              </td>
              <td data-label="Hours together">
                <Hours cluster={cluster} part="hoursPooled" />
              </td>
              <td data-label="Specialists">
                <FigureValue {...poolingTarget(cluster, "specialists")} />
              </td>
              <td data-label="Who could" className={classes["who"]}>
                {named(cluster) || "nobody yet"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}
