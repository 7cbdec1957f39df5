import { Link } from "@tanstack/react-router";
import { graphql } from "../../gql";
import type { DeskStuck_ItemFragment } from "../../gql/graphql";
import { counted } from "../figure/format";
import classes from "./pack.module.css";
import { waitText } from "./packLine";

graphql(`
  fragment DeskStuck_item on DeskItem {
    id
    says
    overdueHours
    owner {
      id
      name
    }
    request {
      id
      urgency
      system {
        id
        name
        state
      }
    }
  }
`);

const MOST_SHOWN = 5;

interface Props {
  /** In the desk's order. */
  readonly items: readonly DeskStuck_ItemFragment[];
  readonly overdue: number;
  /** Some that are overdue are told above. */
  readonly hasOthers: boolean;
}

/** What is over its date on the desk: by how much, whose it is, what is to be done. */
export function DeskStuck({ items, overdue, hasOthers }: Props) {
  if (items.length === 0) return null;
  const shown = items.slice(0, MOST_SHOWN);
  return (
    <section className={classes["stuck"]} aria-labelledby="desk-stuck">
      <h2 id="desk-stuck">What {hasOthers && "else "}is overdue on the desk</h2>
      <div className={classes["scroller"]}>
        <table className={classes["table"]}>
          <caption>
            {hasOthers ? counted(overdue, "more request is", "more requests are") : counted(overdue, "request is", "requests are")} overdue
            {overdue > shown.length && `; the ${shown.length} that need a hand most, urgent ones ahead`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Overdue</th>
              <th scope="col">System</th>
              <th scope="col">What comes next</th>
              <th scope="col">With</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, says, overdueHours, owner, request: { urgency, system } }) => (
              <tr key={id}>
                <td className={classes["clock"]} data-label="Overdue">
                  {waitText((overdueHours ?? 0) / 24)}
                </td>
                <th scope="row">
                  <Link to="/desk/$request" params={{ request: id }}>
                    {system.name}, {system.state}
                  </Link>
                </th>
                <td data-label="What comes next" data-urgent={urgency === "HIGH" || undefined}>
                  {says}
                </td>
                <td data-label="With">{owner?.name ?? "nobody"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Link to="/desk">Open the desk</Link>
      </p>
    </section>
  );
}
