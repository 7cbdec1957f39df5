import { Button, Group, Popover, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { addDays, isCalendarDate, presets } from "./period";
import { narrowed, without, type Scope } from "./scope";
import classes from "./scope.module.css";
import { publishedPeriods, type PublishedPeriod } from "./showing";

interface Props {
  readonly scope: Scope;
  readonly today: string;
  /** Only the periods of the published set. */
  readonly published: boolean;
  readonly onChange: (scope: Scope) => void;
}

/** One end of a period, by hand. Changes nothing until it is a whole date. */
function DayInput({ label, day, onDay }: { readonly label: string; readonly day: string; readonly onDay: (day: string) => void }) {
  const [text, setText] = useState(day);
  const change = (next: string) => {
    setText(next);
    if (next === "" || isCalendarDate(next)) onDay(next);
  };
  return <TextInput type="date" label={label} value={text} onChange={({ currentTarget }) => change(currentTarget.value)} />;
}

/** From when to when: school-year presets, or two days. The last day is shown as the reader means it, included. */
export function PeriodPicker({ scope, today, published, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const timeless = without(scope, "from", "to");
  const choose = (period: Scope) => {
    onChange({ ...timeless, ...period });
    setOpen(false);
  };
  const setFrom = (from: string) => onChange({ ...without(scope, "from"), ...(from === "" ? {} : { from }) });
  const setLast = (last: string) => onChange({ ...without(scope, "to"), ...(last === "" ? {} : { to: addDays(last, 1) }) });
  const button = ({ label, from, to }: PublishedPeriod) => (
    <Button key={label} variant="subtle" size="compact-md" justify="start" onClick={() => choose(narrowed({}, { from, to }))}>
      {label}
    </Button>
  );
  const lastDay = scope.to === undefined ? "" : addDays(scope.to, -1);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="sm" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button variant="light" size="sm" aria-haspopup="dialog" onClick={() => setOpen((shown) => !shown)}>
          Dates
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Period">
        <Stack gap={2} className={classes["presets"] ?? ""}>
          <Button variant="subtle" size="compact-md" justify="start" onClick={() => choose({})}>
            All dates
          </Button>
          {!published && presets(today).map(button)}
        </Stack>
        {published && (
          <div className={classes["periods"]}>
            {publishedPeriods(today).map(({ group, items }) => (
              <Stack key={group} gap={2} component="section" aria-label={group}>
                <span className={classes["label"]}>{group}</span>
                {items.map(button)}
              </Stack>
            ))}
          </div>
        )}
        {!published && (
          <Group grow mt="sm" align="end">
            <DayInput label="First day" day={scope.from ?? ""} onDay={setFrom} />
            <DayInput label="Last day" day={lastDay} onDay={setLast} />
          </Group>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
