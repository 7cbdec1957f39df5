import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import classes from "./caseload.module.css";
import { leftOff, openSteps } from "./caseload";
import type { CaseloadEngagement } from "./caseloadQuery";
import { dayOf, listed } from "./words";

interface Props {
  readonly engagement: CaseloadEngagement;
  readonly onLog: () => void;
}

/** A relationship in a few lines: who, where it was left, and the button that is pressed most. */
export function EngagementRow({ engagement, onLog }: Props) {
  const { id, request, coaches, lastSession, mayLog, leads } = engagement;
  const line = leftOff(engagement);
  // The line says it already where no step was agreed.
  const topics = openSteps(engagement).length > 0 || !lastSession ? request.topics.map(({ label }) => label).join(", ") : "";
  return (
    <li className={classes["row"]}>
      <div className={classes["what"]}>
        <Link to="/caseload/$engagement" params={{ engagement: id }} className={classes["system"]}>
          {request.system.name}
        </Link>
        <span className={classes["step"]}>{line}</span>
        <span className={classes["quiet"]}>
          {lastSession ? `Last call ${dayOf(lastSession.heldAt)}` : `Matched ${dayOf(engagement.matchedAt)}`}
          {topics !== "" && ` · ${topics}`}
          {(!mayLog || coaches.length > 1) && ` · ${listed(coaches.map(({ name }) => name))}`}
          {mayLog && !leads && " · you are on the team"}
        </span>
      </div>
      {mayLog && (
        <Button variant="light" className={classes["act"]} onClick={onLog} aria-label={`Log a call with ${request.system.name}`}>
          Log a call
        </Button>
      )}
    </li>
  );
}
