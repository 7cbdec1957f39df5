import { Link } from "@tanstack/react-router";
import { useId } from "react";
import type { Along, Aside, NavGroup, NavItem } from "./navigation";
import classes from "./Shell.module.css";

interface LinkProps {
  readonly item: NavItem;
  readonly search: Along;
}

/** One page's link; the filters go along where the page has any. */
export function NavLink({ item: { to, label, glyph, whole = false }, search }: LinkProps) {
  return (
    <Link to={to} search={whole ? {} : search} preload="intent" className={classes["link"]} activeOptions={{ includeSearch: false, exact: to === "/" }}>
      <svg className={classes["glyph"]} viewBox="0 0 24 24" aria-hidden>
        <path d={glyph} />
      </svg>
      {label}
    </Link>
  );
}

/** A group of pages under its quiet heading. */
export function NavGroupLinks({ group: { name, items }, search }: { readonly group: NavGroup; readonly search: Along }) {
  const id = useId();
  return (
    <>
      <p className={classes["groupName"]} id={id}>
        {name}
      </p>
      <ul className={classes["links"]} aria-labelledby={id}>
        {items.map((item) => (
          <li key={item.to}>
            <NavLink item={item} search={search} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What stands apart from the pages, below them. */
export function AsideLinks({ asides }: { readonly asides: readonly Aside[] }) {
  if (asides.length === 0) return null;
  return (
    <ul className={classes["asides"]}>
      {asides.map(({ to, label }) => (
        <li key={to}>
          <Link to={to} className={classes["link"]} activeOptions={{ includeSearch: false }}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
