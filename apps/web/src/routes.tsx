import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, redirect } from "@tanstack/react-router";
import { Administration, Analysis, Calls, Home, Own, OwnWork, Public, Root, SignIn, StaffAnalysis, StaffWork } from "./layouts";
import { readSearchText, writeSearchText } from "./sense/scope/searchText";
import { NotFound } from "./ui/states";

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
const brief = createRoute({
  getParentRoute: () => analysis,
  path: "/brief",
  component: lazyRouteComponent(() => import("./sense/impact/BriefPage"), "BriefPage"),
});
const staffAnalysis = createRoute({ getParentRoute: () => root, id: "staffAnalysis", validateSearch, component: StaffAnalysis });
const emerging = createRoute({
  getParentRoute: () => staffAnalysis,
  path: "/emerging",
  component: lazyRouteComponent(() => import("./sense/emergence/EmergingPage"), "EmergingPage"),
});
const asking = createRoute({
  getParentRoute: () => staffAnalysis,
  path: "/asking",
  component: lazyRouteComponent(() => import("./sense/intake/AskingPage"), "AskingPage"),
});
const reach = createRoute({
  getParentRoute: () => analysis,
  path: "/reach",
  component: lazyRouteComponent(() => import("./sense/equity/ReachPage"), "ReachPage"),
});
const depth = createRoute({
  getParentRoute: () => staffAnalysis,
  path: "/depth",
  component: lazyRouteComponent(() => import("./sense/depth/DepthPage"), "DepthPage"),
});
const compare = createRoute({
  getParentRoute: () => staffAnalysis,
  path: "/compare",
  component: lazyRouteComponent(() => import("./sense/compare/ComparePage"), "ComparePage"),
});
const outlook = createRoute({
  getParentRoute: () => staffAnalysis,
  path: "/outlook",
  component: lazyRouteComponent(() => import("./sense/outlook/OutlookPage"), "OutlookPage"),
});
const opportunities = createRoute({
  getParentRoute: () => analysis,
  path: "/opportunities",
  component: lazyRouteComponent(() => import("./sense/opportunities/OpportunitiesPage"), "OpportunitiesPage"),
});
const topicList = createRoute({
  getParentRoute: () => analysis,
  path: "/topics",
  component: lazyRouteComponent(() => import("./sense/topics/TopicsPage"), "TopicsPage"),
});
const topic = createRoute({
  getParentRoute: () => analysis,
  path: "/topics/$code",
  component: lazyRouteComponent(() => import("./sense/topics/TopicPage"), "TopicPage"),
});
const calls = createRoute({ getParentRoute: () => root, id: "calls", validateSearch, component: Calls });
const learningCalls = createRoute({
  getParentRoute: () => calls,
  path: "/calls",
  component: lazyRouteComponent(() => import("./sense/pack/LearningCallsPage"), "LearningCallsPage"),
});
const learningCall = createRoute({
  getParentRoute: () => calls,
  path: "/calls/$week",
  component: lazyRouteComponent(() => import("./sense/pack/LearningCallPage"), "LearningCallPage"),
});
const staffWork = createRoute({ getParentRoute: () => root, id: "staffWork", validateSearch, component: StaffWork });
const alerts = createRoute({
  getParentRoute: () => staffWork,
  path: "/alerts",
  component: lazyRouteComponent(() => import("./sense/alerts/AlertsPage"), "AlertsPage"),
});
const framework = createRoute({
  getParentRoute: () => staffWork,
  path: "/framework",
  component: lazyRouteComponent(() => import("./sense/framework/FrameworkPage"), "FrameworkPage"),
});
const desk = createRoute({
  getParentRoute: () => staffWork,
  path: "/desk",
  component: lazyRouteComponent(() => import("./network/desk/DeskPage"), "DeskPage"),
});
const deskRequest = createRoute({
  getParentRoute: () => staffWork,
  path: "/desk/$request",
  component: lazyRouteComponent(() => import("./deskRequest"), "DeskRequestPage"),
});
const batch = createRoute({
  getParentRoute: () => staffWork,
  path: "/matching",
  component: lazyRouteComponent(() => import("./network/matching/BatchPage"), "BatchPage"),
});
const capacity = createRoute({
  getParentRoute: () => calls,
  path: "/capacity",
  component: lazyRouteComponent(() => import("./capacity"), "CapacityPage"),
});
const ownWork = createRoute({ getParentRoute: () => root, id: "ownWork", validateSearch, component: OwnWork });
const ourWork = createRoute({
  getParentRoute: () => ownWork,
  path: "/our-work",
  // Nothing here is narrowed: filters in the address would claim otherwise.
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length > 0) throw redirect({ to: "/our-work", search: {}, replace: true });
  },
  component: lazyRouteComponent(() => import("./sense/ourWork/OurWorkPage"), "OurWorkPage"),
});
const caseload = createRoute({
  getParentRoute: () => ownWork,
  path: "/caseload",
  component: lazyRouteComponent(() => import("./caseloadPages"), "Caseload"),
});
const relationship = createRoute({
  getParentRoute: () => ownWork,
  path: "/caseload/$engagement",
  component: lazyRouteComponent(() => import("./caseloadPages"), "Relationship"),
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
      analysis.addChildren([needs, trends, gaps, impact, brief, reach, opportunities, topicList, topic]),
      staffAnalysis.addChildren([emerging, asking, depth, outlook, compare]),
      calls.addChildren([learningCalls, learningCall, capacity]),
      staffWork.addChildren([alerts, framework, desk, deskRequest, batch]),
      ownWork.addChildren([ourWork, caseload, relationship]),
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
