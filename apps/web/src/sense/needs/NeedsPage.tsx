import { useMemo } from "react";
import { graphql } from "../../gql";
import type { NeedsPageQuery } from "../../gql/graphql";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { Fold } from "../../chart/Fold";
import { PageFrame } from "../../ui/PageFrame";
import { Empty, TooFew } from "../../ui/states";
import { count, written } from "../figure/format";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { monthName } from "../scope/period";
import { ProtectedNote } from "../scope/ProtectedNote";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { useShowing } from "../scope/useShowing";
import { HeatLegend } from "./HeatLegend";
import classes from "./needs.module.css";
import { NeedsControls } from "./NeedsControls";
import { busiestSentence, doubtWords, needsSentence } from "./needsFinding";
import { NeedsHeatMap, type HeatColumn } from "./NeedsHeatMap";
import { NeedsList } from "./NeedsList";
import { needsTable, type NeedRow } from "./needsTable";
import { COLUMN_NAMES, evidenceWord, readNeedsView, rowWord, type NeedsView } from "./needsView";
import { PairMapSection } from "./PairMapSection";
import { SharedPairsSection } from "./SharedPairsSection";
import { TopNeedsChart } from "./TopNeedsChart";

const NEEDS_PAGE = graphql(`
  query NeedsPage($scope: Scope, $rows: Dimension!, $columns: Dimension!, $evidence: Evidence!, $ranked: Boolean!) {
    patterns: needPatterns(scope: $scope, rows: $rows, columns: $columns, evidence: $evidence) {
      rows {
        key
        label
      }
      columns {
        key
        label
      }
      cells {
        row {
          key
        }
        column {
          key
        }
        count {
          ...FigureValue_figure @unmask
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
    }
    totals: needPatterns(scope: $scope, rows: $rows, evidence: $evidence) {
      cells {
        row {
          key
          label
        }
        count {
          ...FigureValue_figure @unmask
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
    }
    ranks: topicRanks(scope: $scope, evidence: $evidence) @include(if: $ranked) {
      topic {
        id
        code
      }
      best
      worst
    }
    topics(first: 100) {
      nodes {
        id
        code
        domain {
          id
          label
        }
      }
    }
  }
`);

function tableColumns(columns: readonly HeatColumn[], view: NeedsView): readonly Column<NeedRow>[] {
  return [
    { header: view.rows === "TOPIC" ? "Topic" : "Domain", value: ({ label }) => label },
    ...columns.map(({ label }, place) => ({
      header: label,
      value: ({ cells }: NeedRow) => {
        const cell = cells[place];
        return cell == null ? 0 : written(cell.count);
      },
      numeric: true,
    })),
    { header: "All", value: ({ total }) => written(total), numeric: true },
  ];
}

/** The answer as it is drawn. Kept while only the address changes, so that a click redraws nothing before its answer. */
function laidOut({ patterns, totals, topics }: NeedsPageQuery, view: NeedsView) {
  const domainOf = new Map(topics.nodes.map(({ code, domain }) => [code, domain?.label ?? null]));
  const groupOf = (key: string) => (view.rows === "DOMAIN" ? null : (domainOf.get(key) ?? "Not in the framework"));
  const table = needsTable(patterns, totals.cells, groupOf);
  const columns = patterns.columns.map(({ key, label }) => ({
    key,
    label: view.columns === "MONTH" ? monthName(`${key}-01`) : label,
  }));
  const shown = table.columns.flatMap((place) => columns[place] ?? []);
  return { table, columns: shown, rows: table.groups.flatMap((group) => group.rows) };
}

/** What leaders ask for, when, and from which kind of system. */
export function NeedsPage() {
  const { search, scope, pending, setParam } = usePageSearch();
  const { setScope } = useScope();
  const asOf = useAsOf(scope);
  const showing = useShowing(scope);
  const view = useMemo(() => readNeedsView(search, showing), [search, showing]);
  const isStaff = useNetwork().viewer?.roles.includes("STAFF") ?? false;
  const data = usePageQuery(NEEDS_PAGE, { scope, ...view, ranked: view.rows === "TOPIC" });
  const controls = <NeedsControls view={view} onChange={setParam} />;

  const { table, rows, columns } = useMemo(() => laidOut(data, view), [data, view]);
  if (rows.length === 0 && table.hidden.length > 0) return <TooFew onClear={() => setScope({})} filtered={Object.keys(scope).length > 0} />;
  if (rows.length === 0) return <Empty filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;

  const columnName = (key: string) => columns.find((column) => column.key === key)?.label ?? key;
  const word = evidenceWord(view);
  const all = rows.find(({ share }) => share.n !== null)?.share.n ?? null;
  const basis = all === null ? `As of ${asOf}.` : `n ${count(all)} ${word}, as of ${asOf}.`;
  return (
    <PageFrame
      name="Needs"
      finding={needsSentence(rows, view, columns.length)}
      basis={`${all === null ? "As" : `From ${count(all)} ${word}, as`} of ${asOf}. A ${evidenceWord(view, true)} with several topics counts once for each.${doubtWords(data.ranks ?? null)}`}
      controls={controls}
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      <ChartFigure
        title={columns.length === 0 ? `No ${COLUMN_NAMES[view.columns].toLowerCase()} has enough in it to show by ${rowWord(view)}` : busiestSentence(rows, columnName, view)}
        subtitle={`Number of ${word} by ${rowWord(view)} and ${COLUMN_NAMES[view.columns].toLowerCase()}. ${basis}`}
        rows={rows}
        columns={tableColumns(columns, view)}
      >
        {columns.length > 0 && <HeatLegend max={table.max} unit={`${word.charAt(0).toUpperCase()}${word.slice(1)}`} withholds={table.withholds} />}
        <NeedsHeatMap table={table} columns={columns} view={view} />
        <Fold what={`all ${rowWord(view)}s`}>
          <NeedsList table={table} columns={columns} view={view} />
        </Fold>
        {columns.length === 0 && <p className={classes["silent"]}>Fewer and larger parts hold more in each cell: choose other columns above, or domains as rows.</p>}
        {table.hidden.length > 0 && <p className={classes["silent"]}>Too few to show: {table.hidden.join("; ")}.</p>}
        {table.hiddenColumns.length > 0 && <p className={classes["silent"]}>Too few to show in any row: {table.hiddenColumns.join("; ")}.</p>}
        {table.silent.length > 0 && (
          <p className={classes["silent"]}>
            Nothing in this part of the network on: {table.silent.join("; ")}.
          </p>
        )}
      </ChartFigure>
      <TopNeedsChart rows={rows} ranks={data.ranks ?? null} view={view} basis={basis} />
      {isStaff ? <PairMapSection scope={scope} asOf={asOf} /> : <SharedPairsSection scope={scope} asOf={asOf} />}
    </PageFrame>
  );
}
