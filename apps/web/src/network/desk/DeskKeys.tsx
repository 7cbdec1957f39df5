import { Modal } from "@mantine/core";
import { useReturnedFocus } from "../../ui/useReturnedFocus";
import classes from "./desk.module.css";

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["J", "↓"], does: "The next request" },
  { keys: ["K", "↑"], does: "The one before" },
  { keys: ["Enter"], does: "Open it" },
  { keys: ["A"], does: "Take it" },
  { keys: ["T"], does: "Tag it" },
  { keys: ["M"], does: "Match it" },
  { keys: ["X"], does: "Merge it with a duplicate" },
  { keys: ["N"], does: "Write a note on it, where it is open" },
  { keys: ["U"], does: "Back from it to the queue" },
  { keys: ["1", "2", "3"], does: "Take or drop a suggested topic, where it is open" },
  { keys: ["/"], does: "Search the queue" },
  { keys: ["Ctrl K", "⌘ K"], does: "Find a page, topic, definition or record" },
];

/** The keys of the desk. */
export function DeskKeys({ onClose }: { readonly onClose: () => void }) {
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["dialogTitle"]}>Keys of the desk</span>}
      centered
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      <dl className={classes["keys"]}>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
