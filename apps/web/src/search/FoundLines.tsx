// A list that a field points into while it keeps the focus has roles and no tags of its own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Spotlight } from "@mantine/spotlight";
import type { Found, grouped } from "./found";
import classes from "./search.module.css";

interface Props {
  readonly id: string;
  readonly groups: ReturnType<typeof grouped>;
  readonly current: Found | undefined;
  readonly idOf: (line: Found) => string;
  readonly onChoose: (line: Found) => void;
}

/** The widget keeps an `id` for itself; what is marked has to be pointed to by one. */
const identified = (id: string) => (element: HTMLElement | null) => {
  if (element !== null) element.id = id;
};

/** What was found, each kind under its heading. */
export function FoundLines({ id, groups, current, idOf, onChoose }: Props) {
  return (
    <div role="listbox" id={id} aria-label="What was found">
      {groups.map(([group, lines]) => (
        <div key={group} role="group" aria-label={group} className={classes["group"]}>
          <p aria-hidden className={classes["groupName"]}>
            {group}
          </p>
          {lines.map((line) => (
            <Spotlight.Action
              key={line.id}
              ref={identified(idOf(line))}
              role="option"
              aria-selected={line === current}
              className={classes["line"] ?? ""}
              onClick={() => onChoose(line)}
            >
              <span className={classes["label"]}>{line.label}</span>
              {line.detail !== null && <span className={classes["detail"]}>{line.detail}</span>}
            </Spotlight.Action>
          ))}
        </div>
      ))}
    </div>
  );
}
