import { Navigate } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Refused } from "../../ui/Refused";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { monthStart } from "../scope/period";
import { writeScope, type Scope, type SearchText } from "../scope/scope";
import { useScopeOptions } from "../scope/scopeOptions";
import { scopeChips } from "../scope/scopeWords";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch } from "../scope/useScope";
import { comparedScopes, defaultVs, readVs, type Vs } from "../scope/vs";
import { CompareControls } from "./CompareControls";
import { ComparedFigures, Sides } from "./ComparedFigures";
import { compareSentence } from "./compareFinding";
import type { Evidence, Names } from "./compareRows";

const COMPARE_PAGE = graphql(`
  query ComparePage($scope: Scope, $to: Scope!, $leaveOut: Boolean!, $evidence: Evidence!) {
    compare(scope: $scope, to: $to, leaveOut: $leaveOut, evidence: $evidence) {
      one {
        weeks
        requests
        sessions
        relationships
      }
      other {
        weeks
        requests
        sessions
        relationships
      }
      shared {
        systems
      }
      refusal {
        why
        wouldLift
      }
      rows {
        metric
        of {
          key
          label
        }
        one {
          ...FigureValue_figure @unmask
        }
        other {
          ...FigureValue_figure @unmask
        }
        by
        change {
          ...FigureValue_figure @unmask
        }
        pValue
        qValue
        verdict
        why
      }
    }
  }
`);

const readEvidence = (search: SearchText): Evidence => (search["evidence"]?.toUpperCase() === "SESSIONS" ? "SESSIONS" : "REQUESTS");

/** What the two parts are called, in words. */
function useNames(scope: Scope, vs: Vs, to: Scope): Names {
  const { names } = useScopeOptions();
  return useMemo(() => {
    const words = (part: Scope) => scopeChips(part, names).map(({ label }) => label).join("; ");
    const rest = words(to) === "" ? "All the rest" : `The rest, ${words(to)}`;
    return { one: words(scope) || "Whole network", other: vs.kind === "rest" ? rest : words(to) || "Whole network" };
  }, [names, scope, vs, to]);
}

interface PartsProps {
  readonly scope: Scope;
  readonly vs: Vs;
  readonly to: Scope;
  readonly leaveOut: boolean;
  readonly evidence: Evidence;
  readonly controls: ReactNode;
  readonly pending: boolean;
}

function Parts({ scope, vs, to, leaveOut, evidence, controls, pending }: PartsProps) {
  const { compare: compared } = usePageQuery(COMPARE_PAGE, { scope, to, leaveOut, evidence });
  const asOf = useAsOf(scope);
  const names = useNames(scope, vs, to);
  const frame = { name: "Compare", controls, pending };
  if (compared.refusal !== null) {
    return (
      <PageFrame {...frame} finding="These two parts cannot be compared." basis={`${names.one}, beside: ${names.other}.`}>
        <Sides compared={compared} names={names} />
        <Refused what="The comparison" why={compared.refusal.why} wouldLift={compared.refusal.wouldLift} />
      </PageFrame>
    );
  }
  return (
    <PageFrame
      {...frame}
      finding={compareSentence(compared.rows)}
      basis={`${names.one}, as of ${asOf}, beside: ${names.other}. The two share no record. A difference is told where its q is under 0.05 and its interval leaves out that there is none.`}
    >
      <ComparedFigures compared={compared} names={names} evidence={evidence} />
    </PageFrame>
  );
}

/** One part of the network beside another: what differs, by how much, and what may be chance. */
export function ComparePage() {
  const { search, scope, pending, setParam } = usePageSearch();
  const { today } = useNetwork();
  const evidence = readEvidence(search);
  const asked = readVs(search).vs;
  const vs = asked ?? defaultVs(scope, today);
  if (Object.keys(scope).length === 0 && asked === null) {
    // Opened from the navigation: the last three whole months beside the three before.
    return <Navigate to="/compare" search={{ ...writeScope({ from: monthStart(today, -3), to: monthStart(today) }), vs: "previous" }} replace />;
  }
  const controls = <CompareControls scope={scope} vs={vs} evidence={evidence} onParam={setParam} />;
  const sides = comparedScopes(scope, vs, today);
  if (sides === null) {
    const wants = vs.kind === "previous" ? "A period before needs a first day to come before: choose dates above." : "The whole network leaves no rest: narrow it above.";
    return (
      <PageFrame name="Compare" finding="Choose what to compare." controls={controls} pending={pending}>
        <p>{wants}</p>
      </PageFrame>
    );
  }
  return <Parts scope={scope} vs={vs} to={sides.to} leaveOut={sides.leaveOut} evidence={evidence} controls={controls} pending={pending} />;
}
