import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./Shell.module.css";

export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** The inside of a 24 × 24 drawing in strokes, for the phone's bar. */
  readonly glyph: string;
  /** Always shows all of what it shows: the filters of other pages do not go along. */
  readonly whole?: boolean;
}

interface Props {
  readonly networkName: string;
  readonly items: readonly NavItem[];
  /** Where the network's name leads. */
  readonly home: string;
  /** What stands apart from the pages, below them; on a phone it is in the account's menu alone. */
  readonly asides?: readonly Pick<NavItem, "to" | "label">[];
  /** The parameters that go along from page to page. */
  readonly search: Readonly<Record<string, string>>;
  readonly banner?: ReactNode;
  readonly account: ReactNode;
  readonly children: ReactNode;
}

function NavLinks({ items, search }: Pick<Props, "items" | "search">) {
  return (
    <ul className={classes["links"]}>
      {items.map(({ to, label, glyph, whole = false }) => (
        <li key={to}>
          <Link to={to} search={whole ? {} : search} preload="intent" className={classes["link"]} activeOptions={{ includeSearch: false }}>
            <svg className={classes["glyph"]} viewBox="0 0 24 24" aria-hidden>
              <path d={glyph} />
            </svg>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The frame around every page: navigation at the left, on a phone at the bottom. */
export function Shell({ networkName, items, home, asides = [], search, banner, account, children }: Props) {
  return (
    <div className={classes["shell"]}>
      <a className={classes["skip"]} href="#main">
        Skip to the page
      </a>
      {banner}
      <header className={classes["top"]}>
        <Link to={home} className={classes["brand"]}>
          {networkName}
        </Link>
        {account}
      </header>
      <nav className={classes["nav"]} aria-label="Pages">
        <div className={classes["stay"]}>
          <NavLinks items={items} search={search} />
          {asides.length > 0 && (
            <ul className={classes["asides"]}>
              {asides.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} className={classes["link"]} activeOptions={{ includeSearch: false }}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </nav>
      <main className={classes["main"]} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
