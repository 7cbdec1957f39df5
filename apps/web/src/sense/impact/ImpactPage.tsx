import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { use } from "react";
import { ExportContext } from "../../chart/exportContext";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Empty, TooFew } from "../../ui/states";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { ProtectedNote } from "../scope/ProtectedNote";
import { writeScope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { useShowing } from "../scope/useShowing";
import { ChallengeChart } from "./ChallengeChart";
import { Headlines } from "./Headlines";
import classes from "./impact.module.css";
import { impactSentence } from "./impactFinding";
import { RatingsChart } from "./RatingsChart";
import { readReachBy } from "./reach";
import { ReachChart } from "./ReachChart";
import { standing } from "./standing";
import { SurvivalChart } from "./SurvivalChart";

const IMPACT_PAGE = graphql(`
  query ImpactPage($scope: Scope) {
    impact(scope: $scope) {
      ...Headlines_impact @unmask
      bySystems: reachByLocale(by: SYSTEMS) {
        ...ReachChart_share @unmask
      }
      byStudents: reachByLocale(by: STUDENTS) {
        ...ReachChart_share @unmask
      }
      survival {
        months
        atRisk
        survival {
          ...FigureValue_figure @unmask
        }
      }
      ratings {
        rating
        count
      }
      challengeByCall {
        call
        level {
          ...FigureValue_figure @unmask
        }
      }
    }
  }
`);

/** What the network has done, for whoever asks whether it works. Prints on one page. */
export function ImpactPage() {
  const { search, scope, pending, setParam } = usePageSearch();
  const { setScope } = useScope();
  const { network } = useNetwork();
  const { filters } = use(ExportContext);
  const asOf = useAsOf(scope);
  const isProtected = useShowing(scope) === "protected";
  const { impact } = usePageQuery(IMPACT_PAGE, { scope });
  const found = standing(impact);
  const clear = { filtered: Object.keys(scope).length > 0, onClear: () => setScope({}) };
  if (found === "nothing") return <Empty {...clear} />;
  if (found === "tooFew") return <TooFew {...clear} />;
  return (
    <PageFrame
      name="Impact"
      finding={impactSentence(impact)}
      basis={`${network.name}, as of ${asOf}. ${filters.length === 0 ? "" : `Only: ${filters.join("; ")}. `}${isProtected ? "Figures" : "Counts are exact; estimates"} carry their 95% interval and n.`}
      controls={
        <Button variant="light" renderRoot={(props) => <Link to="/brief" search={writeScope(scope)} {...props} />}>
          One-page brief
        </Button>
      }
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      <Headlines impact={impact} />
      <div className={classes["charts"]}>
        <SurvivalChart
          points={impact.survival}
          median={impact.relationshipLengthMonths}
          sustained={impact.sustainedFourMonths}
          asOf={asOf}
        />
        <RatingsChart ratings={impact.ratings} rated={impact.sessionRating.withheld === "NO_DATA" ? 0 : impact.sessionRating.n} asOf={asOf} />
        <ChallengeChart calls={impact.challengeByCall} asOf={asOf} />
        <ReachChart
          shares={{ systems: impact.bySystems, students: impact.byStudents }}
          by={readReachBy(search["by"])}
          onBy={(by) => setParam("by", by === "students" ? by : "")}
          asOf={asOf}
        />
      </div>
    </PageFrame>
  );
}
