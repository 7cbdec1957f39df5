import { useMutation } from "@apollo/client/react";
import { Button, Modal } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import type { LogSessionMutation } from "../../gql/graphql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { firstError } from "../../ui/problem";
import classes from "./caseload.module.css";
import { CHANGE, LOG, TAKE_BACK, type CaseloadEngagement } from "./caseloadQuery";
import { begunDraft, inputOf, keepDraft, keptDraft, type CallDraft } from "./draft";
import { LogFields } from "./LogFields";
import { Logged } from "./Logged";

interface Props {
  readonly engagement: CaseloadEngagement;
  readonly viewerId: string;
  readonly plannedCallId?: string | null;
  /** What was said of a session that is changed; left out = a new one is logged. */
  readonly before?: CallDraft;
  readonly onClose: () => void;
  /** After something was logged, changed or taken back. */
  readonly onChange: () => void;
  /** To the planning of the next call. */
  readonly onPlan: () => void;
}

const isTaken = (error: unknown): boolean => firstError(error)?.extensions?.["code"] === "CONFLICT";

const PHONE = "(max-width: 700px)";
const storage = (): Storage | null => (typeof window === "undefined" ? null : window.localStorage);

export type PeerUses = LogSessionMutation["logSession"]["peerResources"];

/** Logs a call: topics, level and length are there to be changed, the rest is optional. What is typed is kept until it is through. */
export function LogCall({ engagement, viewerId, plannedCallId = null, before, onClose, onChange, onPlan }: Props) {
  const isChange = before !== undefined;
  const subjectId = before?.id ?? engagement.id;
  const [draft, setDraft] = useState(() => {
    const kept = keptDraft(viewerId, subjectId, storage(), Date.now());
    return isChange ? (kept ?? before) : begunDraft(engagement, plannedCallId, kept, crypto.randomUUID());
  });
  const [peers, setPeers] = useState<PeerUses | null>(null);
  const [log] = useMutation(LOG);
  const [change] = useMutation(CHANGE);
  const [takeBack] = useMutation(TAKE_BACK);

  const keep = (next: CallDraft) => {
    setDraft(next);
    if (peers === null) keepDraft(viewerId, subjectId, storage(), next, Date.now());
  };
  const sending = useAction<CallDraft>(async (said) => {
    const input = inputOf(said, engagement.id);
    const changed = async () => (await change({ variables: { input } })).data?.changeSession;
    const logged = async () => (await log({ variables: { input } })).data?.logSession;
    // Where the answer to what was sent first was lost, and more was written since, this says it anew.
    const found = isChange || peers !== null ? await changed() : await logged().catch((error: unknown) => (isTaken(error) ? changed() : Promise.reject(error)));
    keepDraft(viewerId, subjectId, storage(), null, Date.now());
    setDraft(said);
    setPeers(found?.peerResources ?? []);
    onChange();
  });
  const undoing = useAction<void>(async () => {
    await takeBack({ variables: { id: draft.id } });
    onChange();
    onClose();
  });
  const again = useEffectEvent(() => {
    if (sending.refusal !== null && peers === null) void sending.act(draft);
  });
  useEffect(function sendWhenTheLineIsBack() {
    const onLine = () => again();
    window.addEventListener("online", onLine);
    return () => window.removeEventListener("online", onLine);
  }, []);

  const name = engagement.request.system.name;
  const title = peers !== null ? (isChange ? "Changed" : "Logged") : isChange ? `Change the call with ${name}` : `Log a call with ${name}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["title"]}>{title}</span>}
      fullScreen={window.matchMedia(PHONE).matches}
      size="lg"
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      {peers === null ? (
        <form
          className={classes["form"]}
          aria-busy={sending.busy}
          onSubmit={(event) => {
            event.preventDefault();
            void sending.act(draft);
          }}
        >
          <FormAlert message={sending.refusal?.message ?? null} />
          <LogFields engagement={engagement} draft={draft} onDraft={keep} />
          <div className={classes["foot"]}>
            <Button type="submit" loading={sending.busy} size="md">
              {isChange ? "Save the change" : "Log the call"}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <FormAlert message={sending.refusal?.message ?? undoing.refusal?.message ?? null} />
          <Logged
            asks={!isChange && engagement.request.leader?.email != null}
            peers={peers}
            shared={draft.resources.map(({ id }) => id)}
            busy={sending.busy || undoing.busy}
            onShare={(resource) => void sending.act({ ...draft, resources: [...draft.resources, resource] })}
            onUndo={isChange ? null : () => void undoing.act()}
            onPlan={onPlan}
            onClose={onClose}
          />
        </>
      )}
    </Modal>
  );
}
