import type { ReferralOutcome } from "../../gql/graphql";
import { useState } from "react";
import { CaseActions } from "./CaseActions";
import type { Case, PanelData } from "./caseQuery";
import { deedText, hasEnded, mailToBoth, momentText, nameOf, passedOn, standing, STEPS, stepStates, turnText } from "./caseWords";
import { DraftForm } from "./DraftForm";
import { Letter } from "./Letter";
import classes from "./referral.module.css";

interface Props {
  readonly referral: Case;
  readonly data: PanelData;
  readonly outcome?: ReferralOutcome | null;
  readonly now: string;
}

const SAID = { done: "done", now: "now", ahead: "ahead", ended: "ended here" } as const;

/** A referral: where it stands, whose move it is, what is passed on, and how it came there. */
export function CaseView({ referral, data, outcome = null, now }: Props) {
  const { state, destination, destinationEmail, summary, reason, turn, dueAt, events } = referral;
  const [changing, setChanging] = useState(false);
  const isOver = hasEnded(state);
  const leaderEmail = data.request.leader?.email ?? null;
  const clock = turnText(turn, dueAt, now);
  const lastWord = events.findLast(({ word, byName }) => word !== null && byName !== "");
  if (changing && state === "DRAFTED") return <DraftForm data={data} draft={referral} onDone={() => setChanging(false)} />;
  return (
    <article className={classes["case"]} data-over={isOver} aria-label={`Referral to ${destination}`}>
      <div className={classes["caseHead"]}>
        <output className={classes["standing"]}>{standing(state, destination, outcome)}</output>
        {clock !== null && (
          <span className={classes["clock"]} data-over={clock.isOver}>
            {clock.text}
          </span>
        )}
      </div>
      {!isOver && (
        <ol className={classes["steps"]} aria-label="The way of a referral">
          {stepStates(state).map((step, index) => (
            <li key={STEPS[index]} data-step={step} {...(step === "now" && { "aria-current": "step" as const })}>
              {STEPS[index]}
              <span className={classes["unseen"]}>: {SAID[step]}</span>
            </li>
          ))}
        </ol>
      )}
      {lastWord && (
        <p className={classes["word"]}>
          <span className={classes["muted"]}>{nameOf(lastWord.byName)}:</span> {lastWord.word}
        </p>
      )}
      {state === "CONSENTED" && lastWord && <p className={classes["note"]}>They left a word. What goes out cannot be changed any more: if it should be, drop this and draft it anew.</p>}
      {state === "ACKNOWLEDGED" && (
        <p className={classes["note"]}>
          Unless what was passed on says how to reach the leader, put them in touch{leaderEmail === null ? "." : ": "}
          {leaderEmail !== null && <a href={mailToBoth(leaderEmail, destinationEmail)}>write to both</a>}
        </p>
      )}
      {!isOver && <CaseActions referral={referral} hasAddress={leaderEmail !== null} onChange={() => setChanging(true)} />}
      {state === "DRAFTED" ? (
        <Letter destination={destination} summary={summary} />
      ) : (
        <details className={classes["details"]}>
          <summary>What {passedOn(state)} passed on</summary>
          <p className={classes["words"]}>{summary}</p>
          <p className={classes["muted"]}>
            To {destination}, {destinationEmail}.{reason !== null && ` For the network's own record: ${reason}`}
          </p>
        </details>
      )}
      <details className={classes["details"]}>
        <summary>What was done</summary>
        <ol className={classes["events"]}>
          {events.map(({ action, at, byName, word }) => (
            <li key={`${at} ${action}`}>
              <span>
                {nameOf(byName)} {deedText(action)}
              </span>
              <span className={classes["muted"]}> {momentText(at)}</span>
              {word !== null && <p className={classes["words"]}>{word}</p>}
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}
