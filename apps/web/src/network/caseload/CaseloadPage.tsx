import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { CaseloadQuery } from "../../gql/graphql";
import { PageFrame } from "../../ui/PageFrame";
import { Loading } from "../../ui/states";
import { CalendarFeed } from "./CalendarFeed";
import { callsAhead, callsToLog, caseloadFinding } from "./caseload";
import classes from "./caseload.module.css";
import { CASELOAD, type CaseloadEngagement } from "./caseloadQuery";
import { EngagementRow } from "./EngagementRow";
import { LogCall } from "./LogCall";
import { PlanCall } from "./PlanCall";
import { CallToLog, LeaderAsks } from "./Todo";
import { listed, MODES, timeOf } from "./words";

/** What other parts of the work put on the page. */
export interface CaseloadSlots {
  /** Offers that wait for the coach's answer; draws nothing where there are none. */
  readonly offers: (onChanged: () => void) => ReactNode;
  /** What the coach says of themselves to who matches. */
  readonly profile: (coachId: string) => ReactNode;
}

/** A coach's work, as it is taken up on a phone between two calls. */
export function CaseloadPage({ slots }: { readonly slots: CaseloadSlots }) {
  const { data, error, refetch } = useQuery(CASELOAD, { fetchPolicy: "cache-and-network" });
  if (error && data === undefined) throw error;
  if (data === undefined) return <Loading />;
  return <Whole data={data} slots={slots} refetch={() => void refetch()} />;
}

type Doing = { readonly what: "log" | "plan"; readonly engagement: CaseloadEngagement; readonly plannedCallId: string | null };

function Whole({ data, slots, refetch }: { readonly data: CaseloadQuery; readonly slots: CaseloadSlots; readonly refetch: () => void }) {
  const { caseload, network, viewer } = data;
  const [doing, setDoing] = useState<Doing | null>(null);
  const log = (engagement: CaseloadEngagement, plannedCallId: string | null = null) => setDoing({ what: "log", engagement, plannedCallId });
  const plan = (engagement: CaseloadEngagement) => setDoing({ what: "plan", engagement, plannedCallId: null });
  const close = () => setDoing(null);
  const isCoach = viewer?.roles.includes("COACH") ?? false;
  const toLog = callsToLog(caseload, network.now).filter(({ engagement }) => engagement.mayLog);
  const asks = caseload.flatMap((engagement) => engagement.leaderAsks.map((ask) => ({ ask, engagement })));
  const ahead = callsAhead(caseload, network.now);
  return (
    <PageFrame isLive name="Caseload" finding={caseloadFinding(caseload, network.now)} basis={isCoach ? "The relationships you are part of, those with something to do first." : "The open relationships of your organisation, those with something to do first."}>
      {slots.offers(refetch)}
      {toLog.length + asks.length > 0 && (
        <section aria-labelledby="todo">
          <h2 id="todo" className={classes["heading"]}>
            To do
          </h2>
          <ul className={classes["list"]}>
            {toLog.map((each) => (
              <CallToLog key={each.call.id} {...each} onLog={() => log(each.engagement, each.call.id)} />
            ))}
            {asks.map(({ ask, engagement }) => (
              <LeaderAsks key={ask.id} ask={ask} engagement={engagement} onPlan={() => plan(engagement)} onChange={refetch} />
            ))}
          </ul>
        </section>
      )}
      {ahead.length > 0 && <NextCalls calls={ahead} />}
      {caseload.length > 0 ? (
        <section aria-labelledby="left-off">
          <h2 id="left-off" className={classes["heading"]}>
            Where you left off
          </h2>
          <ul className={classes["list"]}>
            {caseload.map((engagement) => (
              <EngagementRow key={engagement.id} engagement={engagement} onLog={() => log(engagement)} />
            ))}
          </ul>
        </section>
      ) : (
        <p>
          A leader's request that you take on appears here. Until then, <Link to="/needs">what leaders ask for</Link>.
        </p>
      )}
      {viewer?.coach && (
        <details className={classes["more"]}>
          <summary>When you can coach, and your own calendar</summary>
          <CalendarFeed />
          {slots.profile(viewer.coach.id)}
        </details>
      )}
      {doing?.what === "log" && (
        <LogCall engagement={doing.engagement} viewerId={viewer?.id ?? ""} plannedCallId={doing.plannedCallId} onClose={close} onChange={refetch} onPlan={() => plan(caseload.find(({ id }) => id === doing.engagement.id) ?? doing.engagement)} />
      )}
      {doing?.what === "plan" && <PlanCall engagement={doing.engagement} now={network.now} onClose={close} onChange={refetch} />}
    </PageFrame>
  );
}

const NextCalls = ({ calls }: { readonly calls: ReturnType<typeof callsAhead> }) => (
  <section aria-labelledby="next">
    <h2 id="next" className={classes["heading"]}>
      Next calls
    </h2>
    <ul className={classes["list"]}>
      {calls.map(({ call, engagement }) => (
        <li key={call.id} className={classes["row"]}>
          <div className={classes["what"]}>
            <strong>{timeOf(call.startsAt)}</strong>
            <span>
              <Link to="/caseload/$engagement" params={{ engagement: engagement.id }}>
                {engagement.request.system.name}
              </Link>
              {engagement.request.leader?.name != null && `, ${engagement.request.leader.name}`}
              {!engagement.mayLog && ` · ${listed(engagement.coaches.map(({ name }) => name))}`}
            </span>
            <span className={classes["quiet"]}>
              {MODES[call.mode]}, {call.minutes} minutes
            </span>
          </div>
          {call.place !== null && /^https?:\/\//.test(call.place) && (
            <a href={call.place} rel="noreferrer" target="_blank" className={classes["join"]}>
              Join
            </a>
          )}
        </li>
      ))}
    </ul>
  </section>
);
