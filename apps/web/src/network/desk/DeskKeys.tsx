import { Modal } from "@mantine/core";
import { useReturnedFocus } from "../../ui/useReturnedFocus";
import classes from "./desk.module.css";

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["J", "↓"], does: "The next request; from an open one, J" },
  { keys: ["K", "↑"], does: "The one before; from an open one, K" },
  { keys: ["Enter"], does: "Open it" },
  { keys: ["A"], does: "Take it" },
  { keys: ["T"], does: "Tag it" },
  { keys: ["M"], does: "Match it" },
  { keys: ["O"], does: "Ask a proposed team, where it is open; says first to whom mail goes" },
  { keys: ["X"], does: "Merge it with a duplicate" },
  { keys: ["N"], does: "Write a note on it, where it is open" },
  { keys: ["U"], does: "Back from it to the queue" },
  { keys: ["1", "2", "3"], does: "Take or drop a suggested topic, where it is open" },
  { keys: ["0"], does: "Say that it is not in the framework" },
  { keys: ["C"], does: "Confirm the topics" },
  { keys: ["Ctrl Enter", "⌘ Enter"], does: "Send what stands in a field" },
  { keys: ["Esc"], does: "Leave a field; then these keys work again" },
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
