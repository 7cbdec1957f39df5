import { useMutation, useQuery } from "@apollo/client/react";
import { useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { DeskRequestPageQuery } from "../../gql/graphql";
import { refusalOf } from "../../ui/form/refusal";
import { PageFrame } from "../../ui/PageFrame";
import { Loading } from "../../ui/states";
import { CloseDialog } from "./CloseDialog";
import classes from "./desk.module.css";
import { DeskKeys } from "./DeskKeys";
import { ASSIGN, PART } from "./deskQuery";
import { MergeDialog } from "./MergeDialog";
import { Asks, History, LowRatings, Mails, Who } from "./RequestParts";
import { Asked, Merges, Notes, RequestControls, type RequestDialog } from "./RequestControls";
import { DESK_REQUEST, REOPEN } from "./requestQuery";
import { clock, moveOf, STEP_WORDS } from "./stepWords";
import { Toast, type Told } from "./Toast";
import { useDeskEvents } from "./useDeskEvents";
import { useKeys } from "../../ui/useKeys";
import { useWalk } from "./useWalk";

/** What other parts of the work put on the page of a request. */
export interface RequestSlots {
  readonly tag: (requestId: string) => ReactNode;
  readonly match: (requestId: string) => ReactNode;
  readonly team: (engagementId: string) => ReactNode;
  readonly referral: (requestId: string) => ReactNode;
}

/** A request: what its leader said, who they are, what was done and what is to do. */
export function RequestPage({ slots }: { readonly slots: RequestSlots }) {
  const { request: id } = useParams({ from: "/staffWork/desk/$request" });
  const { data, error, refetch } = useQuery(DESK_REQUEST, { variables: { id }, fetchPolicy: "cache-and-network" });
  if (error && data === undefined) throw error;
  if (data === undefined) return <Loading />;
  return <Whole key={id} data={data} slots={slots} refetch={refetch} />;
}

type Data = DeskRequestPageQuery;

function finding({ deskRequest, network, viewer }: Data): string {
  const { request, next, owner, mergedInto } = deskRequest;
  const name = `${request.system.name}, ${request.system.state}`;
  if (mergedInto !== null) return `${name}: merged into another request.`;
  if (next === null) return `${name}: nothing is left to do.`;
  const { text, state } = clock(next.due, next.overdueHours, network.now);
  return `${name}: ${STEP_WORDS[next.step].toLowerCase()}, ${moveOf(next.actor, owner, viewer?.id ?? null)}, ${state === "over" ? text.replace(" over", " overdue") : text}.`;
}

/** What can be done about the request as a whole, and what was. */
function useRequestDeeds({ deskRequest, viewer }: Data, refetch: () => Promise<unknown>) {
  const { id, owner } = deskRequest;
  const [told, tell] = useState<Told | null>(null);
  const [assign] = useMutation(ASSIGN);
  const [part] = useMutation(PART);
  const [reopen] = useMutation(REOPEN);
  const attempt = async (work: () => Promise<Told>) => {
    try {
      tell(await work());
    } catch (error) {
      tell({ text: refusalOf(error).message, isRefusal: true });
    }
    await refetch();
  };
  return {
    told,
    tell,
    give: (ownerId: string, name: string) =>
      attempt(async () => {
        await assign({ variables: { input: { requestId: id, ownerId, seenOwnerId: owner?.id ?? null, idempotencyKey: crypto.randomUUID() } } });
        return { text: ownerId === viewer?.id ? "It is yours now." : `${name} looks after it now, and was told by mail.` };
      }),
    takeApart: (mergedId: string) =>
      attempt(async () => {
        await part({ variables: { input: { mergedId, idempotencyKey: crypto.randomUUID() } } });
        return { text: "Both stand for themselves again." };
      }),
    takeUp: () =>
      attempt(async () => {
        await reopen({ variables: { input: { requestId: id, idempotencyKey: crypto.randomUUID() } } });
        return { text: "It is open again." };
      }),
    done: (text: string) => attempt(() => Promise.resolve({ text })),
  };
}

function Whole({ data, slots, refetch }: { readonly data: Data; readonly slots: RequestSlots; readonly refetch: () => Promise<unknown> }) {
  const { deskRequest, viewer } = data;
  const { id, owner, request, mergedInto } = deskRequest;
  const { told, tell, give, takeApart, takeUp, done } = useRequestDeeds(data, refetch);
  const [dialog, setDialog] = useState<RequestDialog | null>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const navigate = useNavigate();
  useHash();
  useDeskEvents((ids) => {
    if (ids.has("*") || ids.has(id)) void refetch();
  });
  const isOpen = request.withdrawnAt === null;
  const underWay = request.engagements.filter(({ closedAt }) => closedAt === null);

  const walk = useWalk(id, (text) => tell({ text }));
  useKeys((key) => {
    if (key === "?") return setDialog("keys"), true;
    if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
    if (key === "a" && viewer && viewer.id !== owner?.id) return void give(viewer.id, "You"), true;
    if (key === "x" && isOpen) return setDialog("merge"), true;
    if (key === "n") return noteField.current?.focus(), true;
    if (key === "m" || key === "t") return goTo(key === "m" ? "match" : "tag"), true;
    if (key === "u") return void navigate({ to: "/desk" }), true;
    return false;
  });

  return (
    <PageFrame
      isLive
      name="Request"
      finding={finding(data)}
      basis={<Asked request={request} />}
      controls={<RequestControls data={data} isOpen={isOpen} onGive={give} onReopen={takeUp} onDialog={setDialog} />}
    >
      <Merges deskRequest={deskRequest} onPart={takeApart} />
      <div className={classes["whole"]}>
        <div>
          <Asks asks={deskRequest.asks} onDone={(text) => void done(text)} />
          <LowRatings sessions={deskRequest.lowRated} onDone={(text) => void done(text)} />
          <section className={classes["section"]} id="tag" tabIndex={-1} aria-label="What they say">
            {slots.tag(id)}
          </section>
          {mergedInto === null && (
            <>
              <section className={classes["section"]} id="match" tabIndex={-1} aria-label="Matching">
                <h2>Coaches</h2>
                {slots.match(id)}
                {underWay.map((engagement) => (
                  <div key={engagement.id}>{slots.team(engagement.id)}</div>
                ))}
              </section>
              <section className={classes["section"]} id="referral" tabIndex={-1} aria-label="Referral">
                {slots.referral(id)}
              </section>
            </>
          )}
        </div>
        <div>
          <Who system={request.system} requestId={id} />
          <Notes requestId={id} fieldRef={noteField} onDone={done} />
          <History moments={deskRequest.history} />
          <Mails mails={deskRequest.mails} onDone={(text) => void done(text)} />
        </div>
      </div>
      {dialog === "merge" && (
        <MergeDialog
          requestId={id}
          onClose={() => setDialog(null)}
          onMerged={(mergedId, keptName) => {
            setDialog(null);
            tell({ text: `Merged with the other request of ${keptName}.`, undo: () => void takeApart(mergedId) });
            void refetch();
          }}
        />
      )}
      {dialog === "close" && (
        <CloseDialog
          requestId={id}
          hasAddress={request.leader?.email != null}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            void done("It is closed.");
          }}
        />
      )}
      {dialog === "keys" && <DeskKeys onClose={() => setDialog(null)} />}
      <Toast told={told} onClose={() => tell(null)} />
    </PageFrame>
  );
}

/** To a part of the page, with the focus. */
function goTo(part: string): void {
  const place = document.getElementById(part);
  place?.scrollIntoView({ block: "start" });
  place?.focus({ preventScroll: true });
}

/** The part that the address names, once it is there. */
function useHash(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(
    function goToThePart() {
      if (hash !== "") goTo(hash);
    },
    [hash],
  );
}
