import { graphql } from "../../gql";
import type { Scope } from "../../gql/graphql";
import { Refused } from "../../ui/Refused";
import { usePageQuery } from "../scope/usePageQuery";
import { SeasonChart } from "./SeasonChart";
import type { Evidence } from "./trendTarget";

const TOPIC_SEASONS = graphql(`
  query TopicSeasons($scope: Scope, $evidence: Evidence!) {
    topicSeasons(scope: $scope, evidence: $evidence) {
      months
      refusal {
        why
        wouldLift
      }
      topics {
        topic {
          id
          code
          label
        }
        peakMonth
        peakToTrough {
          ...FigureValue_figure @unmask
        }
        qValue
      }
    }
  }
`);

interface Props {
  readonly scope: Scope;
  readonly evidence: Evidence;
  readonly basis: string;
}

/** What comes and goes with the year; refused while no calendar month was seen twice. */
export function SeasonSection({ scope, evidence, basis }: Props) {
  const { topicSeasons } = usePageQuery(TOPIC_SEASONS, { scope, evidence });
  if (topicSeasons.refusal) return <Refused what="A yearly season" {...topicSeasons.refusal} />;
  return <SeasonChart seasons={topicSeasons.topics} months={topicSeasons.months} evidence={evidence} basis={basis} />;
}
