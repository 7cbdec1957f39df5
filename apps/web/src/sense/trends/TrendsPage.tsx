import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import { SegmentedControl } from "@mantine/core";
import { useId, useMemo } from "react";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Empty, TooFew } from "../../ui/states";
import { fewSystemsWords } from "../figure/acrossSystems";
import { counted } from "../figure/format";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { ProtectedNote } from "../scope/ProtectedNote";
import type { SearchText } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { SeasonSection } from "./SeasonSection";
import { trendsSentence } from "./trendFinding";
import { TrendForestChart } from "./TrendForestChart";
import { trendGroups, type Trend } from "./trendGroups";
import { TrendLinesChart } from "./TrendLinesChart";
import { UntestedTrends } from "./UntestedTrends";
import classes from "./trends.module.css";
import type { Evidence } from "./trendTarget";

const TRENDS_PAGE = graphql(`
  query TrendsPage($scope: Scope, $evidence: Evidence!) {
    topicTrends(scope: $scope, interval: MONTH, evidence: $evidence) {
      topic {
        id
        code
        label
      }
      points {
        start
        count {
          ...FigureValue_figure @unmask
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
      ratioPerMonth {
        ...FigureValue_figure @unmask
      }
      qValue
      direction
      acrossSystems
      refusal {
        why
        wouldLift
      }
    }
    annotations {
      ...Annotation_annotation @unmask
    }
  }
`);

/** Trends read what was coached, unless the address asks for what was asked. */
const readEvidence = (search: SearchText): Evidence =>
  search["evidence"]?.toUpperCase() === "REQUESTS" ? "REQUESTS" : "SESSIONS";

function EvidenceSwitch({ evidence, onChange }: { readonly evidence: Evidence; readonly onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div>
      <span className={classes["label"]} id={id}>
        Count
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={evidence}
        onChange={onChange}
        data={[
          { value: "SESSIONS", label: "What was coached" },
          { value: "REQUESTS", label: "What was asked" },
        ]}
      />
    </div>
  );
}

/** How many were tested; what the framework does not name is tested too, but is no topic. */
function testedWords(tested: readonly Trend[]): string {
  const topics = tested.filter(({ topic }) => topic.code !== NOT_IN_FRAMEWORK).length;
  return counted(topics, "topic") + (topics < tested.length ? ", and what is not in the framework," : "");
}

/** Which topics grow or shrink, and which only seem to. */
export function TrendsPage() {
  const { search, scope, pending, setParam } = usePageSearch();
  const { setScope } = useScope();
  const asOf = useAsOf(scope);
  const isStaff = useNetwork().viewer?.roles.includes("STAFF") ?? false;
  const evidence = readEvidence(search);
  const { topicTrends, annotations } = usePageQuery(TRENDS_PAGE, { scope, evidence });
  const { groups, movers, tested } = useMemo(() => {
    const all = trendGroups(topicTrends);
    const moving = [...all.rising, ...all.falling];
    return { groups: all, movers: moving, tested: [...moving, ...all.steady, ...all.unclear] };
  }, [topicTrends]);
  if (topicTrends.every(({ points }) => points.every(({ count }) => count.value === 0))) {
    return <Empty filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;
  }
  if (topicTrends.every(({ points, ratioPerMonth }) => ratioPerMonth.value === null && points.every(({ count }) => count.value === null))) {
    return <TooFew filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;
  }

  const basis = `As of ${asOf}.`;
  return (
    <PageFrame
      name="Trends"
      finding={trendsSentence(groups)}
      basis={`${testedWords(tested)} ${tested.length === 1 ? "was" : "were"} tested on ${evidence === "SESSIONS" ? "coaching sessions" : "requests"} by month, as of ${asOf}. A trend counts only when its q-value is under 0.05.${fewSystemsWords(movers, evidence === "SESSIONS" ? "Sessions" : "Requests")}`}
      controls={<EvidenceSwitch evidence={evidence} onChange={(value) => setParam("evidence", value)} />}
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      {movers.length > 0 && <TrendLinesChart groups={groups} evidence={evidence} basis={basis} annotations={annotations} mayAnnotate={isStaff} />}
      {tested.length > 0 && <TrendForestChart trends={tested} evidence={evidence} basis={basis} />}
      <UntestedTrends trends={groups.untested} />
      {isStaff && <SeasonSection scope={scope} evidence={evidence} basis={basis} />}
    </PageFrame>
  );
}
