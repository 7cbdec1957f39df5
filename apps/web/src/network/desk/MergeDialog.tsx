import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { DuplicatesQuery } from "../../gql/graphql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import classes from "./desk.module.css";
import { DUPLICATES, MERGE } from "./deskQuery";
import { dayText, excerpt } from "./stepWords";

type Duplicate = DuplicatesQuery["deskRequest"]["duplicates"][number];

const HALF = 0.5;

function whyAlike({ sameLeader, sameSystem, alike }: Duplicate): string {
  const reasons = [sameLeader ? "the same leader" : sameSystem ? "the same system" : null, alike >= HALF ? "much the same words" : null];
  return reasons.filter((reason) => reason !== null).join(", ");
}

interface Props {
  readonly requestId: string;
  readonly onClose: () => void;
  /** What was merged into what. */
  readonly onMerged: (mergedId: string, keptName: string) => void;
}

/** What may be the same as a request, to be put together with it. */
export function MergeDialog({ requestId, onClose, onMerged }: Props) {
  const { data, error } = useQuery(DUPLICATES, { variables: { id: requestId }, fetchPolicy: "network-only" });
  const [merge] = useMutation(MERGE);
  // The same button pressed again, after an answer was lost, is the same deed.
  const [keys] = useState(() => new Map<string, string>());
  const { busy, refusal, act } = useAction<string>(async (otherId) => {
    const idempotencyKey = keys.get(otherId) ?? crypto.randomUUID();
    keys.set(otherId, idempotencyKey);
    const { data: done } = await merge({ variables: { input: { requestId, otherId, idempotencyKey } } });
    if (done) onMerged(done.mergeRequests.mergedId, done.mergeRequests.kept.request.system.name);
  });
  const duplicates = data?.deskRequest.duplicates;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<span className={classes["dialogTitle"]}>Is it one request, told twice?</span>}
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      <div className={classes["dialog"]}>
        <FormAlert message={refusal?.message ?? error?.message ?? null} />
        <p className={classes["muted"]}>
          The younger goes into the older, or the one without coaches into the one with, and takes its tags and questions along. Where one leader sent both, the link in their mail then opens the one that is kept. Nobody is told, and it can be undone at any time.
        </p>
        {duplicates === undefined && !error && <p>Looking …</p>}
        {duplicates?.length === 0 && <p>Nothing of the last 30 days is like it.</p>}
        <ul className={classes["duplicates"]}>
          {duplicates?.map((duplicate) => (
            <li key={duplicate.request.id}>
              <div>
                <strong>
                  {duplicate.request.system.name}, {duplicate.request.system.state}
                </strong>
                <p className={classes["muted"]}>
                  {dayText(duplicate.request.submittedAt)}
                  {duplicate.request.leader !== null && ` · ${duplicate.request.leader.name ?? duplicate.request.leader.email ?? ""}`} · {whyAlike(duplicate)}
                  {duplicate.request.engagements.length > 0 && " · has coaches"}
                </p>
                <p>{excerpt(duplicate.request.narrative, 220) || "Nothing was written."}</p>
              </div>
              <Button variant="light" loading={busy} onClick={() => void act(duplicate.request.id)} aria-label={`Merge with the request of ${dayText(duplicate.request.submittedAt)}`}>
                Merge
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
