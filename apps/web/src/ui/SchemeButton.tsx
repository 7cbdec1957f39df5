import { Button, Menu, useMantineColorScheme } from "@mantine/core";

const SCHEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "As the system" },
] as const;

/** Light, dark or as the system has it, as items of a menu; kept in this browser. */
export function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return SCHEMES.map(({ value, label }) => (
    <Menu.Item key={value} aria-current={colorScheme === value} onClick={() => setColorScheme(value)} rightSection={colorScheme === value ? "✓" : null}>
      {label}
    </Menu.Item>
  ));
}

/** The same behind a button of their own. */
export function SchemeButton() {
  return (
    <Menu position="bottom-start" shadow="sm" withInitialFocusPlaceholder={false} menuItemTabIndex={0} withinPortal={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm">
          Theme
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <SchemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}
