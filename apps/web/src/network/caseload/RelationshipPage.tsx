import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { RelationshipQuery } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { PageFrame } from "../../ui/PageFrame";
import { Loading } from "../../ui/states";
import { CallHeld, draftOf, type HeldCall } from "./CallHeld";
import { callsAhead, callsToLog, leftOff } from "./caseload";
import classes from "./caseload.module.css";
import { PEERS } from "./callChoices";
import { CANCEL, RELATIONSHIP } from "./caseloadQuery";
import { LogCall } from "./LogCall";
import { PeerList } from "./Logged";
import { PlanCall } from "./PlanCall";
import { Steps } from "./Steps";
import { CallToLog, LeaderAsks } from "./Todo";
import { dayOf, MODES, timeOf } from "./words";

/** What other parts of the work put on the page of a relationship. */
export interface RelationshipSlots {
  /** Who is on the team, whom to ask in, and how it ends. */
  readonly team: (engagementId: string, onChanged: () => void) => ReactNode;
}

/** A relationship: who it is with, what was agreed, the calls, and what to do next. */
export function RelationshipPage({ slots }: { readonly slots: RelationshipSlots }) {
  const { engagement: id } = useParams({ from: "/ownWork/caseload/$engagement" });
  const { data, error, refetch } = useQuery(RELATIONSHIP, { variables: { id }, fetchPolicy: "cache-and-network" });
  if (error && data === undefined) throw error;
  if (data === undefined) return <Loading />;
  return <Whole key={id} data={data} slots={slots} refetch={() => void refetch()} />;
}

type Relationship = RelationshipQuery["engagement"];
type Doing =
  | { readonly what: "log"; readonly plannedCallId: string | null }
  | { readonly what: "plan"; readonly callId: string | null }
  | { readonly what: "change"; readonly call: HeldCall };

function finding(engagement: Relationship, now: string): string {
  const { request, sessions, closedAt } = engagement;
  const calls = sessions.length === 0 ? "no call yet" : sessions.length === 1 ? "one call" : `${sessions.length} calls`;
  const [next] = callsAhead([engagement], now);
  if (closedAt !== null) return `${request.system.name}: ${calls}, closed on ${dayOf(closedAt)}.`;
  return next ? `${request.system.name}: ${calls}, the next on ${timeOf(next.call.startsAt)}.` : `${request.system.name}: ${calls}, none planned.`;
}

interface WholeProps {
  readonly data: RelationshipQuery;
  readonly slots: RelationshipSlots;
  readonly refetch: () => void;
}

function Whole({ data, slots, refetch }: WholeProps) {
  const { engagement, network, viewer } = data;
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const { request, sessions, mayLog, coaches, leaderAsks, closedAt } = engagement;
  const isOpen = closedAt === null;
  const toLog = callsToLog([engagement], network.now);
  const moved = doing?.what === "plan" ? engagement.plannedCalls.find(({ id }) => id === doing.callId) : undefined;
  return (
    <PageFrame
      isLive
      name="Relationship"
      finding={finding(engagement, network.now)}
      basis={
        <>
          <Link to="/caseload">Back to the caseload</Link>
          {request.leader?.name != null && <> · {request.leader.email === null ? request.leader.name : <a href={`mailto:${request.leader.email}`}>{request.leader.name}</a>}</>} · {leftOff(engagement)}
        </>
      }
      controls={
        mayLog && (
          <div className={classes["foot"]}>
            <Button className={classes["act"]} onClick={() => setDoing({ what: "log", plannedCallId: null })}>
              Log a call
            </Button>
            {isOpen && (
              <Button variant="light" className={classes["act"]} onClick={() => setDoing({ what: "plan", callId: null })}>
                Plan a call
              </Button>
            )}
          </div>
        )
      }
    >
      {mayLog && toLog.length + leaderAsks.length > 0 && (
        <Part title="To do">
          <ul className={classes["list"]}>
            {toLog.map((each) => (
              <CallToLog key={each.call.id} {...each} onLog={() => setDoing({ what: "log", plannedCallId: each.call.id })} />
            ))}
            {leaderAsks.map((ask) => (
              <LeaderAsks key={ask.id} ask={ask} engagement={engagement} onPlan={() => setDoing({ what: "plan", callId: null })} onChange={refetch} />
            ))}
          </ul>
        </Part>
      )}
      <div className={classes["columns"]}>
        <div>
          <Ahead engagement={engagement} now={network.now} onMove={(callId) => setDoing({ what: "plan", callId })} onChange={refetch} />
          <Part title="What was agreed">
            <Steps engagement={engagement} />
          </Part>
          <Part title="Calls so far">
            {sessions.length === 0 ? (
              <p>None yet.</p>
            ) : (
              <ol className={classes["list"]}>
                {sessions
                  .map((call, place) => <CallHeld key={call.id} call={call} number={place + 1} onEdit={() => setDoing({ what: "change", call })} onChange={refetch} />)
                  .toReversed()}
              </ol>
            )}
          </Part>
        </div>
        <div>
          <Who engagement={engagement} />
          <Resources topics={request.topics.map(({ id }) => id)} />
          <div className={classes["slot"]}>{slots.team(engagement.id, refetch)}</div>
        </div>
      </div>
      {doing?.what === "log" && <LogCall engagement={engagement} viewerId={viewer?.id ?? ""} plannedCallId={doing.plannedCallId} onClose={close} onChange={refetch} onPlan={() => setDoing({ what: "plan", callId: null })} />}
      {doing?.what === "change" && (
        <LogCall engagement={engagement} viewerId={viewer?.id ?? ""} before={draftOf(doing.call, coaches.map(({ id }) => id))} onClose={close} onChange={refetch} onPlan={() => setDoing({ what: "plan", callId: null })} />
      )}
      {doing?.what === "plan" && <PlanCall engagement={engagement} now={network.now} call={moved} onClose={close} onChange={refetch} />}
    </PageFrame>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <h2 className={classes["heading"]}>{title}</h2>
    {children}
  </section>
);

interface AheadProps {
  readonly engagement: Relationship;
  readonly now: string;
  readonly onMove: (callId: string) => void;
  readonly onChange: () => void;
}

function Ahead({ engagement, now, onMove, onChange }: AheadProps) {
  const [cancel] = useMutation(CANCEL);
  const calls = callsAhead([engagement], now);
  if (calls.length === 0) return null;
  return (
    <Part title="Next call">
      <ul className={classes["list"]}>
        {calls.map(({ call }) => (
          <li key={call.id} className={classes["row"]}>
            <div className={classes["what"]}>
              <strong>{timeOf(call.startsAt)}</strong>
              <span className={classes["quiet"]}>
                For the leader: {timeOf(call.startsAt, call.timeZone)}. {MODES[call.mode]}, {call.minutes} minutes.
              </span>
              {call.place !== null && (/^https?:\/\//.test(call.place) ? <a href={call.place}>{call.place}</a> : <span>{call.place}</span>)}
            </div>
            {engagement.mayLog && (
              <span className={classes["acts"]}>
                <Button variant="light" onClick={() => onMove(call.id)}>
                  Move
                </Button>
                <ConfirmButton
                  label="Call it off"
                  question="Call this call off?"
                  confirm="Call it off"
                  action={async () => {
                    await cancel({ variables: { id: call.id } });
                    onChange();
                  }}
                >
                  <p>The leader and the team are told, and it leaves their calendars.</p>
                </ConfirmButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Who({ engagement }: { readonly engagement: Relationship }) {
  const { request } = engagement;
  const { leader, system, narrative } = request;
  const size = [system.schools === null ? null : `${system.schools.toLocaleString("en-US")} schools`, system.enrollment === null ? null : `${system.enrollment.toLocaleString("en-US")} students`, system.locale?.toLowerCase() ?? null];
  return (
    <>
      <Part title="Who">
        <p>
          {leader !== null && (
            <>
              {[leader.name, leader.role].filter((each) => each !== null).join(", ")}
              {leader.email !== null && (
                <>
                  {" "}
                  <a href={`mailto:${leader.email}`}>{leader.email}</a>
                </>
              )}
              <br />
            </>
          )}
          {system.name}, {system.state}
          <span className={classes["quiet"]}>{size.filter((each) => each !== null).join(" · ")}</span>
        </p>
      </Part>
      <Part title="What was asked">
        {narrative !== null && <p className={classes["words"]}>{narrative}</p>}
        <p>{request.topics.map(({ label }) => label).join(", ")}</p>
        <p className={classes["quiet"]}>Asked on {dayOf(request.submittedAt)}.</p>
      </Part>
    </>
  );
}

/** What peers share on the topics of the request. */
function Resources({ topics }: { readonly topics: readonly string[] }) {
  const { data } = useQuery(PEERS, { variables: { topics: [...topics] }, skip: topics.length === 0 });
  if (!data) return null;
  return (
    <Part title="Resources">
      <PeerList peers={data.peerResources} shared={[]} busy={false} />
    </Part>
  );
}
