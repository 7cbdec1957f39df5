import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useNetwork } from "../sense/scope/network";
import classes from "./admin.module.css";

const PAGES = [
  { to: "/admin/people", label: "People" },
  { to: "/admin/invitations", label: "Invitations" },
  { to: "/admin/organisations", label: "Organisations" },
  { to: "/admin/keys", label: "Keys" },
  { to: "/admin/audit", label: "Audit trail" },
  { to: "/admin/mail", label: "Mail" },
] as const;

/** The administration's own navigation above its pages. */
export function AdminLayout() {
  const { network } = useNetwork();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const tabs = useRef<HTMLElement>(null);
  useEffect(
    function bringThePageIntoView() {
      tabs.current?.querySelector(`a[href="${path}"]`)?.scrollIntoView({ inline: "center", block: "nearest" });
    },
    [path],
  );
  return (
    <>
      <nav ref={tabs} className={classes["tabs"]} aria-label="Administration">
        <ul>
          {PAGES.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} className={classes["tab"]} activeOptions={{ includeSearch: false }}>
                {label}
              </Link>
            </li>
          ))}
          {network.demo && (
            <li>
              <Link to="/outbox" className={classes["tab"]}>
                Outbox
              </Link>
            </li>
          )}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
