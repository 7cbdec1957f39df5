import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { CaseView } from "./CaseView";
import { REFERRALS, type Case, type PanelData } from "./caseQuery";
import { hasEnded, momentText, standing } from "./caseWords";
import { DraftForm } from "./DraftForm";
import classes from "./referral.module.css";

/** Somebody else's answer shows within this time. */
const LOOK_AGAIN_MS = 20_000;

/** On the page of a request: sending it on to somebody outside the network, from draft to what came of it. */
export function ReferralPanel({ requestId }: { readonly requestId: string }) {
  const { data, error } = useQuery(REFERRALS, { variables: { requestId }, fetchPolicy: "cache-and-network", pollInterval: LOOK_AGAIN_MS });
  return (
    <>
      <h2>Referral</h2>
      {data === undefined ? <p className={classes["muted"]}>{error ? "The referrals of this request could not be loaded." : "Looking …"}</p> : <Cases data={data} />}
    </>
  );
}

function Cases({ data }: { readonly data: PanelData }) {
  const { referralCases: cases, request, network } = data;
  const open = cases.find(({ state }) => !hasEnded(state));
  // Those of before there were cases, and from other systems.
  const imported = request.referrals.filter(({ id }) => !cases.some((each) => each.id === id));
  const outcomeOf = ({ id }: Case) => request.referrals.find((each) => each.id === id)?.outcome ?? null;
  return (
    <div className={classes["panel"]}>
      {open === undefined ? <Start data={data} isFirst={cases.length === 0 && imported.length === 0} /> : <CaseView key={open.id} referral={open} data={data} now={network.now} />}
      {cases.filter((each) => each !== open).map((each) => (
        <CaseView key={each.id} referral={each} data={data} outcome={outcomeOf(each)} now={network.now} />
      ))}
      {imported.map(({ id, destination, sentAt, outcome }) => (
        <p key={id}>
          {standing("CLOSED", destination, outcome)} <span className={classes["muted"]}>{momentText(sentAt)}</span>
        </p>
      ))}
    </div>
  );
}

/** Nothing is under way: a referral is begun here. */
function Start({ data, isFirst }: { readonly data: PanelData; readonly isFirst: boolean }) {
  const [drafting, setDrafting] = useState(false);
  if (data.request.withdrawnAt !== null) return isFirst && <p className={classes["muted"]}>The request was withdrawn, so there is nothing to pass on.</p>;
  if (drafting) return <DraftForm data={data} draft={null} onDone={() => setDrafting(false)} />;
  return (
    <div className={classes["start"]}>
      {isFirst && <p className={classes["muted"]}>Does it go deeper than coaching? With the leader&rsquo;s consent it goes on to somebody who can help.</p>}
      <Button variant="light" onClick={() => setDrafting(true)}>
        {isFirst ? "Draft a referral" : "Draft another referral"}
      </Button>
    </div>
  );
}
