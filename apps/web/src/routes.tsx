import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  useLocation,
} from "@tanstack/react-router";
import { lazy, useState, type ReactNode } from "react";
import { AdminLayout } from "./admin/AdminLayout";
import { homeOf, isStaff } from "./access/home";
import { signOut } from "./access/session";
import { SignInPage } from "./access/SignInPage";
import { asidePagesOf, pagesOf } from "./nav";
import { ExportScope } from "./sense/scope/ExportScope";
import { useNetwork } from "./sense/scope/network";
import { ScopeBar } from "./sense/scope/ScopeBar";
import { readSearchText, writeSearchText } from "./sense/scope/searchText";
import { useScope } from "./sense/scope/useScope";
import { writeScope } from "./sense/scope/scope";
import { FigureMenu } from "./sense/figure/FigureMenu";
import { AccountBar } from "./ui/AccountBar";
import { DemoBanner } from "./ui/DemoBanner";
import { PageBoundary } from "./ui/PageBoundary";
import type { Problem } from "./ui/problem";
import { Shell } from "./ui/Shell";
import frameClasses from "./ui/PageFrame.module.css";
import { BadScope, Failed, Loading, NotAllowed, NotFound, NotYours } from "./ui/states";

const RecordsDrawer = lazy(async () => ({ default: (await import("./sense/records/RecordsDrawer")).RecordsDrawer }));
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

function Frame({ children }: { readonly children: ReactNode }) {
  const { network, viewer } = useNetwork();
  const { scope } = useScope();
  const asides = asidePagesOf(viewer);
  return (
    <Shell
      networkName={network.name}
      items={pagesOf(viewer)}
      home={homeOf(viewer)}
      asides={asides}
      search={writeScope(scope)}
      banner={network.demo && <DemoBanner today={network.today} />}
      account={
        <AccountBar name={viewer?.name ?? null} pages={asides} onSignOut={() => void leave()} />
      }
    >
      {children}
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

function Root() {
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

/** A page of analysis: the scope bar, the page in its own boundary, and the panels its figures open. */
function Analysis() {
  const { viewer } = useNetwork();
  const here = useHere();
  if (viewer === null) return <SignInFirst />;
  return (
    <FigureMenu Records={RecordsDrawer} Definition={DefinitionDialog}>
      <PageBoundary resetKey={here} loading={null} renderProblem={() => null}>
        <ScopeBar />
      </PageBoundary>
      <PageBoundary
        resetKey={here}
        loading={<Loading />}
        renderProblem={(problem, retry) => <PageProblem problem={problem} retry={retry} />}
      >
        <ExportScope>
          <Outlet />
        </ExportScope>
      </PageBoundary>
    </FigureMenu>
  );
}

function Public() {
  const here = useHere();
  return (
    <PageBoundary
      resetKey={here}
      loading={<Loading />}
      renderProblem={(problem, retry) => <PageProblem problem={problem} retry={retry} />}
    >
      <Outlet />
    </PageBoundary>
  );
}

/** Pages of one's own account: open to everybody who is signed in. */
function Own() {
  return useNetwork().viewer === null ? <SignInFirst /> : <Public />;
}

function AdminProblem({ problem, path, retry }: { readonly problem: Problem; readonly path: string; readonly retry: () => void }) {
  if (problem.kind === "notAllowed") return <NotYours />;
  if (problem.kind === "badScope") return <BadScope message={problem.message} onClear={() => window.location.assign(path)} />;
  return <PageProblem problem={problem} retry={retry} />;
}

/** The administration: staff alone. */
function Administration() {
  const { viewer } = useNetwork();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (viewer === null) return <SignInFirst />;
  if (!isStaff(viewer)) return <NotYours />;
  return (
    <PageBoundary resetKey={path} loading={<Loading />} renderProblem={(problem, retry) => <AdminProblem problem={problem} path={path} retry={retry} />}>
      <AdminLayout />
    </PageBoundary>
  );
}

function SignIn() {
  const { network } = useNetwork();
  return <SignInPage networkName={network.name} demo={network.demo} byLink={network.signInMethods.includes("MAGIC_LINK")} oidcName={network.oidcName} />;
}

/** To the page on which the viewer begins. */
function Home() {
  return <Navigate to={homeOf(useNetwork().viewer)} replace />;
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
const validateSearch = (search: Record<string, unknown>) => search as Record<string, string>;

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: Home,
});
const analysis = createRoute({ getParentRoute: () => root, id: "analysis", validateSearch, component: Analysis });
const needs = createRoute({
  getParentRoute: () => analysis,
  path: "/needs",
  component: lazyRouteComponent(() => import("./sense/needs/NeedsPage"), "NeedsPage"),
});
const trends = createRoute({
  getParentRoute: () => analysis,
  path: "/trends",
  component: lazyRouteComponent(() => import("./sense/trends/TrendsPage"), "TrendsPage"),
});
const gaps = createRoute({
  getParentRoute: () => analysis,
  path: "/gaps",
  component: lazyRouteComponent(() => import("./sense/gaps/GapsPage"), "GapsPage"),
});
const impact = createRoute({
  getParentRoute: () => analysis,
  path: "/impact",
  component: lazyRouteComponent(() => import("./sense/impact/ImpactPage"), "ImpactPage"),
});
const open = createRoute({ getParentRoute: () => root, id: "open", validateSearch, component: Public });
const definitions = createRoute({
  getParentRoute: () => open,
  path: "/definitions",
  component: lazyRouteComponent(() => import("./sense/definitions/DefinitionsPage"), "DefinitionsPage"),
});
const signInRoute = createRoute({ getParentRoute: () => open, path: "/sign-in", component: SignIn });
const signInByLink = createRoute({
  getParentRoute: () => open,
  path: "/sign-in/link",
  component: lazyRouteComponent(() => import("./access/LinkPage"), "LinkPage"),
});
const forgotPassword = createRoute({
  getParentRoute: () => open,
  path: "/forgot-password",
  component: lazyRouteComponent(() => import("./access/ForgotPasswordPage"), "ForgotPasswordPage"),
});
const resetPassword = createRoute({
  getParentRoute: () => open,
  path: "/reset-password",
  component: lazyRouteComponent(() => import("./access/ResetPasswordPage"), "ResetPasswordPage"),
});
const invitation = createRoute({
  getParentRoute: () => open,
  path: "/invitation/$token",
  component: lazyRouteComponent(() => import("./access/invitation/InvitationPage"), "InvitationPage"),
});
const outbox = createRoute({
  getParentRoute: () => open,
  path: "/outbox",
  component: lazyRouteComponent(() => import("./admin/mail/OutboxPage"), "OutboxPage"),
});
const own = createRoute({ getParentRoute: () => root, id: "own", validateSearch, component: Own });
const account = createRoute({
  getParentRoute: () => own,
  path: "/account",
  component: lazyRouteComponent(() => import("./access/account/AccountPage"), "AccountPage"),
});
const admin = createRoute({ getParentRoute: () => root, path: "/admin", validateSearch, component: Administration });
const adminPages = [
  createRoute({
    getParentRoute: () => admin,
    path: "/",
    component: () => <Navigate to="/admin/people" replace />,
  }),
  createRoute({
    getParentRoute: () => admin,
    path: "/people",
    component: lazyRouteComponent(() => import("./admin/people/PeoplePage"), "PeoplePage"),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: "/invitations",
    component: lazyRouteComponent(() => import("./admin/invitations/InvitationsPage"), "InvitationsPage"),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: "/organisations",
    component: lazyRouteComponent(() => import("./admin/organisations/OrganisationsPage"), "OrganisationsPage"),
  }),
  createRoute({ getParentRoute: () => admin, path: "/keys", component: lazyRouteComponent(() => import("./admin/keys/KeysPage"), "KeysPage") }),
  createRoute({ getParentRoute: () => admin, path: "/audit", component: lazyRouteComponent(() => import("./admin/audit/AuditPage"), "AuditPage") }),
  createRoute({ getParentRoute: () => admin, path: "/mail", component: lazyRouteComponent(() => import("./admin/mail/MailPage"), "MailPage") }),
] as const;

/** The routes; an address's parameters are plain text, read by the pages. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([
      home,
      analysis.addChildren([needs, trends, gaps, impact]),
      open.addChildren([definitions, signInRoute, signInByLink, forgotPassword, resetPassword, invitation, outbox]),
      own.addChildren([account]),
      admin.addChildren(adminPages),
    ]),
    parseSearch: readSearchText,
    stringifySearch: writeSearchText,
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
