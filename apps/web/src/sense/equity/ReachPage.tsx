import type { ReactNode } from "react";
import { graphql } from "../../gql";
import type { ReachPageQuery } from "../../gql/graphql";
import { PageFrame } from "../../ui/PageFrame";
import { Refused } from "../../ui/Refused";
import { Empty } from "../../ui/states";
import { count } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { ProtectedNote } from "../scope/ProtectedNote";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { ConcentrationChart } from "./ConcentrationChart";
import classes from "./equity.module.css";
import { FunnelChart } from "./FunnelChart";
import { reachSentence } from "./reachFinding";
import { ReachControls } from "./ReachControls";
import { ReachMapChart } from "./ReachMapChart";
import { readReachView } from "./reachView";
import { RepresentationChart } from "./RepresentationChart";

const REACH_PAGE = graphql(`
  query ReachPage($scope: Scope, $by: Dimension!, $staff: Boolean!) {
    representation(scope: $scope, by: $by) {
      universe {
        source
        districtCount
        studentCount
      }
      groups {
        ...RepresentationChart_group @unmask
      }
      counted {
        ...FigureValue_figure @unmask
      }
      unknown {
        ...FigureValue_figure @unmask
      }
      notDistricts {
        ...FigureValue_figure @unmask
      }
      refusal {
        reason
        why
        wouldLift
      }
    }
    byState: representation(scope: $scope, by: STATE) {
      groups {
        ...RepresentationChart_group @unmask
      }
      refusal {
        reason
        why
        wouldLift
      }
    }
    reachFunnel(scope: $scope, by: $by) @include(if: $staff) {
      ...FunnelChart_funnel @unmask
    }
    reachConcentration(scope: $scope) @include(if: $staff) {
      ...ConcentrationChart_concentration @unmask
    }
  }
`);

type Universe = ReachPageQuery["representation"]["universe"];

const universeWords = ({ source, districtCount, studentCount }: Universe) =>
  `${count(districtCount)} regular districts with ${count(studentCount)} students, ${source === "DIRECTORY" ? "of the directory loaded here" : "counted nationwide in 2022-23"}`;

/** Whom the network reaches, and who stays. */
export function ReachPage() {
  const { search, scope, pending, setParam } = usePageSearch();
  const { setScope } = useScope();
  const { viewer } = useNetwork();
  const asOf = useAsOf(scope);
  const view = readReachView(search);
  const staff = viewer?.roles.includes("STAFF") ?? false;
  const { representation, byState, reachFunnel, reachConcentration } = usePageQuery(REACH_PAGE, { scope, by: view.by, staff });
  const { universe, groups, counted, refusal } = representation;
  if (counted.value === 0 && (representation.unknown.value ?? 0) === 0 && (reachFunnel?.asked.value ?? 0) === 0) {
    return <Empty filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;
  }
  const basis = `Compared with ${universeWords(universe)}. As of ${asOf}.`;
  return (
    <PageFrame
      name="Reach"
      finding={refusal === null ? reachSentence(groups, view.by, view.count) : "Whom the network reaches here cannot be told."}
      basis={`Systems served as of ${asOf}, beside ${universeWords(universe)}.`}
      controls={<ReachControls view={view} onChange={setParam} />}
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      <Estimated what="Representation" refusal={refusal}>
        <RepresentationChart groups={groups} by={view.by} count={view.count} basis={basis} note={<LeftOut representation={representation} />} />
      </Estimated>
      {refusal === null && (
        <Estimated what="Representation by state" refusal={byState.refusal}>
          <ReachMapChart groups={byState.groups} count={view.count} basis={basis} />
        </Estimated>
      )}
      {reachFunnel && (
        <Estimated what="Who stays" refusal={reachFunnel.refusal ?? null}>
          <FunnelChart funnel={reachFunnel} by={view.by} asOf={asOf} />
        </Estimated>
      )}
      {reachConcentration && (
        <Estimated what="Concentration" refusal={reachConcentration.refusal ?? null}>
          <ConcentrationChart concentration={reachConcentration} asOf={asOf} />
        </Estimated>
      )}
    </PageFrame>
  );
}

interface EstimatedProps {
  readonly what: string;
  readonly refusal: { readonly why: string; readonly wouldLift: string } | null;
  readonly children: ReactNode;
}

/** An estimate, or why there is none. */
function Estimated({ what, refusal, children }: EstimatedProps) {
  return refusal === null ? children : <Refused what={what} why={refusal.why} wouldLift={refusal.wouldLift} />;
}

/** What the shares leave out, and what they hold that the districts do not. */
function LeftOut({ representation: { counted, unknown, notDistricts } }: { readonly representation: Pick<ReachPageQuery["representation"], "counted" | "unknown" | "notDistricts"> }) {
  const records = { kind: "systems", stage: "SERVED" } as const;
  return (
    <p className={classes["note"]}>
      Counted: <FigureValue label="Systems counted" metric="systems_served" figure={counted} records={records} /> served systems.
      {unknown.value !== null && (
        <>
          {" "}
          Of unknown group, left out: <FigureValue label="Systems of unknown group" metric="reach_unknown" figure={unknown} records={records} />.
        </>
      )}
      {notDistricts.value !== null && (
        <>
          {" "}
          Charter networks, schools and others, counted although the country's districts do not hold them:{" "}
          <FigureValue
            label="Systems that are no district"
            metric="reach_no_district"
            figure={notDistricts}
            filter={{ governance: ["DISTRICT"] }}
            records={{ ...records, within: { governance: ["CHARTER", "OTHER"] } }}
          />
          ; “filter by this” leaves districts alone.
        </>
      )}
    </p>
  );
}
