import { Link } from "@tanstack/react-router";
import type { DeskPageQuery } from "../../gql/graphql";
import classes from "./desk.module.css";
import { clock, excerpt, momentText, moveOf, sinceText, STEP_WORDS } from "./stepWords";

export type DeskLine = DeskPageQuery["desk"]["nodes"][number];

interface Props {
  readonly item: DeskLine;
  readonly now: string;
  readonly readerId: string | null;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onMerge: () => void;
}

/** One request of the queue: its clock, what comes next, what it is about, whose it is. */
export function DeskRow({ item, now, readerId, busy, onTake, onMerge }: Props) {
  const { id, step, actor, since, due, overdueHours, also, twins, owner, request } = item;
  const { system, leader, topics, urgency } = request;
  const { text, state } = clock(due, overdueHours, now);
  const who = leader?.name ?? leader?.email ?? null;
  return (
    <li className={classes["row"]} data-request={id}>
      <span className={classes["clock"]} data-state={state} title={`Due ${momentText(due)}`}>
        {text}
      </span>
      <div className={classes["what"]}>
        <Link to="/desk/$request" params={{ request: id }} className={classes["system"]} data-desk-link>
          {system.name}, {system.state}
        </Link>
        <p className={classes["about"]}>
          {urgency === "HIGH" && <strong className={classes["urgent"]}>Urgent</strong>}
          {topics.length > 0 ? topics.map(({ label }) => label).join("; ") : excerpt(request.narrative) || "Nothing was written."}
        </p>
        {who !== null && <p className={classes["leader"]}>{who}</p>}
      </div>
      <div className={classes["step"]}>
        <strong>{STEP_WORDS[step]}</strong>
        <span>{[sinceText(step, since), moveOf(actor, owner, readerId)].filter((part) => part !== null).join(" · ")}</span>
        {also.length > 0 && <span>Also: {also.map((each) => STEP_WORDS[each].toLowerCase()).join("; ")}</span>}
      </div>
      <div className={classes["owner"]}>
        <span data-nobody={owner === null || undefined}>{owner === null ? "Nobody" : owner.id === readerId ? "You" : owner.name}</span>
        {owner?.id !== readerId && (
          <button type="button" className={classes["small"]} disabled={busy} onClick={onTake} aria-label={`Take ${system.name}`}>
            Take it
          </button>
        )}
        {twins > 0 && (
          <button type="button" className={classes["small"]} onClick={onMerge} aria-label={`Merge ${system.name} with a duplicate`}>
            {twins === 1 ? "1 like it" : `${twins} like it`}
          </button>
        )}
      </div>
    </li>
  );
}
