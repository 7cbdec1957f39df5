import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Empty } from "../../ui/states";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { ChallengeChart } from "./ChallengeChart";
import { Headlines } from "./Headlines";
import classes from "./impact.module.css";
import { impactSentence } from "./impactFinding";
import { LocaleMixChart } from "./LocaleMixChart";
import { RatingsChart } from "./RatingsChart";
import { SurvivalChart } from "./SurvivalChart";

const IMPACT_PAGE = graphql(`
  query ImpactPage($scope: Scope) {
    impact(scope: $scope) {
      ...Headlines_impact @unmask
      localeMix {
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
  const { scope, pending } = usePageSearch();
  const { setScope } = useScope();
  const { network } = useNetwork();
  const asOf = useAsOf(scope);
  const { impact } = usePageQuery(IMPACT_PAGE, { scope });
  if (impact.requests.value === 0 && impact.sessionsHeld.value === 0) {
    return <Empty filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;
  }
  return (
    <PageFrame
      name="Impact"
      finding={impactSentence(impact)}
      basis={`${network.name}, as of ${asOf}. Counts are exact; estimates carry their 95% interval and n.`}
      pending={pending}
    >
      <Headlines impact={impact} />
      <div className={classes["charts"]}>
        <SurvivalChart
          points={impact.survival}
          median={impact.relationshipLengthMonths}
          sustained={impact.sustainedFourMonths}
          asOf={asOf}
        />
        <RatingsChart ratings={impact.ratings} asOf={asOf} />
        <ChallengeChart calls={impact.challengeByCall} asOf={asOf} />
        <LocaleMixChart mix={impact.localeMix} asOf={asOf} />
      </div>
    </PageFrame>
  );
}
