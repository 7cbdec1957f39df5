import { useMutation, useQuery } from "@apollo/client/react";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CloseReason, EngagementTeamQuery } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { Done } from "../../ui/form/Done";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { Refused } from "../../ui/form/refusal";
import { AskSpecialist } from "./AskSpecialist";
import { listed, momentOf, offerLine } from "./matchWords";
import classes from "./matching.module.css";
import { ANSWER_CONSENT, CHANGE_TEAM, CLOSE_ENGAGEMENT, TEAM } from "./offersQuery";

type Engagement = EngagementTeamQuery["engagement"];

/** An engagement's team: who is on it and how it came to be, whom to ask in, and how it ends. */
export function TeamPanel({ engagementId, onChanged }: { readonly engagementId: string; readonly onChanged?: () => void }) {
  const { data, error, refetch } = useQuery(TEAM, { variables: { engagementId }, fetchPolicy: "cache-and-network" });
  const [told, setTold] = useState<string | null>(null);
  if (data === undefined) return error ? <NotLoaded again={() => void refetch()} /> : null;
  const { engagement, viewer } = data;
  const isStaff = viewer?.roles.includes("STAFF") ?? false;
  const own = viewer?.coach?.id ?? null;
  const mayAct = isStaff || engagement.coaches.some(({ id }) => id === own);
  const done = async (words: string) => {
    setTold(words);
    await refetch();
    onChanged?.();
  };
  return (
    <section className={classes["section"]} aria-labelledby="team">
      <h2 id="team">The team</h2>
      {told !== null && <Done>{told}</Done>}
      <Coaches engagement={engagement} isStaff={isStaff} own={own} onDone={done} />
      <Waiting engagement={engagement} isStaff={isStaff} onDone={done} />
      {mayAct && engagement.closedAt === null && (
        <>
          <AskSpecialist engagementId={engagementId} topics={engagement.request.topics} team={engagement.coaches.map(({ id }) => id)} onDone={done} />
          <CloseForm engagementId={engagementId} onDone={done} />
        </>
      )}
      <TeamHistory events={engagement.teamEvents} />
    </section>
  );
}

function NotLoaded({ again }: { readonly again: () => void }) {
  return (
    <section className={classes["section"]}>
      <FormAlert message="The team could not be loaded." />
      <Button variant="default" onClick={again}>
        Try again
      </Button>
    </section>
  );
}

interface Changing {
  readonly engagement: Engagement;
  readonly isStaff: boolean;
  readonly onDone: (words: string) => Promise<void>;
}

function Coaches({ engagement, isStaff, own, onDone }: Changing & { readonly own: string | null }) {
  const [change] = useMutation(CHANGE_TEAM);
  const alter = async (coachId: string, what: "REMOVE" | "LEAD", words: string) => {
    await change({ variables: { input: { engagementId: engagement.id, coachId, change: what } } });
    await onDone(words);
  };
  const many = engagement.coaches.length > 1;
  return (
    <ul className={classes["answers"]}>
      {engagement.coaches.map(({ id, name, provider }, i) => (
        <li key={id}>
          <span>
            <strong>{name}</strong> <span className={classes["muted"]}>{provider.name}</span> {i === 0 && many && <span className={classes["muted"]}>leads</span>}
          </span>
          {many && engagement.closedAt === null && (
            <span className={classes["buttons"]}>
              {isStaff && i > 0 && (
                <ConfirmButton label="Make lead" name={`Make ${name} lead`} question={`Shall ${name} lead?`} confirm="Make lead" action={() => alter(id, "LEAD", `${name} leads now.`)}>
                  Whoever leads writes to the leader and finds the times.
                </ConfirmButton>
              )}
              {(isStaff || id === own) && (
                <ConfirmButton label={id === own ? "Leave" : "Take off"} name={id === own ? "Leave this team" : `Take ${name} off the team`} question={id === own ? "Leave this team?" : `Take ${name} off the team?`} confirm={id === own ? "Leave" : "Take off"} action={() => alter(id, "REMOVE", id === own ? "You have left the team." : `${name} has left the team.`)}>
                  The calls held so far stay with whoever held them. From then on {id === own ? "you see" : `${name} sees`} nothing more of this relationship.
                </ConfirmButton>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Specialists who were asked and are not there yet. */
function Waiting({ engagement, isStaff, onDone }: Changing) {
  const [answer] = useMutation(ANSWER_CONSENT);
  const { busy, refusal, act } = useAction(async ({ id, said }: { readonly id: string; readonly said: "YES" | "NO" }) => {
    await answer({ variables: { input: { id, answer: said } } });
    await onDone(said === "YES" ? "They have joined." : "They do not join.");
  });
  const asked = engagement.specialistOffers.filter(({ state }) => state === "OPEN");
  const consents = engagement.request.consents.filter((each) => each.what === "SPECIALIST" && each.answer === null);
  if (asked.length === 0 && consents.length === 0) return null;
  return (
    <ul className={classes["answers"]}>
      {asked.map((offer) => (
        <li key={offer.id}>
          {listed(offer.coaches.map(({ coach }) => coach.name))}: {offerLine(offer)}
        </li>
      ))}
      {consents.map(({ id, who, askedAt }) => (
        <li key={id}>
          <span>
            {listed(who)} would join. The leader was asked on {momentOf(askedAt)} whether that is all right.
          </span>
          {isStaff && (
            <span className={classes["buttons"]}>
              <span className={classes["muted"]}>Told you?</span>
              <Button size="compact-sm" variant="subtle" disabled={busy} aria-label={`The leader agrees to ${listed(who)}`} onClick={() => void act({ id, said: "YES" })}>
                Agrees
              </Button>
              <Button size="compact-sm" variant="subtle" disabled={busy} aria-label={`The leader does not want ${listed(who)}`} onClick={() => void act({ id, said: "NO" })}>
                Does not
              </Button>
            </span>
          )}
        </li>
      ))}
      <FormAlert message={refusal?.message ?? null} />
    </ul>
  );
}

const REASONS: readonly { readonly value: CloseReason; readonly label: string }[] = [
  { value: "GOALS_MET", label: "They reached what they set out to do" },
  { value: "NO_RESPONSE", label: "The leader does not answer" },
  { value: "LEADER_LEFT", label: "The leader works elsewhere now" },
  { value: "PAUSED", label: "The leader wants a pause" },
  { value: "NO_LONGER_NEEDED", label: "It is no longer needed" },
  { value: "REFERRED_OUT", label: "It was sent on to others" },
  { value: "MERGED", label: "It goes on with another request" },
  { value: "OTHER", label: "Something else" },
];
const isReason = (value: unknown): value is CloseReason => REASONS.some((each) => each.value === value);

function CloseForm({ engagementId, onDone }: { readonly engagementId: string; readonly onDone: (words: string) => Promise<void> }) {
  const [close] = useMutation(CLOSE_ENGAGEMENT);
  return (
    <details className={classes["terms"]}>
      <summary>End the coaching</summary>
      <ActionForm
        submit="End it, and tell the leader"
        action={async (fields) => {
          const reason = fields.get("reason");
          if (!isReason(reason)) throw new Refused("Say why it ends.", "reason");
          const message = String(fields.get("message") ?? "").trim();
          await close({ variables: { input: { engagementId, reason, message: message === "" ? null : message } } });
          await onDone("It has ended, and the leader has been told.");
        }}
      >
        {(faultOf) => (
          <>
            <NativeSelect name="reason" label="Why it ends" required data={[{ value: "", label: "Choose a reason" }, ...REASONS]} error={faultOf("reason")} />
            <TextInput name="message" label="A line to the leader, if you like" maxLength={500} error={faultOf("message")} />
          </>
        )}
      </ActionForm>
    </details>
  );
}

const EVENT_WORDS = { JOINED: "joined", LEFT: "left", LEAD: "leads from here on" } as const;

function TeamHistory({ events }: { readonly events: Engagement["teamEvents"] }) {
  if (events.length === 0) return null;
  return (
    <details className={classes["terms"]}>
      <summary>How the team came to be</summary>
      <ul className={classes["reasons"]}>
        {events.map(({ id, kind, at, byName, why, coach }) => (
          <li key={id}>
            {coach.name} {EVENT_WORDS[kind]}. <span className={classes["muted"]}>{momentOf(at)}, by {byName}</span>
            {why !== null && ` ${why}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
