import { Drawer } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import type { Along, Aside, NavGroup, NavItem } from "./navigation";
import { AsideLinks, NavGroupLinks, NavLink } from "./NavLinks";
import classes from "./Shell.module.css";

interface Props {
  readonly items: readonly NavItem[];
  readonly groups: readonly NavGroup[];
  readonly asides: readonly Aside[];
  readonly search: Along;
}

/** On a phone: a few pages in the reach of a thumb, and the rest in a sheet. */
export function PhoneBar({ items, groups, asides, search }: Props) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  // Open on one page: whoever goes to another has left it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === path;
  const all = groups.flatMap((group) => group.items);
  const hasMore = all.length > items.length;
  const elsewhere = hasMore && !items.some(({ to }) => to === path || (to !== "/" && path.startsWith(`${to}/`)));

  return (
    <div className={classes["bar"]}>
      <ul className={classes["barLinks"]}>
        {items.map((item) => (
          <li key={item.to}>
            <NavLink item={item} search={search} />
          </li>
        ))}
        {hasMore && (
          <li>
            <button type="button" className={classes["link"]} aria-haspopup="dialog" aria-expanded={open} data-elsewhere={elsewhere || undefined} onClick={() => setOpenOn(path)}>
              <svg className={classes["glyph"]} viewBox="0 0 24 24" aria-hidden>
                <path d="M5 12h.1M12 12h.1M19 12h.1" />
              </svg>
              More
            </button>
          </li>
        )}
      </ul>
      <Drawer
        opened={open}
        onClose={() => setOpenOn(null)}
        position="bottom"
        size="auto"
        title="All pages"
        closeButtonProps={{ "aria-label": "Close all pages", size: 44 }}
        attributes={{ header: { role: "presentation" } }}
        classNames={{ content: classes["sheet"] ?? "", title: classes["sheetTitle"] ?? "" }}
        transitionProps={{ duration: 120 }}
      >
        <nav aria-label="All pages" className={classes["sheetGroups"]}>
          {groups.map((group) => (
            <section key={group.name}>
              <NavGroupLinks group={group} search={search} />
            </section>
          ))}
        </nav>
        <AsideLinks asides={asides} />
      </Drawer>
    </div>
  );
}
