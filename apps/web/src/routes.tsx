import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, redirect } from "@tanstack/react-router";
import { Administration, Analysis, Home, Own, OwnWork, Public, Root, SignIn } from "./layouts";
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
      analysis.addChildren([needs, trends, gaps, impact, brief]),
      ownWork.addChildren([ourWork]),
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
