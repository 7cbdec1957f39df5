import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { MatchPlanQuery } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { Done } from "../../ui/form/Done";
import { PageFrame } from "../../ui/PageFrame";
import { Loading } from "../../ui/states";
import { Exclusions } from "./Exclusions";
import { LoadBar } from "./LoadBar";
import { MatchingSettings } from "./MatchingSettings";
import { listed, loadWords, points, withAddresses } from "./matchWords";
import classes from "./matching.module.css";
import { planFinding } from "./planFinding";
import { MATCH_PLAN, PUBLISH_MATCHES } from "./planQuery";

type Match = MatchPlanQuery["matchPlan"]["matches"][number];
type Locked = Readonly<Record<string, readonly string[]>>;

/** Several requests at once: lock what is known, have the rest chosen together, look it through, ask them all. */
export function BatchPage() {
  const [locked, setLocked] = useState<Locked>({});
  const [done, setDone] = useState<number | null>(null);
  const variables = { locked: Object.entries(locked).map(([requestId, coachIds]) => ({ requestId, coachIds: [...coachIds] })) };
  const { data, previousData, error, loading, refetch } = useQuery(MATCH_PLAN, { variables, fetchPolicy: "cache-and-network" });
  const shown = data ?? previousData;
  if (error && shown === undefined) throw error;
  if (shown === undefined) return <Loading />;
  const { matches, unmatched } = shown.matchPlan;
  return (
    <PageFrame
      name="Matching"
      finding={planFinding(matches.length, unmatched.length)}
      basis="Leads are chosen so that all requests together are served best, never beyond a coach's free hours. Lock a match to keep it while the rest is chosen anew."
      pending={loading}
    >
      {done !== null && <Done>{done === 1 ? "One team has been asked." : `${done} teams have been asked.`} Their answers show at the desk.</Done>}
      {matches.length > 0 && <Plan matches={matches} locked={locked} setLocked={setLocked} onAsked={setDone} refetch={async () => void (await refetch())} />}
      {unmatched.length > 0 && <Unmatched unmatched={unmatched} />}
      <Exclusions onChanged={() => void refetch()} />
      <MatchingSettings />
    </PageFrame>
  );
}

interface PlanProps {
  readonly matches: readonly Match[];
  readonly locked: Locked;
  readonly setLocked: (locked: Locked) => void;
  readonly onAsked: (teams: number) => void;
  readonly refetch: () => Promise<void>;
}

function Plan({ matches, locked, setLocked, onAsked, refetch }: PlanProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [publish] = useMutation(PUBLISH_MATCHES);
  // One id for each request as long as nothing was done, so that a second press asks nobody twice.
  const [ids, setIds] = useState<Readonly<Record<string, string>>>({});
  const chosen = matches.filter(({ id }) => !left.has(id));
  const asking = chosen.length === 1 ? "Ask this one team" : `Ask these ${chosen.length} teams`;
  const ask = async () => {
    const known = Object.fromEntries(chosen.map(({ id }) => [id, ids[id] ?? crypto.randomUUID()]));
    setIds(known);
    const offers = chosen.map(({ id, team, locked: isLocked }) => ({ id: known[id] ?? "", requestId: id, coachIds: team.coaches.map((coach) => coach.id), reason: isLocked ? ("NOT_RECORDED" as const) : null }));
    try {
      await publish({ variables: { input: { offers } } });
    } catch (refused) {
      // What stands in the way has changed what can be planned.
      await refetch();
      throw refused;
    }
    onAsked(offers.length);
    setIds({});
    setLocked({});
    await refetch();
  };
  const toggle = (id: string) => setLeft(new Set(left.has(id) ? [...left].filter((each) => each !== id) : [...left, id]));
  const lock = ({ id, team }: Match) => {
    const { [id]: isLocked, ...others } = locked;
    setLocked(isLocked ? others : { ...locked, [id]: team.coaches.map((coach) => coach.id) });
  };
  return (
    <section className={classes["section"]} aria-label="The plan">
      <ul className={classes["plan"]}>
        {matches.map((match) => (
          <PlanRow key={match.id} match={match} isChosen={!left.has(match.id)} onToggle={() => toggle(match.id)} onLock={() => lock(match)} />
        ))}
      </ul>
      <div className={classes["buttons"]}>
        {chosen.length === 0 ? (
          <p className={classes["muted"]}>Choose whom to ask.</p>
        ) : (
          <ConfirmButton label={asking} question={`${asking}?`} confirm="Ask them" variant="filled" action={ask}>
            <p>Mail goes to these coaches:</p>
            <ul className={classes["reasons"]}>
              {chosen.map(({ id, request, team }) => (
                <li key={id}>
                  <strong>{request.system.name}:</strong> {withAddresses(team)}
                </li>
              ))}
            </ul>
          </ConfirmButton>
        )}
        {chosen.length < matches.length && (
          <Button variant="subtle" onClick={() => setLeft(new Set())}>
            Choose all
          </Button>
        )}
      </div>
    </section>
  );
}

function PlanRow({ match, isChosen, onToggle, onLock }: { readonly match: Match; readonly isChosen: boolean; readonly onToggle: () => void; readonly onLock: () => void }) {
  const { request, team, locked, leftOver } = match;
  const name = `${request.system.name}, ${request.system.state}`;
  return (
    <li>
      <div className={classes["team"]}>
        <Link to="/desk/$request" params={{ request: request.id }}>
          {name}
        </Link>
        <span className={classes["muted"]}>
          {request.urgency === "HIGH" && "Urgent. "}
          {request.topics.map(({ label }) => label).join("; ")}
        </span>
      </div>
      <div className={classes["team"]}>
        {team.coaches.map((coach, i) => (
          <div key={coach.id}>
            <strong>{coach.name}</strong> <span className={classes["muted"]}>{coach.provider.name}</span>
            <LoadBar share={team.load[i]?.value ?? null} words={loadWords(team.load[i]?.value ?? null, coach.load?.hours ?? null)} />
          </div>
        ))}
        <details className={classes["terms"]}>
          <summary>{points(team.score)} points: why them</summary>
          <ul className={classes["reasons"]}>
            {team.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {leftOver && <li>The best leads for all requests together were taken; this one had hours left over.</li>}
          </ul>
        </details>
      </div>
      <div className={classes["deeds"]}>
        <Checkbox label="Ask them" aria-label={`Ask ${listed(team.coaches.map((coach) => coach.name))} for ${name}`} checked={isChosen} onChange={onToggle} />
        <Button variant={locked ? "light" : "subtle"} size="compact-sm" aria-pressed={locked} aria-label={`${locked ? "Unlock" : "Lock"} the match of ${name}`} onClick={onLock}>
          {locked ? "Locked" : "Lock"}
        </Button>
      </div>
    </li>
  );
}

function Unmatched({ unmatched }: { readonly unmatched: MatchPlanQuery["matchPlan"]["unmatched"] }) {
  return (
    <section className={classes["section"]} aria-labelledby="nobody">
      <h2 id="nobody">Nobody for these yet</h2>
      <ul className={classes["reasons"]}>
        {unmatched.map(({ request, why, wouldLift }) => (
          <li key={request.id}>
            <Link to="/desk/$request" params={{ request: request.id }}>
              {request.system.name}, {request.system.state}
            </Link>
            : {why} <span className={classes["muted"]}>{wouldLift}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
