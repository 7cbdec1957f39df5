import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from "react";
import { AdminLayout } from "./admin/AdminLayout";
import { hasOwnWork, homeOf, isStaff, seesAnalysis } from "./access/home";
import { signOut } from "./access/session";
import { SignInPage } from "./access/SignInPage";
import { asidePagesOf, groupsOf, pagesOf, phonePagesOf } from "./nav";
import { ExportScope, WholeExportScope } from "./sense/scope/ExportScope";
import { useNetwork } from "./sense/scope/network";
import { ScopeBar } from "./sense/scope/ScopeBar";
import { useScope } from "./sense/scope/useScope";
import { writeScope } from "./sense/scope/scope";
import { FigureMenu } from "./sense/figure/FigureMenu";
import { ViewsButton } from "./sense/views/ViewsButton";
import { AccountBar } from "./ui/AccountBar";
import { DemoBanner } from "./ui/DemoBanner";
import { FindButton } from "./ui/FindButton";
import { PageBoundary } from "./ui/PageBoundary";
import type { Problem } from "./ui/problem";
import { Shell } from "./ui/Shell";
import { useShellKeys } from "./ui/shellKeys";
import frameClasses from "./ui/PageFrame.module.css";
import { BadScope, Failed, Loading, NotAllowed, NotFound, NotYours } from "./ui/states";

const SearchPalette = lazy(async () => ({ default: (await import("./search/SearchPalette")).SearchPalette }));
const KeysDialog = lazy(async () => ({ default: (await import("./ui/KeysDialog")).KeysDialog }));
const RecordsDrawer = lazy(async () => ({ default: (await import("./sense/records/RecordsDrawer")).RecordsDrawer }));
const ThisWeekPage = lazy(async () => ({ default: (await import("./sense/pack/ThisWeekPage")).ThisWeekPage }));
const DefinitionDialog = lazy(async () => ({
  default: (await import("./sense/definitions/DefinitionDialog")).DefinitionDialog,
}));

function useHere(): string {
  return useLocation({ select: ({ href }) => href });
}

async function leave() {
  await signOut();
  window.location.assign("/sign-in");
}

/** The search over whatever page is open, loaded when it is first asked for, and the keys that open it. */
function useFinding(): { readonly find: () => void; readonly panels: ReactNode } {
  const { viewer } = useNetwork();
  const { scope } = useScope();
  const [opening, setOpening] = useState(0);
  const [keys, setKeys] = useState(false);
  const find = useCallback(() => setOpening((times) => times + 1), []);
  useShellKeys(useCallback((what) => (what === "find" ? find() : setKeys(true)), [find]));
  const pages = useMemo(() => [...pagesOf(viewer), ...asidePagesOf(viewer)], [viewer]);
  const reader = useMemo(() => ({ id: viewer?.id ?? "nobody", isStaff: isStaff(viewer), seesAnalysis: seesAnalysis(viewer) }), [viewer]);
  const panels = (
    <Suspense fallback={null}>
      {opening > 0 && <SearchPalette pages={pages} along={writeScope(scope)} viewer={reader} opening={opening} />}
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
    </Suspense>
  );
  return { find, panels };
}

function Frame({ children }: { readonly children: ReactNode }) {
  const { network, viewer } = useNetwork();
  const { scope } = useScope();
  const { find, panels } = useFinding();
  const asides = asidePagesOf(viewer);
  return (
    <Shell
      networkName={network.name}
      groups={groupsOf(viewer)}
      phoneItems={phonePagesOf(viewer)}
      home={homeOf(viewer)}
      asides={asides}
      search={writeScope(scope)}
      find={<FindButton onFind={find} />}
      banner={network.demo && <DemoBanner today={network.today} />}
      account={
        <AccountBar name={viewer?.name ?? null} pages={asides} onSignOut={() => void leave()} />
      }
    >
      {children}
      {panels}
    </Shell>
  );
}

function wholeFailed(problem: Problem, retry: () => void) {
  return (
    <main className={frameClasses["alone"]}>
      <Failed message={"message" in problem ? problem.message : ""} requestId={null} onRetry={retry} />
    </main>
  );
}

/** The frame of every page. */
export function Root() {
  return (
    <PageBoundary resetKey="app" loading={null} renderProblem={wholeFailed}>
      <Frame>
        <Outlet />
      </Frame>
    </PageBoundary>
  );
}

/** To the sign-in page and back here. The way back is where the reader was first, not where they are sent. */
function SignInFirst() {
  const here = useHere();
  const [next] = useState(here);
  return <Navigate to="/sign-in" search={{ next }} replace />;
}

function PageProblem({ problem, retry }: { readonly problem: Problem; readonly retry: () => void }) {
  const { setScope } = useScope();
  switch (problem.kind) {
    case "signedOut":
      return <SignInFirst />;
    case "notAllowed":
      return <NotAllowed />;
    case "notFound":
      return <NotFound />;
    case "badScope":
      return <BadScope message={problem.message} onClear={() => setScope({})} />;
    case "failed":
      return <Failed message={problem.message} requestId={problem.requestId} onRetry={retry} />;
  }
}

/** A page within its own boundary. */
function Bounded({ children }: { readonly children: ReactNode }) {
  return (
    <PageBoundary
      resetKey={useHere()}
      loading={<Loading />}
      renderProblem={(problem, retry) => <PageProblem problem={problem} retry={retry} />}
    >
      {children}
    </PageBoundary>
  );
}

/** A page of analysis: the scope bar, the page, and the panels its figures open. */
export function Analysis() {
  const { viewer } = useNetwork();
  const here = useHere();
  if (viewer === null) return <SignInFirst />;
  return (
    <FigureMenu Records={RecordsDrawer} Definition={DefinitionDialog}>
      <PageBoundary resetKey={here} loading={null} renderProblem={() => null}>
        <ScopeBar tools={<ViewsButton />} />
      </PageBoundary>
      <Bounded>
        <ExportScope>
          <Outlet />
        </ExportScope>
      </Bounded>
    </FigureMenu>
  );
}

/** Analysis that has no protected form: staff alone. */
export function StaffAnalysis() {
  const { viewer } = useNetwork();
  return viewer !== null && !isStaff(viewer) ? <NotYours owners="staff" /> : <Analysis />;
}

/** Pages of the staff's own work, without the scope bar. */
export function StaffWork() {
  const { viewer } = useNetwork();
  if (viewer === null) return <SignInFirst />;
  if (!isStaff(viewer)) return <NotYours owners="staff" />;
  return <WholeFigures />;
}

/** The weekly calls: staff, and the organisations that meet in them. */
export function Calls() {
  const { viewer } = useNetwork();
  if (viewer === null) return <SignInFirst />;
  if (!isStaff(viewer) && !hasOwnWork(viewer)) return <NotYours owners="coaches" />;
  return <WholeFigures />;
}

/** A page whose figures open panels, and are of the whole network. */
function WholeFigures({ children = <Outlet /> }: { readonly children?: ReactNode }) {
  return (
    <FigureMenu Records={RecordsDrawer} Definition={DefinitionDialog}>
      <Bounded>
        <WholeExportScope>
          {children}
        </WholeExportScope>
      </Bounded>
    </FigureMenu>
  );
}

/** The work of whoever looks: all of it, so without the scope bar. */
export function OwnWork() {
  const { viewer } = useNetwork();
  if (viewer === null) return <SignInFirst />;
  if (!hasOwnWork(viewer)) return <NotYours owners="coaches" />;
  return <WholeFigures />;
}

/** A page that is open to all. */
export function Public() {
  return (
    <Bounded>
      <Outlet />
    </Bounded>
  );
}

/** Pages of one's own account: open to everybody who is signed in. */
export function Own() {
  return useNetwork().viewer === null ? <SignInFirst /> : <Public />;
}

function AdminProblem({ problem, path, retry }: { readonly problem: Problem; readonly path: string; readonly retry: () => void }) {
  if (problem.kind === "notAllowed") return <NotYours owners="staff" />;
  if (problem.kind === "badScope") return <BadScope message={problem.message} onClear={() => window.location.assign(path)} />;
  return <PageProblem problem={problem} retry={retry} />;
}

/** The administration: staff alone. */
export function Administration() {
  const { viewer } = useNetwork();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (viewer === null) return <SignInFirst />;
  if (!isStaff(viewer)) return <NotYours owners="staff" />;
  return (
    <PageBoundary resetKey={path} loading={<Loading />} renderProblem={(problem, retry) => <AdminProblem problem={problem} path={path} retry={retry} />}>
      <AdminLayout />
    </PageBoundary>
  );
}

/** The sign-in page, with the ways in that this network offers. */
export function SignIn() {
  const { network } = useNetwork();
  return <SignInPage networkName={network.name} demo={network.demo} byLink={network.signInMethods.includes("MAGIC_LINK")} oidcName={network.oidcName} />;
}

/** The week, for staff; everybody else goes on to the page on which they begin. */
export function Home() {
  const { viewer } = useNetwork();
  if (!isStaff(viewer)) return <Navigate to={homeOf(viewer)} replace />;
  return (
    <WholeFigures>
      <ThisWeekPage />
    </WholeFigures>
  );
}
