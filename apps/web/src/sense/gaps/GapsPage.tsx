import { useMemo } from "react";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Empty, TooFew } from "../../ui/states";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { ProtectedNote } from "../scope/ProtectedNote";
import { without } from "../scope/scope";
import { useScopeOptions } from "../scope/scopeOptions";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { gapsSentence } from "./gapFinding";
import { gapRows } from "./gapRows";
import { GapsChart } from "./GapsChart";
import classes from "./gaps.module.css";
import { ResourcesChart } from "./ResourcesChart";
import { SupplyChart } from "./SupplyChart";
import { WaitingStatesChart } from "./WaitingStatesChart";

const GAPS_PAGE = graphql(`
  query GapsPage($scope: Scope, $places: Scope, $rows: Boolean!) {
    waitingByState(scope: $places) @include(if: $rows) {
      state {
        code
        name
      }
      demand {
        ...FigureValue_figure @unmask
      }
      waiting {
        ...FigureValue_figure @unmask
      }
      specialists {
        ...FigureValue_figure @unmask
      }
      providers {
        ...FigureValue_figure @unmask
      }
      topics {
        topic {
          id
          code
          label
        }
        demand {
          ...FigureValue_figure @unmask
        }
        waiting {
          ...FigureValue_figure @unmask
        }
        specialists {
          ...FigureValue_figure @unmask
        }
        providers {
          ...FigureValue_figure @unmask
        }
      }
    }
    gaps(scope: $scope) {
      topic {
        id
        code
        label
        domain {
          id
          code
        }
      }
      demand {
        ...FigureValue_figure @unmask
      }
      waiting {
        ...FigureValue_figure @unmask
      }
      specialists {
        ...FigureValue_figure @unmask
      }
      providers {
        ...FigureValue_figure @unmask
      }
      capacityHours {
        ...FigureValue_figure @unmask
      }
      coverage {
        ...FigureValue_figure @unmask
      }
      coverageByChance {
        ...FigureValue_figure @unmask
      }
      resources {
        ...FigureValue_figure @unmask
      }
    }
  }
`);

/** Where supply falls short of what leaders ask for. */
export function GapsPage() {
  const { scope, pending } = usePageSearch();
  const { setScope } = useScope();
  const asOf = useAsOf(scope);
  // Shares are of all topics, so all are asked for; the scope's topics choose among them here.
  const everyTopic = useMemo(() => without(scope, "topics"), [scope]);
  const isStaff = useNetwork().viewer?.roles.includes("STAFF") ?? false;
  const { gaps, waitingByState } = usePageQuery(GAPS_PAGE, { scope: everyTopic, places: scope, rows: isStaff });
  const { heirs } = useScopeOptions();
  const rows = useMemo(() => gapRows(gaps, scope.topics?.map((code) => heirs.get(code) ?? code)), [gaps, scope, heirs]);
  const asked = rows.filter(({ demand }) => demand.value !== null && demand.value !== 0);
  const hidden = rows.filter(({ demand }) => demand.value === null);
  const supply = rows.some(({ specialists }) => (specialists.value ?? 0) > 0);
  const stocked = rows.some(({ resources }) => (resources.value ?? 0) > 0);
  if (asked.length === 0 && hidden.length > 0 && !supply && !stocked) return <TooFew filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;
  if (asked.length === 0 && hidden.length === 0) return <Empty filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;

  const quiet = rows.filter(({ demand }) => demand.value === 0);
  return (
    <PageFrame
      name="Gaps"
      finding={gapsSentence(rows)}
      basis={`Demand is what is open or was submitted in the 90 days before ${asOf}; waiting is open for more than two days without a match.`}
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      {asked.length > 0 && <GapsChart rows={hidden.length === 0 ? rows : asked} basis={`As of ${asOf}.`} />}
      {waitingByState !== undefined && waitingByState.length > 0 && <WaitingStatesChart states={waitingByState} basis={`As of ${asOf}.`} />}
      {hidden.length > 0 && supply && <SupplyChart rows={rows} basis={`As of ${asOf}.`} />}
      {hidden.length > 0 && asked.length === 0 && !supply && <ResourcesChart rows={rows} basis={`As of ${asOf}.`} />}
      {hidden.length > 0 && asked.length > 0 && (
        <section className={classes["quiet"]}>
          <h2>Too few requests to show</h2>
          <p>{hidden.map(({ topic }) => topic.label).join("; ")}.</p>
        </section>
      )}
      {quiet.length > 0 && (
        <section className={classes["quiet"]}>
          <h2>No demand now</h2>
          <p>{quiet.map(({ topic }) => topic.label).join("; ")}.</p>
        </section>
      )}
    </PageFrame>
  );
}
