import { Link } from "@tanstack/react-router";
import type { DeskStuck_ItemFragment, ThisWeekPageQuery } from "../../gql/graphql";
import { counted } from "../figure/format";
import { dayName } from "../scope/period";
import classes from "./pack.module.css";
import { deskWords, waitText } from "./packLine";

type Week = ThisWeekPageQuery["thisWeek"];
type Waiting = Week["waiting"][number];
type Overdue = Week["overdue"][number];

const URGENCY_WORDS = { LOW: "low", NORMAL: "normal", HIGH: "high" } as const;

interface WaitingProps {
  readonly waiting: Waiting;
  /** What the desk says of it; undefined where it is not overdue there. */
  readonly item: DeskStuck_ItemFragment | undefined;
}

function WaitingRow({ waiting: { request, days }, item }: WaitingProps) {
  const { next, whose } = deskWords(item);
  return (
    <tr>
      <td className={classes["clock"]} data-label="Waiting">{waitText(days)}</td>
      <th scope="row">
        <Link to="/desk/$request" params={{ request: request.id }}>
          {request.system.name}, {request.system.state}
        </Link>
      </th>
      <td data-label="About">{request.topics.map(({ label }) => label).join("; ") || "not tagged yet"}</td>
      <td data-label="Urgency" data-urgent={request.urgency === "HIGH" || undefined}>{request.urgency === null ? "not said" : URGENCY_WORDS[request.urgency]}</td>
      <td data-label="What comes next">{next}</td>
      <td data-label="With">{whose}</td>
    </tr>
  );
}

function OverdueRow({ commitment: { provider, who, what, due, week } }: { readonly commitment: Overdue }) {
  return (
    <tr>
      <td className={classes["clock"]} data-label="Due">{dayName(due)}</td>
      <th scope="row">{what}</th>
      <td data-label="Made in">
        <Link to="/calls/$week" params={{ week }} hash="commitments">
          Call of {dayName(week)}
        </Link>
      </td>
      <td data-label="With">{who === null ? provider.name : `${who}, ${provider.name}`}</td>
    </tr>
  );
}

/** What waits for somebody: whose it is, and since when. */
export function Stuck({ week: { waiting, waitingCount, targetDays, overdue }, desk }: { readonly week: Week; readonly desk: readonly DeskStuck_ItemFragment[] }) {
  return (
    <section className={classes["stuck"]} aria-labelledby="stuck">
      <h2 id="stuck">What is stuck</h2>
      {waitingCount === 0 && overdue.length === 0 && <p>Nothing: no request waits past {counted(targetDays, "day")}, and no commitment is past its day.</p>}
      {waiting.length > 0 && (
        <div className={classes["scroller"]}>
          <table className={classes["table"]}>
            <caption>
              {counted(waitingCount, "request waits", "requests wait")} longer than {counted(targetDays, "day")} for a coach
              {waitingCount > waiting.length && `; the ${waiting.length} oldest`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Waiting</th>
                <th scope="col">System</th>
                <th scope="col">About</th>
                <th scope="col">Urgency</th>
                <th scope="col">What comes next</th>
                <th scope="col">With</th>
              </tr>
            </thead>
            <tbody>
              {waiting.map((each) => (
                <WaitingRow key={each.request.id} waiting={each} item={desk.find(({ id }) => id === each.request.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {overdue.length > 0 && (
        <div className={classes["scroller"]}>
          <table className={classes["table"]}>
            <caption>{counted(overdue.length, "commitment is past its day", "commitments are past their day")}</caption>
            <thead>
              <tr>
                <th scope="col">Due</th>
                <th scope="col">What</th>
                <th scope="col">Made in</th>
                <th scope="col">With</th>
              </tr>
            </thead>
            <tbody>
              {overdue.map((each) => (
                <OverdueRow key={each.id} commitment={each} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
