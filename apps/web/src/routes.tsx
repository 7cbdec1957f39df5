import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  redirect,
  useLocation,
} from "@tanstack/react-router";
import { lazy, useState, type ReactNode } from "react";
import { signOut } from "./access/session";
import { SignInPage } from "./access/SignInPage";
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
import { SchemeButton } from "./ui/SchemeButton";
import { Shell, type NavItem } from "./ui/Shell";
import frameClasses from "./ui/PageFrame.module.css";
import { BadScope, Failed, Loading, NotAllowed, NotFound } from "./ui/states";

const RecordsDrawer = lazy(async () => ({ default: (await import("./sense/records/RecordsDrawer")).RecordsDrawer }));
const DefinitionDialog = lazy(async () => ({
  default: (await import("./sense/definitions/DefinitionDialog")).DefinitionDialog,
}));

const NAV: readonly NavItem[] = [
  { to: "/needs", label: "Needs", glyph: "M4 5h4v4H4zM10 5h4v4h-4zM16 5h4v4h-4zM4 11h4v4H4zM10 11h4v4h-4zM4 17h4v3H4z" },
  { to: "/trends", label: "Trends", glyph: "M3 17l6-6 4 4 8-9M15 6h6v6" },
  { to: "/gaps", label: "Gaps", glyph: "M5 7h10M5 17h6M18 7a2 2 0 1 0 .1 0M14 17a2 2 0 1 0 .1 0" },
  { to: "/impact", label: "Impact", glyph: "M4 20V10M10 20V4M16 20v-7M21 20H3" },
  { to: "/definitions", label: "Definitions", glyph: "M6 4h11a1 1 0 0 1 1 1v15H7a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1zM9 9h6M9 13h4" },
];

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
  return (
    <Shell
      networkName={network.name}
      items={NAV}
      search={writeScope(scope)}
      banner={network.demo && <DemoBanner today={network.today} />}
      account={
        <AccountBar name={viewer?.name ?? null} onSignOut={() => void leave()}>
          <SchemeButton />
        </AccountBar>
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

/** A page of figures with a scope of its own: no scope bar. */
function Figures() {
  const { viewer } = useNetwork();
  const here = useHere();
  if (viewer === null) return <SignInFirst />;
  return (
    <FigureMenu Records={RecordsDrawer} Definition={DefinitionDialog}>
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

function SignIn() {
  const { network } = useNetwork();
  return <SignInPage networkName={network.name} demo={network.demo} />;
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
const validateSearch = (search: Record<string, unknown>) => search as Record<string, string>;

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/needs" });
  },
});
const analysis = createRoute({ getParentRoute: () => root, id: "analysis", validateSearch, component: Analysis });
const figures = createRoute({ getParentRoute: () => root, id: "figures", validateSearch, component: Figures });
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
const brief = createRoute({
  getParentRoute: () => analysis,
  path: "/brief",
  component: lazyRouteComponent(() => import("./sense/impact/BriefPage"), "BriefPage"),
});
const ourWork = createRoute({
  getParentRoute: () => figures,
  path: "/our-work",
  component: lazyRouteComponent(() => import("./sense/ourWork/OurWorkPage"), "OurWorkPage"),
});
const open = createRoute({ getParentRoute: () => root, id: "open", validateSearch, component: Public });
const definitions = createRoute({
  getParentRoute: () => open,
  path: "/definitions",
  component: lazyRouteComponent(() => import("./sense/definitions/DefinitionsPage"), "DefinitionsPage"),
});
const signInRoute = createRoute({ getParentRoute: () => open, path: "/sign-in", component: SignIn });

/** The routes; an address's parameters are plain text, read by the pages. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([
      home,
      analysis.addChildren([needs, trends, gaps, impact, brief]),
      figures.addChildren([ourWork]),
      open.addChildren([definitions, signInRoute]),
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
