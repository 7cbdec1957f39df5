import { NativeSelect } from "@mantine/core";
import { count, percentMark } from "../figure/format";
import { PageFrame } from "../../ui/PageFrame";
import { Empty } from "../../ui/states";
import { useAsOf } from "../scope/asOf";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { CallCurveChart, ratingEnds, type Curve } from "./CallCurveChart";
import classes from "./depth.module.css";
import { challengeSentence, depthSentence, doseSentence, moreSentence } from "./depthFinding";
import { DEPTH_PAGE } from "./depthQuery";
import { GroupRatingsChart } from "./GroupRatingsChart";
import { GROUPINGS, readGrouping, readMeasure, writeGrouping } from "./grouping";
import { ratingAxis } from "./ratingAxis";
import { LoadSection } from "./LoadSection";
import { SurvivalGroupsChart } from "./SurvivalGroupsChart";

const LEVELS = { domain: { low: 1, high: 4 }, marks: [1, 2, 3, 4], format: String };
const SHARES = { domain: { low: 0, high: 1 }, marks: [0, 0.5, 1], format: percentMark };

const within = ({ relationships, slope }: Curve) => `${count(relationships)} relationships with two calls or more, ${count(slope.n ?? 0)} of their sessions`;

/** How deep the work goes, how good it is found, and whether either depends on whom, when, or how much a coach has on hand. */
export function DepthPage() {
  const { search, scope, pending, setParam } = usePageSearch();
  const { setScope } = useScope();
  const asOf = useAsOf(scope);
  const by = readGrouping(search);
  const measure = readMeasure(search);
  const { challengeProgression, doseCurve, survivalByGroup, ratingsByGroup, loadWatch } = usePageQuery(DEPTH_PAGE, { scope, by });
  const { level } = challengeProgression;
  const { rating, wantsMore } = doseCurve;
  if (level.points.length === 0 && rating.points.length === 0 && loadWatch.sessions === 0) {
    return <Empty filtered={Object.keys(scope).length > 0} onClear={() => setScope({})} />;
  }
  return (
    <PageFrame
      name="Depth"
      finding={depthSentence(level.slope, rating.slope)}
      basis={`Each relationship is compared with itself: ${within(level)} for how hard the work is, ${within(rating)} for ratings, as of ${asOf}. A change is said only where its whole 95% interval lies on one side of none.`}
      pending={pending}
    >
      <section className={classes["section"]} aria-labelledby="calls">
        <header>
          <h2 id="calls">From call to call</h2>
          <p>
            {challengeProgression.reading} {doseCurve.reading}
          </p>
        </header>
        <div className={classes["lead"]}>
          <CallCurveChart
            title={challengeSentence(level.slope)}
            what="Challenge level"
            subtitle={`Challenge level by call, 95% intervals: 1 stabilise, 2 define, 3 plan and implement, 4 redesign. ${within(level)}, as of ${asOf}.`}
            curve={level}
            metrics={{ raw: "challenge_level", change: "challenge_change" }}
            axis={LEVELS}
          />
          <CallCurveChart
            title={doseSentence(rating.slope)}
            what="Rating"
            subtitle={`Rating 1 to 5 by call, 95% intervals; the axis shows its upper part. ${within(rating)}, as of ${asOf}.`}
            curve={rating}
            metrics={{ raw: "rating_by_call", change: "rating_change" }}
            axis={ratingAxis(ratingEnds(rating.points))}
            rated
          />
          <CallCurveChart
            title={moreSentence(wantsMore.slope)}
            what="Asking for more"
            subtitle={`Share who want another call, of those who said either, by call, 95% intervals. ${within(wantsMore)}, as of ${asOf}.`}
            curve={wantsMore}
            metrics={{ raw: "wants_more_by_call", change: "wants_more_change" }}
            axis={SHARES}
            rated
          />
        </div>
      </section>
      <section className={classes["section"]} aria-labelledby="groups">
        <header>
          <h2 id="groups">Group by group</h2>
          <p>Groups stand in the order of their list, never by value, and organisations are not compared: they are sent different leaders with different needs.</p>
          <NativeSelect
            label="Compare by"
            value={by}
            onChange={({ currentTarget }) => setParam("by", writeGrouping(currentTarget.value))}
            data={Object.entries(GROUPINGS).map(([value, { label }]) => ({ value, label }))}
          />
        </header>
        <SurvivalGroupsChart survival={survivalByGroup} by={by} asOf={asOf} />
        <GroupRatingsChart ratings={ratingsByGroup} by={by} asOf={asOf} />
      </section>
      <LoadSection watch={loadWatch} measure={measure} onMeasure={(value) => setParam("load", value === "HOURS" ? "hours" : "")} asOf={asOf} />
    </PageFrame>
  );
}
