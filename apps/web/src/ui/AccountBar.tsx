import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { SchemeButton, SchemeItems } from "./SchemeButton";
import classes from "./Shell.module.css";

interface Props {
  /** Null while nobody is signed in. */
  readonly name: string | null;
  /** What the reader may open besides the pages of the navigation. */
  readonly pages: readonly { readonly to: string; readonly label: string }[];
  readonly onSignOut: () => void;
}

/** Who looks, their own pages, the theme, and the way out. */
export function AccountBar({ name, pages, onSignOut }: Props) {
  if (name === null) {
    return (
      <div className={classes["account"]}>
        <Button component="a" href="/ask" variant="subtle" size="compact-sm">
          Ask<span className={classes["roomy"]}>&nbsp;for help</span>
        </Button>
        <Button component="a" href="/sign-in" variant="subtle" size="compact-sm">
          Sign in
        </Button>
        <SchemeButton />
      </div>
    );
  }
  return (
    <div className={classes["account"]}>
      <Menu position="bottom-start" shadow="sm" width={200} withInitialFocusPlaceholder={false} menuItemTabIndex={0} withinPortal={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" className={classes["me"] ?? ""} title={`Signed in as ${name}`}>
            <span className={classes["meName"]}>{name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {pages.map(({ to, label }) => (
            <Menu.Item key={to} component={Link} to={to}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>Theme</Menu.Label>
          <SchemeItems />
          <Menu.Divider />
          <Menu.Item onClick={onSignOut}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
