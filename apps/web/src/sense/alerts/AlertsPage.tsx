import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import type { AlertsQuery } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { Done } from "../../ui/form/Done";
import { List } from "../../ui/list/List";
import { PageFrame } from "../../ui/PageFrame";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import { useScope } from "../scope/useScope";
import { AddAlertForm } from "./AddAlertForm";
import { ALERTS, REMOVE_ALERT } from "./alertsQuery";
import { alertsFinding, KIND_WORDS } from "./alertWords";

function Watched({ alerts }: AlertsQuery) {
  const { timeZone } = useNetwork().network;
  const [remove] = useMutation(REMOVE_ALERT, { refetchQueries: [ALERTS], awaitRefetchQueries: true });
  const moment = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <List
      label="Alerts"
      headers={["Watches", "Of", "Found", "Last looked", ""]}
      rows={alerts.map(({ id, kind, scopeWords, holds, found, lookedAt }) => ({
        id,
        cells: [
          <strong key="kind">{KIND_WORDS[kind].label}</strong>,
          scopeWords,
          <span key="found">
            {holds && <strong>Crossed. </strong>}
            {found ?? "Not looked at yet."}
          </span>,
          lookedAt === null ? "within the half hour" : moment.format(new Date(lookedAt)),
          <ConfirmButton
            key="remove"
            label="Remove"
            name={`Remove the alert ${KIND_WORDS[kind].label}, ${scopeWords}`}
            question="Watch this no longer?"
            confirm="Remove the alert"
            action={async () => void (await remove({ variables: { input: { id } } }))}
          >
            The figure stays on its page; you will not be written to about it.
          </ConfirmButton>,
        ],
      }))}
    />
  );
}

/** Figures that are watched for the reader, and thresholds at which they are written to. */
export function AlertsPage() {
  const { alerts } = usePageQuery(ALERTS, {});
  const { scope } = useScope();
  const [added, setAdded] = useState<string | null>(null);
  return (
    <PageFrame
      name="Alerts"
      finding={alertsFinding(alerts)}
      basis="Figures are looked at twice an hour. You are written to when one crosses its threshold, and again only after it has gone back. An estimate counts as low only when its whole interval is."
    >
      {added !== null && <Done>{`It is watched. ${added}`}</Done>}
      {alerts.length > 0 && <Watched alerts={alerts} />}
      <section aria-labelledby="watch-more">
        <h2 id="watch-more">Watch something</h2>
        <AddAlertForm key={alerts.length} scope={scope} onAdded={setAdded} />
      </section>
    </PageFrame>
  );
}
