import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { writeScope, type Scope } from "./scope";
import { comparedScopes, writeVs, type Vs } from "./vs";

interface Props {
  readonly scope: Scope;
  readonly today: string;
}

const CHOICES: readonly { readonly vs: Vs; readonly label: string }[] = [
  { vs: { kind: "previous" }, label: "With the period before" },
  { vs: { kind: "rest" }, label: "With the rest" },
  { vs: { kind: "scope", scope: {} }, label: "With another part…" },
];

/** From any page to its scope beside another: the period before, the rest, or one to be chosen there. */
export function CompareMenu({ scope, today }: Props) {
  return (
    <Menu position="bottom-start" shadow="sm" withInitialFocusPlaceholder={false} menuItemTabIndex={0} withinPortal={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="light" size="sm">
          Compare
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.filter(({ vs }) => comparedScopes(scope, vs, today) !== null).map(({ vs, label }) => (
          <Menu.Item key={label} renderRoot={(props) => <Link {...props} to="/compare" search={{ ...writeScope(scope), vs: writeVs(vs) }} />}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
