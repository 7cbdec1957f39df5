import { graphql } from "../../gql";

export const DEPTH_PAGE = graphql(`
  query DepthPage($scope: Scope, $by: Dimension!) {
    challengeProgression(scope: $scope) {
      reading
      level {
        ...CallCurveChart_curve @unmask
      }
    }
    doseCurve(scope: $scope) {
      reading
      rating {
        ...CallCurveChart_curve @unmask
      }
      wantsMore {
        ...CallCurveChart_curve @unmask
      }
    }
    survivalByGroup(scope: $scope, by: $by) {
      ...SurvivalGroupsChart_survival @unmask
    }
    ratingsByGroup(scope: $scope, by: $by) {
      ...GroupRatingsChart_ratings @unmask
    }
    loadWatch(scope: $scope) {
      ...LoadSection_watch @unmask
    }
  }
`);
