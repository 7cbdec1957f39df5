import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Along, Aside, NavGroup, NavItem } from "./navigation";
import { AsideLinks, NavGroupLinks } from "./NavLinks";
import { PhoneBar } from "./PhoneBar";
import classes from "./Shell.module.css";
import "./print.css";

interface Props {
  readonly networkName: string;
  readonly groups: readonly NavGroup[];
  /** What a phone's bar shows of them. */
  readonly phoneItems: readonly NavItem[];
  /** Where the network's name leads. */
  readonly home: string;
  /** What stands apart from the pages, below them; on a phone it is in the account's menu, and in the sheet. */
  readonly asides?: readonly Aside[];
  /** The parameters that go along from page to page. */
  readonly search: Along;
  readonly banner?: ReactNode;
  readonly account: ReactNode;
  /** What finds any page. */
  readonly find?: ReactNode;
  readonly children: ReactNode;
}

/** The frame around every page: navigation at the left, on a phone at the bottom. */
export function Shell({ networkName, groups, phoneItems, home, asides = [], search, banner, account, find, children }: Props) {
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
        <div className={classes["who"]}>
          {account}
          {find}
        </div>
      </header>
      <nav className={classes["nav"]} aria-label="Pages">
        <div className={classes["stay"]}>
          {groups.map((group) => (
            <NavGroupLinks key={group.name} group={group} search={search} />
          ))}
          <AsideLinks asides={asides} />
        </div>
        <PhoneBar items={phoneItems} groups={groups} asides={asides} search={search} />
      </nav>
      <main className={classes["main"]} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
