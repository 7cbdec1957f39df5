import { useMemo } from "react";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { Fold } from "../../chart/Fold";
import { bare, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { fragilitySentence, type Named, type TopicRest } from "./fragilityFinding";
import classes from "./outlook.module.css";

interface Props {
  readonly topics: readonly TopicRest[];
  readonly organisations: readonly Named[];
  readonly basis: string;
}

const isOn = ({ providers }: TopicRest, { id }: Named) => providers.some((provider) => provider.id === id);
const isAlone = ({ organisations }: TopicRest) => organisations.value === 1;

const columnsOf = (organisations: readonly Named[]): readonly Column<TopicRest>[] => [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Domain", value: ({ topic }) => topic.domain?.label ?? null },
  { header: "Organisations", value: (row) => written(row.organisations), numeric: true },
  { header: "Coverage", value: ({ coverage }) => written(coverage), cell: ({ coverage }) => (coverage.value === null ? "no demand" : bare(coverage.value, "ratio")), numeric: true },
  ...organisations.map((organisation) => ({ header: organisation.name, value: (row: TopicRest) => (isOn(row, organisation) ? "yes" : "") })),
];

/** Which organisations' specialists list which topics; those that rest on one alone are marked. */
export function DependenceChart({ topics, organisations, basis }: Props) {
  const domains = useMemo(() => [...Map.groupBy(topics, ({ topic }) => topic.domain?.label ?? "")], [topics]);
  return (
    <ChartFigure
      title={fragilitySentence(topics)}
      subtitle={`Which organisations have a specialist for which topic. ${basis}`}
      rows={topics}
      columns={columnsOf(organisations)}
    >
      <Fold what={`all ${topics.length} topics`}>
        <table className={classes["matrix"]}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              {organisations.map(({ id, name }) => (
                <th key={id} scope="col" className={classes["upright"]}>
                  <span>{name}</span>
                </th>
              ))}
              <th scope="col" className={classes["number"]}>
                In all
              </th>
            </tr>
          </thead>
          {domains.map(([domain, rows]) => (
            <tbody key={domain}>
              <tr className={classes["domain"]}>
                <th scope="rowgroup" colSpan={organisations.length + 2}>
                  {domain}
                </th>
              </tr>
              {rows.map((row) => (
                <TopicLine key={row.topic.id} row={row} organisations={organisations} />
              ))}
            </tbody>
          ))}
        </table>
      </Fold>
    </ChartFigure>
  );
}

function TopicLine({ row, organisations }: { readonly row: TopicRest; readonly organisations: readonly Named[] }) {
  const { topic, providers } = row;
  const alone = isAlone(row);
  return (
    <tr data-alone={alone}>
      <th scope="row">
        {topic.label} {alone && <span className={classes["fragile"]}>one organisation</span>}
      </th>
      {organisations.map((organisation) => (
        <td key={organisation.id} className={classes["dot"]}>
          {isOn(row, organisation) && (
            <>
              <span className={classes["disc"]} aria-hidden />
              <span className={classes["unseen"]}>yes</span>
            </>
          )}
        </td>
      ))}
      <td className={classes["number"]} data-names={providers.length === 0 ? "nobody" : providers.map(({ name }) => name).join(", ")}>
        <FigureValue label={`Organisations, ${topic.label}`} metric="gap_providers" figure={row.organisations} filter={{ topics: [topic.code] }} records={{ kind: "specialists", within: { topics: [topic.code] } }} />
      </td>
    </tr>
  );
}
