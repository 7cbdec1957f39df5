import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ChoiceReason, MatchStandingQuery } from "../../gql/graphql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { useKeys } from "../../ui/useKeys";
import { AskDialog } from "./AskDialog";
import { KeptFromSystem } from "./KeptFromSystem";
import { MAKE_OFFER, MATCH_PANEL, MATCH_STANDING } from "./matchQuery";
import { listed, offerLine } from "./matchWords";
import classes from "./matching.module.css";
import { OfferStanding } from "./OfferStanding";
import { ProposalCard } from "./ProposalCard";
import { TryTeam } from "./TryTeam";

interface Props {
  readonly requestId: string;
  /** Called when something was done about the request. */
  readonly onChanged?: () => void;
}

/** How often an answer is looked for while one is waited for. */
const LOOK_AGAIN_MS = 10_000;

const openOffer = ({ request }: MatchStandingQuery) => request.offers.find(({ kind, state }) => kind === "TEAM" && state === "OPEN");

/** Coaches for a request: three teams with why, who is asked already, and a team of one's own. */
export function MatchPanel({ requestId, onChanged }: Props) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(MATCH_STANDING, { variables: { requestId }, fetchPolicy: "cache-and-network" });
  const waits = data !== undefined && openOffer(data) !== undefined;
  useEffect(
    function lookForTheAnswer() {
      if (!waits) return;
      startPolling(LOOK_AGAIN_MS);
      return stopPolling;
    },
    [waits, startPolling, stopPolling],
  );
  if (error && data === undefined) return <FormAlert message="The matching could not be loaded. Open the page again in a moment." />;
  if (data === undefined) return null;
  const changed = async () => {
    await refetch();
    onChanged?.();
  };
  return <Standing data={data} onDone={changed} />;
}

function Standing({ data, onDone }: { readonly data: MatchStandingQuery; readonly onDone: () => Promise<void> }) {
  const [looks, setLooks] = useState(false);
  const { request } = data;
  const open = openOffer(data);
  const engagement = request.engagements.find(({ closedAt }) => closedAt === null);
  const past = request.offers.filter(({ id }) => id !== open?.id);
  // Who is kept apart is proposed no more: they are looked through anew.
  const apart = request.system.exclusions.map(({ id }) => id).join();
  const mayAsk = !engagement && !open && request.withdrawnAt === null;
  return (
    <div className={classes["panel"]}>
      {engagement && (
        <p>
          <Link to="/caseload/$engagement" params={{ engagement: engagement.id }}>
            {listed(engagement.coaches.map(({ name, provider }) => `${name} (${provider.name})`))}
          </Link>{" "}
          {engagement.coaches.length === 1 ? "coaches" : "coach"} here.
        </p>
      )}
      {open && <OfferStanding offer={open} onDone={onDone} />}
      {mayAsk && (request.status !== "REFERRED" || looks) && <Choosing key={apart} request={request} onDone={onDone} />}
      {mayAsk && request.status === "REFERRED" && !looks && (
        <p>
          It was sent on.{" "}
          <Button variant="subtle" size="compact-sm" onClick={() => setLooks(true)}>
            Look for coaches all the same
          </Button>
        </p>
      )}
      {request.withdrawnAt !== null && !engagement && <p>It was withdrawn, so nobody is asked.</p>}
      {past.length > 0 && <Past offers={past} />}
      <KeptFromSystem system={request.system} asked={open ? listed(open.coaches.map(({ coach }) => coach.name)) : null} />
    </div>
  );
}

function Past({ offers }: { readonly offers: MatchStandingQuery["request"]["offers"] }) {
  return (
    <details className={classes["terms"]}>
      <summary>Who was asked before</summary>
      <ul className={classes["reasons"]}>
        {offers.map((offer) => (
          <li key={offer.id}>
            {listed(offer.coaches.map(({ coach, answer }) => `${coach.name}${answer === "DECLINED" ? " (no)" : answer === "ACCEPTED" ? " (yes)" : ""}`))}. {offerLine(offer)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Choosing({ request: { id: requestId, system }, onDone }: { readonly request: MatchStandingQuery["request"]; readonly onDone: () => Promise<void> }) {
  const { data, error, refetch } = useQuery(MATCH_PANEL, { variables: { requestId }, fetchPolicy: "cache-and-network" });
  const [make] = useMutation(MAKE_OFFER);
  // The same press sent twice is one offer: the id stays until something was done.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [isAsking, setIsAsking] = useState(false);
  const { busy, refusal, act } = useAction(async (wanted: { readonly coachIds: readonly string[]; readonly reason: ChoiceReason | null; readonly note: string | null }) => {
    try {
      await make({ variables: { input: { id, requestId, coachIds: [...wanted.coachIds], reason: wanted.reason, note: wanted.note } } });
    } catch (refused) {
      // What stands in the way may have changed what can be proposed.
      await refetch();
      throw refused;
    } finally {
      setId(crypto.randomUUID());
      await onDone();
    }
  });
  const ask = (coachIds: readonly string[]) => void act({ coachIds, reason: null, note: null });
  const isReady = (data?.requestMatching.proposals.length ?? 0) > 0 && !busy;
  useKeys((key) => key === "o" && isReady && (setIsAsking(true), true));
  if (error && data === undefined) return <FormAlert message="The coaches could not be looked through. Open the page again in a moment." />;
  if (data === undefined) return <output className={classes["muted"]}>Looking through the coaches…</output>;
  const { proposals, noTeam, leftOut, learnedFrom, hoursAMonth } = data.requestMatching;
  return (
    <>
      <FormAlert message={refusal?.message ?? null} />
      {noTeam && (
        <p>
          <strong>No team can be proposed yet.</strong> {noTeam.why} {noTeam.wouldLift}
        </p>
      )}
      <div className={classes["proposals"]}>
        {proposals.map((proposal, place) => (
          <ProposalCard key={proposal.coaches.map((coach) => coach.id).join(" ")} proposal={proposal} system={system} place={place} busy={busy} onAsk={ask} />
        ))}
      </div>
      {isAsking && (
        <AskDialog
          proposals={proposals}
          onClose={() => setIsAsking(false)}
          onAsk={(coachIds) => {
            setIsAsking(false);
            ask(coachIds);
          }}
        />
      )}
      {leftOut.length > 0 && (
        <details className={classes["terms"]}>
          <summary>
            {leftOut.length} {leftOut.length === 1 ? "coach of these topics cannot" : "coaches of these topics cannot"} be had
          </summary>
          <ul className={classes["reasons"]}>
            {leftOut.map(({ coach, why }) => (
              <li key={coach.id}>
                {coach.name} of {coach.provider.name} {listed(why)}.
              </li>
            ))}
          </ul>
        </details>
      )}
      <TryTeam requestId={requestId} system={system} best={proposals[0]?.score ?? null} busy={busy} onAsk={(coachIds, why) => void act({ coachIds, ...why })} />
      <p className={classes["muted"]}>
        Counted with {hoursAMonth} {hoursAMonth === 1 ? "hour" : "hours"} a month.{" "}
        {learnedFrom === 0 ? "The weights are the network's first." : `The weights are learned from ${learnedFrom} ${learnedFrom === 1 ? "choice" : "choices"} of staff.`}{" "}
        <Link to="/matching">Match several at once</Link>
      </p>
    </>
  );
}
