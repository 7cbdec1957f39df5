import { use, useMemo } from "react";
import { ExportContext } from "../../chart/exportContext";
import { counted } from "../figure/format";
import { CompareChart } from "./CompareChart";
import classes from "./compare.module.css";
import { groupsOf, type Compared, type Evidence, type Names } from "./compareRows";

/** What each of the two parts holds. */
export function Sides({ compared, names }: { readonly compared: Compared; readonly names: Names }) {
  const side = (name: string, { weeks, requests, sessions, relationships }: Compared["one"]) => (
    <div>
      <dt>{name}</dt>
      <dd>
        {counted(requests, "request")}, {counted(sessions, "call")}, {counted(relationships, "relationship")}
        {weeks !== null && weeks > 0 && `, in ${weeks.toFixed(1)} weeks`}
      </dd>
    </div>
  );
  return (
    <dl className={classes["sides"]}>
      {side(names.one, compared.one)}
      {side(names.other, compared.other)}
    </dl>
  );
}

interface Props {
  readonly compared: Compared;
  readonly names: Names;
  readonly evidence: Evidence;
}

/** Every figure of the two parts, those of one kind on one axis. Exports say both parts. */
export function ComparedFigures({ compared, names, evidence }: Props) {
  const groups = useMemo(() => groupsOf(compared.rows), [compared.rows]);
  const notes = use(ExportContext);
  const exported = useMemo(
    () => ({ ...notes, filters: [notes.filters.length === 0 ? "the whole network" : notes.filters.join("; "), `compared with ${names.other}`] }),
    [notes, names.other],
  );
  const tested = compared.rows.filter(({ qValue }) => qValue !== null).length;
  const chart = { names, evidence, basis: `q corrects for testing ${tested} figures at once; records of one system are alike, so systems are the units of every test.` };
  const { systems } = compared.shared;
  const both = systems === 0 ? "" : ` ${counted(systems, "system")} served on both sides ${systems === 1 ? "counts" : "count"} on both, so intervals of systems are wider than need be.`;
  return (
    <ExportContext value={exported}>
      <Sides compared={compared} names={names} />
      <CompareChart {...chart} rows={groups.rates} what="How much happens" method="By the week; ratio on a log scale, exact conditional test, corrected for the calls that come from one system." />
      <CompareChart {...chart} rows={groups.shares} what="Whom it reaches, and what lasts" method={`Difference of shares in points (Newcombe; survival on the log-minus-log scale).${both}`} />
      <CompareChart {...chart} rows={groups.ratings} what="Ratings" method="Difference of means on the scale of 1 to 5 (Welch), of calls that were rated." />
      <CompareChart {...chart} rows={groups.topics} what="Topics" method={`Share of ${evidence === "REQUESTS" ? "requests" : "calls"} with the topic, difference in points (Newcombe); those that differ first, then the framework's order.`} />
    </ExportContext>
  );
}
