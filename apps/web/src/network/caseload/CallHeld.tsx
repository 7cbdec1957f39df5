import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { RelationshipQuery } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import classes from "./caseload.module.css";
import { TAKE_BACK } from "./caseloadQuery";
import type { CallDraft } from "./draft";
import { localInput, LEVELS, listed, MODES, timeOf } from "./words";

export type HeldCall = RelationshipQuery["engagement"]["sessions"][number];

/** A session as a form takes it, to be said anew. */
export function draftOf({ id, heldAt, topics, challengeLevel, minutes, mode, note, steps, coaches, resources }: HeldCall, team: readonly string[]): CallDraft {
  const [first, ...more] = steps;
  const present = coaches.map((coach) => coach.id);
  const isWholeTeam = present.length === team.length && team.every((coach) => present.includes(coach));
  return {
    id,
    plannedCallId: null,
    plannedStart: null,
    heldAt: localInput(new Date(heldAt)),
    topics: topics.map((topic) => topic.id),
    level: challengeLevel,
    minutes,
    mode,
    note: note ?? "",
    step: first?.text ?? "",
    stepWho: first?.who ?? "LEADER",
    stepDue: first?.due ?? "",
    moreSteps: more.map(({ text, who, due }) => ({ text, who, due })),
    coachIds: isWholeTeam ? [] : present,
    resources: resources.map((resource) => ({ id: resource.id, title: resource.title })),
  };
}

interface Props {
  readonly call: HeldCall;
  /** Its place among the calls, from 1. */
  readonly number: number;
  readonly onEdit: () => void;
  readonly onChange: () => void;
}

/** A call that was held: what it was about, and what came of it. Notes are there for the relationship's coaches alone. */
export function CallHeld({ call, number, onEdit, onChange }: Props) {
  const [takeBack] = useMutation(TAKE_BACK);
  const { heldAt, minutes, mode, challengeLevel, topics, note, coaches, resources, rating } = call;
  const facts = [
    minutes === null ? null : `${minutes} minutes`,
    mode === null ? null : MODES[mode].toLowerCase(),
    challengeLevel === null ? null : (LEVELS[challengeLevel - 1] ?? "").toLowerCase(),
    listed(coaches.map(({ name }) => name)),
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <li className={classes["call"]}>
      <strong>
        Call {number}: {timeOf(heldAt)}
      </strong>
      <span className={classes["quiet"]}>{facts.join(" · ")}</span>
      <span>{topics.map(({ label }) => label).join(", ")}</span>
      {note !== null && <p className={classes["words"]}>{note}</p>}
      {resources.length > 0 && (
        <span>
          Shared:{" "}
          {resources.map(({ id, title, url }, place) => (
            <span key={id}>
              {place > 0 && ", "}
              <a href={url} rel="noreferrer" target="_blank">
                {title}
              </a>
            </span>
          ))}
        </span>
      )}
      {rating !== null && (
        <span>
          Rated {rating.rating} of 5{rating.wantsMore === true && ", wants more"}
          {rating.comment !== null && `: “${rating.comment}”`}
        </span>
      )}
      {call.mayChangeUntil !== null && (
        <span className={classes["foot"]}>
          <Button variant="subtle" size="compact-sm" onClick={onEdit} aria-label={`Change call ${number}`}>
            Change
          </Button>
          {rating === null && (
            <ConfirmButton
              label="Take back"
              name={`Take back call ${number}`}
              question="Take this call back?"
              confirm="Take it back"
              action={async () => {
                await takeBack({ variables: { id: call.id } });
                onChange();
              }}
            >
              <p>It counts no more, and its note and steps are gone. It can be changed instead until {timeOf(call.mayChangeUntil)}.</p>
            </ConfirmButton>
          )}
        </span>
      )}
    </li>
  );
}
