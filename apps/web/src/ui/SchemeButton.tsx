import { Button, Menu, useMantineColorScheme } from "@mantine/core";

const SCHEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "As the system" },
] as const;

/** Light, dark or as the system has it; kept in this browser. */
export function SchemeButton() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-start" shadow="sm" withInitialFocusPlaceholder={false} menuItemTabIndex={0} withinPortal={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm">
          Theme
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ value, label }) => (
          <Menu.Item
            key={value}
            aria-current={colorScheme === value}
            onClick={() => setColorScheme(value)}
            rightSection={colorScheme === value ? "✓" : null}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
