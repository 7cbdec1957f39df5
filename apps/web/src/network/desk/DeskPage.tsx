import { useMutation, useQuery } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { DeskPageQuery } from "../../gql/graphql";
import { refusalOf } from "../../ui/form/refusal";
import { PageFrame } from "../../ui/PageFrame";
import { Loading } from "../../ui/states";
import classes from "./desk.module.css";
import { DeskControls, EVERYTHING, type DeskView } from "./DeskControls";
import { DeskKeys } from "./DeskKeys";
import { deskPlace, keepPlace } from "./deskPlace";
import { ASSIGN, DESK, PART } from "./deskQuery";
import { DeskRow, type DeskLine } from "./DeskRow";
import { MergeDialog } from "./MergeDialog";
import { changeSaid, deskFinding } from "./stepWords";
import { TargetsDialog } from "./TargetsDialog";
import { Toast, type Told } from "./Toast";
import { useDeskEvents } from "./useDeskEvents";
import { useKeys } from "../../ui/useKeys";

const ROWS = 50;

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-desk-link]")];

/** The row that has the focus, by its place; -1 = none. */
const current = (): number => links().findIndex((link) => link.closest("li")?.contains(document.activeElement) ?? false);

function step(by: 1 | -1): void {
  const all = links();
  const at = current();
  const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.closest("li")?.scrollIntoView({ block: "nearest" });
}

/** Says what a quiet refetch brought. */
function useChanges(items: readonly DeskLine[] | undefined): string {
  const before = useRef<readonly string[] | null>(null);
  const [said, setSaid] = useState("");
  useEffect(
    function sayWhatChanged() {
      if (items === undefined) return;
      const change = changeSaid(before.current, items.map(({ id, request }) => ({ id, system: request.system.name })));
      before.current = items.map(({ id }) => id);
      if (change !== null) setSaid(change);
    },
    [items],
  );
  return said;
}

/** A row that moves or goes loses the focus to nobody: it gets it back where it is by then, or else the row that stands in its place. */
function useKeptFocus(): void {
  const focused = useRef<{ readonly id: string; readonly place: number } | null>(null);
  useEffect(function rememberTheRow() {
    const remember = ({ target }: FocusEvent) => {
      const id = target instanceof Element ? target.closest<HTMLElement>("[data-request]")?.dataset["request"] : undefined;
      focused.current = id === undefined ? null : { id, place: current() };
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useLayoutEffect(function giveTheFocusBack() {
    if (focused.current === null || document.activeElement !== document.body) return;
    const { id, place } = focused.current;
    const row = document.querySelector(`[data-request="${CSS.escape(id)}"]`);
    const all = links();
    (row?.querySelector<HTMLElement>("[data-desk-link]") ?? all[Math.min(place, all.length - 1)])?.focus({ preventScroll: true });
  });
}

/** Whoever comes back from a request stands where they left the queue. */
function useReturn(ids: readonly string[]): void {
  useEffect(function standWhereOneLeft() {
    const { opened, ids: before } = deskPlace();
    if (opened === null) return;
    keepPlace({ opened: null });
    const all = links();
    const link = document.querySelector<HTMLElement>(`[data-request="${CSS.escape(opened)}"] [data-desk-link]`) ?? all[Math.min(Math.max(0, before.indexOf(opened)), all.length - 1)];
    link?.focus({ preventScroll: true });
    link?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(
    function rememberTheOrder() {
      keepPlace({ ids });
    },
    [ids],
  );
}

/** Takes a request, and takes a merge back; tells of either. */
function useDeeds(refetch: () => Promise<unknown>) {
  const [told, tell] = useState<Told | null>(null);
  const [taking, setTaking] = useState<string | null>(null);
  const [assign] = useMutation(ASSIGN);
  const [part] = useMutation(PART);
  const attempt = async (work: () => Promise<Told>) => {
    try {
      tell(await work());
    } catch (error) {
      tell({ text: refusalOf(error).message, isRefusal: true });
    }
    await refetch();
  };
  const take = async ({ id, owner, request }: DeskLine) => {
    setTaking(id);
    await attempt(async () => {
      await assign({ variables: { input: { requestId: id, seenOwnerId: owner?.id ?? null, idempotencyKey: crypto.randomUUID() } } });
      return { text: `${request.system.name} is yours now.` };
    });
    setTaking(null);
  };
  const merged = async (mergedId: string, keptName: string) => {
    const idempotencyKey = crypto.randomUUID();
    const undo = () =>
      void attempt(async () => {
        await part({ variables: { input: { mergedId, idempotencyKey } } });
        return { text: "Both stand for themselves again." };
      });
    await attempt(() => Promise.resolve({ text: `Merged into the other request of ${keptName}.`, undo }));
  };
  return { told, tell, taking, take, merged };
}

/** The queue of everything that needs a hand. */
export function DeskPage() {
  const [begun] = useState(() => (deskPlace().opened === null ? { view: EVERYTHING, after: null } : deskPlace()));
  const [view, setView] = useState<DeskView>(begun.view);
  const [after, setAfter] = useState<string | null>(begun.after);
  useEffect(
    function rememberTheView() {
      keepPlace({ view, after });
    },
    [view, after],
  );
  const { owner, step: only, overdue, search } = view;
  const filter = { owner, step: only, overdue, search: search || null };
  const { data: fresh, previousData, error, refetch, loading } = useQuery(DESK, { variables: { filter, first: ROWS, after }, fetchPolicy: "cache-and-network" });
  const data = fresh ?? previousData;
  if (error && data === undefined) throw error;
  if (data === undefined) return <Loading />;
  const change = (next: DeskView) => {
    setAfter(null);
    setView(next);
  };
  return <Queue data={data} view={view} onView={change} onPage={setAfter} isFirst={after === null} pending={loading && fresh === undefined} refetch={refetch} />;
}

interface QueueProps {
  readonly data: DeskPageQuery;
  readonly view: DeskView;
  readonly onView: (view: DeskView) => void;
  readonly onPage: (after: string | null) => void;
  readonly isFirst: boolean;
  readonly pending: boolean;
  readonly refetch: () => Promise<unknown>;
}

function Queue({ data, view, onView, onPage, isFirst, pending, refetch }: QueueProps) {
  const { desk, deskCounts, network, viewer } = data;
  const readerId = viewer?.id ?? null;
  const items = desk.nodes;
  const navigate = useNavigate();
  const searchField = useRef<HTMLInputElement>(null);
  const [merging, setMerging] = useState<string | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const [showsTargets, setShowsTargets] = useState(false);
  const { told, tell, taking, take, merged } = useDeeds(refetch);
  const said = useChanges(items);
  useKeptFocus();
  useReturn(useMemo(() => items.map(({ id }) => id), [items]));
  const live = useDeskEvents(() => void refetch());

  useKeys((key) => {
    if (key === "?") return setShowsKeys(true), true;
    if (key === "/") return searchField.current?.focus(), searchField.current?.select(), true;
    if (key === "j" || key === "ArrowDown") return step(1), true;
    if (key === "k" || key === "ArrowUp") return step(-1), true;
    const item = items[current()];
    if (item === undefined) return false;
    if (key === "a") return void take(item), true;
    if (key === "x") return setMerging(item.id), true;
    if (key === "m" || key === "t") return void navigate({ to: "/desk/$request", params: { request: item.id }, hash: key === "m" ? "match" : "tag" }), true;
    return false;
  });

  return (
    <PageFrame
      isLive
      name="Desk"
      finding={deskFinding(deskCounts, view.owner)}
      basis={
        <Basis live={live} isAdmin={viewer?.positions.includes("ADMIN") ?? false} onKeys={() => setShowsKeys(true)} onTargets={() => setShowsTargets(true)} />
      }
      controls={<DeskControls view={view} counts={deskCounts} onView={onView} searchField={searchField} />}
      pending={pending}
    >
      <div className={classes["queuePlace"]}>
        <output className={classes["said"]}>{said}</output>
        {items.length === 0 ? (
          <Empty isBare={deskCounts.all === 0} onAll={() => onView(EVERYTHING)} />
        ) : (
          <ol className={classes["queue"]} aria-label="Queue">
            {items.map((item) => (
              <DeskRow key={item.id} item={item} now={network.now} readerId={readerId} busy={taking === item.id} onTake={() => void take(item)} onMerge={() => setMerging(item.id)} />
            ))}
          </ol>
        )}
      </div>
      <Pages shown={items.length} desk={desk} isFirst={isFirst} onPage={onPage} />
      {merging !== null && (
        <MergeDialog
          requestId={merging}
          onClose={() => setMerging(null)}
          onMerged={(mergedId, keptName) => {
            setMerging(null);
            void merged(mergedId, keptName);
          }}
        />
      )}
      {showsTargets && (
        <TargetsDialog
          onClose={() => setShowsTargets(false)}
          onSaved={() => {
            setShowsTargets(false);
            tell({ text: "The targets hold from now on." });
            void refetch();
          }}
        />
      )}
      {showsKeys && <DeskKeys onClose={() => setShowsKeys(false)} />}
      <Toast told={told} onClose={() => tell(null)} />
    </PageFrame>
  );
}

function Empty({ isBare, onAll }: { readonly isBare: boolean; readonly onAll: () => void }) {
  if (isBare) return <p>What leaders ask for comes up here by itself.</p>;
  return (
    <>
      <p>Nothing is like that.</p>
      <button type="button" className={classes["small"]} onClick={onAll}>
        Show everything
      </button>
    </>
  );
}

function Basis({ live, isAdmin, onKeys, onTargets }: { readonly live: boolean; readonly isAdmin: boolean; readonly onKeys: () => void; readonly onTargets: () => void }) {
  return (
    <>
      Every request that waits for somebody: nobody's first, then the most overdue. Urgent ones move up by two days. {live ? "What others do shows at once." : "It looks for news every 15 seconds."}{" "}
      <button type="button" className={classes["textButton"]} onClick={onKeys}>
        Keys
      </button>
      {isAdmin && (
        <>
          {" · "}
          <button type="button" className={classes["textButton"]} onClick={onTargets}>
            Service targets
          </button>
        </>
      )}
    </>
  );
}

function Pages({ shown, desk, isFirst, onPage }: { readonly shown: number; readonly desk: DeskPageQuery["desk"]; readonly isFirst: boolean; readonly onPage: (after: string | null) => void }) {
  return (
    <p className={classes["pages"]}>
      {shown} of {desk.totalCount.toLocaleString("en-US")}
      {!isFirst && (
        <button type="button" className={classes["small"]} onClick={() => onPage(null)}>
          Back to the first
        </button>
      )}
      {desk.pageInfo.hasNextPage && (
        <button type="button" className={classes["small"]} onClick={() => onPage(desk.pageInfo.endCursor)}>
          The next {ROWS}
        </button>
      )}
    </p>
  );
}
