import { counted } from "../figure/format";
import type { Trend } from "./trendGroups";
import classes from "./trends.module.css";

/** Topics that are not tested, by why, the commonest reason first. */
export function UntestedTrends({ trends }: { readonly trends: readonly Trend[] }) {
  if (trends.length === 0) return null;
  const reasons = [...Map.groupBy(trends, ({ refusal }) => refusal?.why ?? "")].toSorted(([, a], [, b]) => b.length - a.length);
  return (
    <section className={classes["untested"]} aria-labelledby="untested-topics">
      <h2 id="untested-topics">{counted(trends.length, "topic")} not tested</h2>
      <p>A line through so little would say nothing, or too much of somebody.</p>
      <dl>
        {reasons.map(([why, refused]) => (
          <div key={why}>
            <dt>{why}</dt>
            <dd>
              {refused.map(({ topic }) => topic.label).join("; ")}. <span>Would lift it: {lowerFirst(refused[0]?.refusal?.wouldLift ?? "")}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
